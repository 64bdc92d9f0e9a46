import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { city } from '../../../bench/city.ts';
import { comparePlans } from '../../../src/analysis/diff/diff.ts';
import { ownDeclarations } from '../../../src/analysis/diff/names.ts';
import { KINDS } from '../../../src/plan/kinds.ts';
import { checkOf } from '../../support.ts';
import { diffOf, line, sentences, untraced } from './diff-view.ts';
import { EXAMPLES } from './examples.ts';
import { piecesOf, renamed, shuffled } from './shuffle.ts';

const CITIES = [1, 2, 3].map((seed) => city({ programs: 40, files: 3, seed }));
const PLANS = new Map([...EXAMPLES, ...CITIES.map((files, i) => [`a city (${i + 1})`, files] as const)]);

describe.each([...PLANS])('%s', (_, files) => {
    const checked = checkOf(files);

    it('is no different from itself, in whatever files and order it stands', () => {
        expect(comparePlans(checked, checked).changes).toEqual([]);
        fc.assert(
            fc.property(shuffled(files), (other) => {
                const { changes, unchangedFindings, renamed: names } = comparePlans(checked, checkOf(other));
                expect(changes.map(line)).toEqual([]);
                expect([...names]).toEqual([]);
                expect(unchangedFindings).toBe(checked.findings.filter(({ waived }) => waived === null).length);
            }),
            { numRuns: 5 },
        );
    });

    it('knows everything again under another name', () => {
        const quoted = Object.values(files)
            .flatMap((text) => text.match(/"[^"]*"/g) ?? [])
            .join(' ');
        // What also stands in a title would change that too.
        const all = ownDeclarations(checked.analysis.plan).filter(({ name }) => !quoted.includes(name));
        fc.assert(
            fc.property(fc.constantFrom(...all), ({ name, kind }) => {
                const { changes, renamed: found } = comparePlans(
                    checked,
                    checkOf(renamed(files, name, 'another-name')),
                );
                expect(changes.map(line)).toEqual([
                    kind === 'program'
                        ? `program-renamed: \`${name}\` is now called \`another-name\`.`
                        : `renamed: \`${name}\`, ${KINDS[kind].en}, is now called \`another-name\`.`,
                ]);
                expect([...found]).toEqual([[name, 'another-name']]);
            }),
            { numRuns: 10 },
        );
    });

    it('tells every change with its places, in both languages, and the other way round the other way round', () => {
        const pieces = piecesOf(files);
        const TURNED: Readonly<Record<string, string>> = {
            'program-added': 'program-removed',
            'target-met': 'target-missed',
            'level-gained': 'level-lost',
            'level-later': 'level-earlier',
            'finding-new': 'finding-gone',
            'waiver-added': 'waiver-removed',
            'program-dated': 'program-undated',
            added: 'removed',
        };
        fc.assert(
            fc.property(fc.subarray(pieces, { minLength: Math.floor(pieces.length * 0.8) }), (kept) => {
                const other = checkOf({ 'kept.smartcity': kept.join('\n') });
                const there = comparePlans(checked, other);
                const back = comparePlans(other, checked);
                expect(untraced(there, checked, other)).toEqual([]);
                expect(untraced(back, other, checked)).toEqual([]);
                expect(sentences(there).filter(({ en, id }) => en === '' || id === '' || en === id)).toEqual([]);
                const count = (diff: typeof there, kind: string): number =>
                    diff.changes.filter((change) => change.kind === kind).length;
                for (const [kind, turned] of Object.entries(TURNED)) {
                    expect([kind, count(there, kind)]).toEqual([kind, count(back, turned)]);
                    expect([turned, count(there, turned)]).toEqual([turned, count(back, kind)]);
                }
            }),
            { numRuns: 5 },
        );
    });
});

it('compares cities of thousands of programs in time in proportion', () => {
    const files = city({ programs: 3000, files: 5 });
    const before = checkOf(files);
    const after = checkOf(
        Object.fromEntries(
            Object.entries(files).map(([file, text]) => [file, text.replace(/^program /gm, 'program x')] as const),
        ),
    );
    const begin = performance.now();
    const { changes } = comparePlans(before, after);
    expect(performance.now() - begin).toBeLessThan(5_000);
    expect(changes.length).toBeGreaterThan(2_999);
});

it('leaves a plan alone whose dates and lists are only written otherwise', () => {
    const base = `audience a "A" audience b "B" opd o "O" service s "S" { owner o serves a, b }
        program p "P" { owner o start 2020-01-01 duration 6 months serves a, b }`;
    const head = `program p "P" {
            serves b, a
            duration 6 months // as before
            start 2020-01-01
            owner o
        }
        service s "S" { serves b, a owner o } opd o "O" audience b "B" audience a "A"`;
    expect(diffOf(base, head).changes.map(line)).toEqual([]);
});
