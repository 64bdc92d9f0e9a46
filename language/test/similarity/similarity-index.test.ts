import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatePlan } from '../../bench/similarity-plan.ts';
import type { SimilarityText } from '../../src/analysis/similarity/program.ts';
import { SimilarityIndex } from '../../src/analysis/similarity/similarity-index.ts';

const TITLES = [
    'Bank Sampah Digital',
    'Pengelolaan Sampah',
    'Tabungan Sampah RW',
    'Waste Bank',
    'Kanal Pengaduan Warga',
    'Kanal Pengaduhan',
    'Festival Lirboyo',
    'Festival Lirboio',
    'Pelatihan UMKM',
    'Pelatihan Usaha Mikro Tenun',
    'Peningkatan Mutu',
    'Aplikasi Layanan',
    'Jemput Bola KTP Kelurahan',
    'Adminduk Kelurahan',
    'Pembangunan Jembatan Jalan Lirboyo',
    'Festival Jembatan Lirboyo',
    'Jembatan Lirboyo',
    '',
];

const text = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    owner: fc.constantFrom('x', 'y', 'z'),
    title: fc.constantFrom(...TITLES),
    description: fc.constantFrom(...TITLES),
});
const edit = fc.record({ text, isRemoval: fc.boolean() });

describe('an index that is kept up to date', () => {
    it('tells what a fresh one tells, after any edits', () => {
        fc.assert(
            fc.property(fc.array(text), fc.array(edit, { maxLength: 12 }), (start, edits) => {
                const index = SimilarityIndex.build(start);
                const plan = new Map(start.map((program) => [program.key, program]));
                for (const { text: program, isRemoval } of edits) {
                    index.update(program.key, isRemoval ? undefined : program);
                    if (isRemoval) plan.delete(program.key);
                    else plan.set(program.key, program);
                    index.pairs();
                }
                expect(index.pairs()).toEqual(SimilarityIndex.build(plan.values()).pairs());
            }),
            { numRuns: 100 },
        );
    });

    it('does so where a text that is left behind was the last to say a word', () => {
        const [f, h, a, again] = [
            { key: 'f', owner: 'x', title: 'Pelatihan UMKM', description: 'Festival Lirboio' },
            { key: 'h', owner: 'y', title: 'Festival Lirboio', description: 'Pelatihan Usaha Mikro Tenun' },
            { key: 'a', owner: 'x', title: 'Bank Sampah Digital', description: 'Bank Sampah Digital' },
            { key: 'a', owner: 'x', title: 'Bank Sampah Digital', description: 'Pelatihan Usaha Mikro Tenun' },
        ] as const;
        const index = SimilarityIndex.build([f]);
        for (const program of [h, a, again]) {
            index.update(program.key, program);
            index.pairs();
        }
        expect(index.pairs()).toEqual(SimilarityIndex.build([f, h, again]).pairs());
    });

    it('does so in a larger plan, where counts take their steps', () => {
        const programs = generatePlan(160, 7);
        const index = SimilarityIndex.build(programs.slice(0, 120));
        const plan = new Map(programs.slice(0, 120).map((program) => [program.key, program]));
        for (let i = 0; i < 40; i++) {
            const added = programs[120 + i]!;
            const edited = { ...programs[i * 2]!, title: programs[i]!.title };
            for (const program of [added, edited]) {
                index.update(program.key, program);
                plan.set(program.key, program);
            }
            index.update(programs[i * 3]!.key, undefined);
            plan.delete(programs[i * 3]!.key);
        }
        const pairs = index.pairs();
        expect(pairs.length).toBeGreaterThan(10);
        expect(pairs).toEqual(SimilarityIndex.build(plan.values()).pairs());
    });

    it('does not care for the order of the programs', () => {
        const programs = generatePlan(300, 3);
        const pairs = SimilarityIndex.build(programs).pairs();
        expect(SimilarityIndex.build([...programs].reverse()).pairs()).toEqual(pairs);
        const names = pairs.map(({ a, b }) => `${a} ${b}`);
        expect(names).toEqual([...names].sort());
        expect(pairs.every(({ a, b }) => a < b)).toBe(true);
        expect(pairs.every(({ shared }) => shared.length > 0 && shared.every((word) => word !== ''))).toBe(true);
    });

    it('gives the pairs of one program', () => {
        const programs = generatePlan(300, 3);
        const index = SimilarityIndex.build(programs);
        const all = index.pairs();
        for (const { key } of programs) {
            expect(index.pairsOf(key)).toEqual(all.filter(({ a, b }) => a === key || b === key));
        }
        expect(index.pairsOf('nobody')).toEqual([]);
    });

    it('takes the last of two programs with one name', () => {
        const program = (key: string, title: string): SimilarityText => ({ key, owner: key, title, description: '' });
        const index = SimilarityIndex.build([
            program('a', 'Terminal'),
            program('b', 'Terminal'),
            program('a', 'Museum'),
        ]);
        expect(index.pairs()).toEqual([]);
    });

    it('compares many programs that read the same without comparing each with each', () => {
        const same = Array.from({ length: 200 }, (_, i) => ({
            key: `p${String(i).padStart(3, '0')}`,
            owner: i % 2 === 0 ? 'x' : 'y',
            title: 'Bank Sampah',
            description: '',
        }));
        expect(SimilarityIndex.build(same).pairs()).toHaveLength(100 * 100);
    });
});
