import { describe, expect, it } from 'vitest';
import { scheduled } from './schedule-view.ts';

const cyclesOf = (text: string) => scheduled(text).schedule.cycles.map((cycle) => [cycle.members, cycle.path]);

describe('a cycle', () => {
    it('is told by its members by name, and the way round from the first of them', () => {
        const view = scheduled(`
            program c "C" { duration 1 month after b }
            program b "B" { duration 1 month after a }
            program a "A" { duration 1 month after c }`);
        expect(view.schedule.cycles).toHaveLength(1);
        const [cycle] = view.schedule.cycles;
        expect(cycle!.members).toEqual(['a', 'b', 'c']);
        expect(cycle!.path).toEqual(['a', 'c', 'b', 'a']);
        expect(cycle!.references.map((reference) => reference.name)).toEqual(['c', 'a', 'b']);
        expect([...view.schedule.inCycle].sort()).toEqual(['a', 'b', 'c']);
    });

    it('may run through an asset without `since`, which is waited for through those that deliver it', () => {
        const assets = 'infrastructure network "Jaringan" {}';
        const programs = `
            program a "A" { duration 1 month needs network }
            program b "B" { duration 1 month after a delivers network }`;
        expect(cyclesOf(assets + programs)).toEqual([
            [
                ['a', 'b'],
                ['a', 'network', 'b', 'a'],
            ],
        ]);
        expect(cyclesOf(`infrastructure network "Jaringan" { since 2019 } ${programs}`)).toEqual([]);
    });

    it('of one program is one that waits for itself', () => {
        expect(cyclesOf('program a "A" { duration 1 month after a }')).toEqual([[['a'], ['a', 'a']]]);
        expect(cyclesOf('data d "D" {} program a "A" { duration 1 month needs d delivers d }')).toEqual([
            [['a'], ['a', 'd', 'a']],
        ]);
    });

    it('is one, however many ways round there are', () => {
        const cycles = cyclesOf(`
            program a "A" { duration 1 month after b, c }
            program b "B" { duration 1 month after a, d }
            program c "C" { duration 1 month after d }
            program d "D" { duration 1 month after a }`);
        expect(cycles).toEqual([
            [
                ['a', 'b', 'c', 'd'],
                ['a', 'b', 'a'],
            ],
        ]);
    });

    it('leaves only its members unscheduled; who waits for them ignores that', () => {
        const view = scheduled(`
            program a "A" { duration 1 month after b }
            program b "B" { duration 1 month after a delivers network }
            infrastructure network "Jaringan" {}
            program c "C" { duration 1 month after a, d }
            program d "D" { duration 2 months needs network }
            program e "E" { duration 1 month after c }`);
        expect(view.unscheduled).toEqual(['a', 'b']);
        expect(view.of('d')).toBe('2020-01-01..2020-02-29');
        expect(view.of('c')).toBe('2020-03-01..2020-03-31');
        expect(view.of('e')).toBe('2020-04-01..2020-04-30');
        expect(view.waits('c')).toEqual(['d 2020-03-01']);
    });

    it('stands beside other cycles, each for itself', () => {
        const cycles = cyclesOf(`
            program d "D" { duration 1 month after c, a }
            program c "C" { duration 1 month after d }
            program b "B" { duration 1 month after a }
            program a "A" { duration 1 month after b }`);
        expect(cycles.map(([members]) => members)).toEqual([
            ['a', 'b'],
            ['c', 'd'],
        ]);
    });

    it('is one of pinned, started and unscheduled programs too', () => {
        expect(
            cyclesOf(`
                program a "A" { during 2020..2020 after b }
                program b "B" { started 2020 duration 1 month after c }
                program c "C" { after a }`),
        ).toEqual([
            [
                ['a', 'b', 'c'],
                ['a', 'b', 'c', 'a'],
            ],
        ]);
    });

    it('needs every deliverer of an asset: one that gets by without it breaks the circle', () => {
        const text = (free: string) => `
            infrastructure network "Jaringan" {}
            program a "A" { duration 1 month needs network }
            program b "B" { duration 1 month after a delivers network }
            program c "C" { duration 3 months ${free} delivers network }`;
        const view = scheduled(text(''));
        expect(view.schedule.cycles).toEqual([]);
        expect(view.of('a')).toBe('2020-04-01..2020-04-30');
        expect(view.of('b')).toBe('2020-05-01..2020-05-31');
        expect(cyclesOf(text('after b')).map(([members]) => members)).toEqual([['a', 'b', 'c']]);
    });

    it('is broken by a deliverer without days as well, and then nobody waits for the asset', () => {
        const view = scheduled(`
            infrastructure network "Jaringan" {}
            program a "A" { delivers network }
            program b "B" { duration 1 month needs network delivers network }
            program c "C" { duration 1 month needs network after b }`);
        expect(view.schedule.cycles).toEqual([]);
        expect(view.unscheduled).toEqual(['a']);
        expect(view.of('b')).toBe('2020-01-01..2020-01-31');
        expect(view.of('c')).toBe('2020-02-01..2020-02-29');
        expect(view.waits('c')).toEqual(['b 2020-02-01']);
    });
});
