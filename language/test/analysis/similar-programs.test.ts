import { expect, it } from 'vitest';
import { lifetimes } from '../../src/analysis/lifetimes.ts';
import { owners } from '../../src/analysis/owners.ts';
import { schedule } from '../../src/analysis/schedule.ts';
import { SimilarPrograms } from '../../src/analysis/similar-programs.ts';
import type { Config } from '../../src/plan/config.ts';
import { planOf } from '../support.ts';

const SUBJECTS = [
    'CCTV simpang',
    'Arsip vital',
    'Bank sampah',
    'Posyandu lansia',
    'Parkir tepi jalan',
    'Sumur resapan',
];

/** A plan of twelve programs of two owners, each subject twice; some titles may be changed. */
function pairsOf(similar: SimilarPrograms, changes: Readonly<Record<string, string>> = {}, config?: Partial<Config>) {
    const programs = SUBJECTS.flatMap((subject, i) =>
        ['x', 'y'].map((owner) => {
            const name = `${owner}${i}`;
            const text = changes[name] ?? `"Pengembangan ${subject}" { owner ${owner} }`;
            return text === '' ? '' : `program ${name} ${text}`;
        }),
    );
    const plan = planOf(`opd x "X" opd y "Y" ${programs.join('\n')}`, config);
    return similar
        .pairs(plan, { owners: owners(plan), lifetimes: lifetimes(plan, schedule(plan)) })
        .map(({ a, b, shared }) => `${a} ${b} ${shared.join(', ')}`);
}

it('gives after every edit what a fresh comparison gives', () => {
    const kept = new SimilarPrograms();
    const edits: Readonly<Record<string, string>>[] = [
        {},
        { y0: '"Pelatihan barista" { owner y }' },
        { y0: '"Arsip vital kota" { owner y }', x3: '' },
        { y1: '"Pengembangan Arsip vital" { owner x }' },
        { y1: '"Pengembangan Arsip vital" { owner y  cancelled }' },
        { y2: '"Program" { owner y  description "Bank sampah warga" }' },
        Object.fromEntries(SUBJECTS.map((_, i) => [`x${i}`, `"Judul baru ${i}" { owner x }`])),
        {},
    ];
    const seen = edits.map((changes) => {
        const pairs = pairsOf(kept, changes);
        expect(pairs).toEqual(pairsOf(new SimilarPrograms(), changes));
        return pairs.length;
    });
    expect(seen[0]).toBe(SUBJECTS.length);
    expect(new Set(seen).size).toBeGreaterThan(2);
});

it('starts afresh when the city’s own words change', () => {
    const kept = new SimilarPrograms();
    const changes = { x0: '"Warung Sehati" { owner x }', y0: '"Kedai Bahagia" { owner y }' };
    const config = { similarity: { synonyms: [['sehati', 'bahagia']], boilerplate: ['warung', 'kedai'] } };
    expect(pairsOf(kept, changes).some((pair) => pair.startsWith('x0 y0'))).toBe(false);
    expect(pairsOf(kept, changes, config).some((pair) => pair.startsWith('x0 y0'))).toBe(true);
    expect(pairsOf(kept, changes).some((pair) => pair.startsWith('x0 y0'))).toBe(false);
});

it('compares no program without an owner', () => {
    expect(pairsOf(new SimilarPrograms(), { x0: '"Pengembangan CCTV simpang"' }).some((pair) => /0/.test(pair))).toBe(
        false,
    );
});
