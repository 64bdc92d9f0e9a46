import { describe, expect, it } from 'vitest';
import { planOf } from '../support.ts';
import { scheduled, view } from './schedule-view.ts';

const LATE = 'scenario late "Terlambat" { delay a by 12 months }';

describe('a delay', () => {
    it('moves the start of a pinned program, and its finish by as many days', () => {
        const text = (days: string) => `program a "A" { ${days} } ${LATE}`;
        expect(scheduled(text('during 2020-07..2020-12'), 'late').of('a')).toBe('2021-07-01..2021-12-31');
        // 1 February 2020 and 1 February 2021 are 366 days apart, and so are 29 February 2020 and 1 March 2021.
        expect(scheduled(text('start 2020-02 duration 1 month'), 'late').of('a')).toBe('2021-02-01..2021-03-01');
        expect(scheduled(text('start 2020-02 duration 1 month')).of('a')).toBe('2020-02-01..2020-02-29');
    });

    it('is added after all waits of a program that floats, and its length stays', () => {
        const late = scheduled(
            `program b "B" { during 2020-01..2020-03 }
             program a "A" { earliest 2020-03 duration 1 month after b } ${LATE}`,
            'late',
        );
        expect(late.of('a')).toBe('2021-04-01..2021-04-30');
        expect(late.waits('a')).toEqual(['b 2020-04-01']);
    });

    it('moves who waits, and leaves slack to them', () => {
        const late = scheduled(
            `program a "A" { duration 6 months }
             program b "B" { duration 6 months after a finish by 2021-06 } ${LATE}`,
            'late',
        );
        expect(late.of('b')).toBe('2021-07-01..2021-12-31');
        expect([late.slack('a'), late.slack('b')]).toEqual([-184, -184]);
    });

    it('of a program on the way is part of the chain', () => {
        const late = scheduled(
            `program b "B" { duration 1 month }
             program a "A" { duration 1 month after b finish by 2021-03 } ${LATE}`,
            'late',
        );
        expect(late.of('a')).toBe('2021-02-01..2021-02-28');
        expect(late.slack('b')).toBe(31);
        expect(late.critical).toEqual(['a', 'b']);
    });

    it('does not delay what has started or is finished', () => {
        const late = scheduled(
            `program a "A" { started 2020-02 duration 1 month }
             program b "B" { start 2020 finished 2020-04 }
             program c "C" { finished 2020-04 }
             scenario late "Terlambat" { delay a, b, c by 1 year }`,
            'late',
        );
        expect(late.of('a')).toBe('2020-02-01..2020-02-29');
        expect(late.of('b')).toBe('2020-01-01..2020-04-30');
        expect(late.of('c')).toBe('2020-01-01..2020-04-30');
    });

    it('may stand often, and adds up', () => {
        const late = scheduled(
            `program a "A" { during 2020-01..2020-02 }
             program b "B" { duration 1 month }
             scenario late "Terlambat" { delay a, b by 1 month  delay a by 10 days }`,
            'late',
        );
        expect(late.of('a')).toBe('2020-02-11..2020-04-10');
        expect(late.of('b')).toBe('2020-02-01..2020-02-29');
    });

    it('moves the activities of a pinned program with it', () => {
        const late = scheduled(
            `program a "A" {
                start 2020-02
                activity x "X" { duration 1 month }
                activity y "Y" { after x duration 1 month }
             } ${LATE}`,
            'late',
        );
        expect(late.of('a')).toBe('2021-02-01..2021-04-01');
        expect(late.activity('a.x')).toBe('2021-02-01..2021-03-01');
        expect(late.activity('a.y')).toBe('2021-03-02..2021-04-01');
        expect(late.schedule.byName.get('a')!.overrun).toBeUndefined();
    });

    it('of the middle of two lengths is delayed by the middle', () => {
        const late = scheduled('program a "A" { duration 1 month } scenario s "S" { delay a by 5..12 days }', 's');
        // 6 and 13 January are 7 days apart.
        expect(late.of('a')).toBe('2020-01-09..2020-02-08');
    });

    it('does not move the plan’s first day, which is what the programs name', () => {
        const plan = planOf(
            `program a "A" { start 2020-03 duration 1 month } program b "B" { duration 1 month } ${LATE}`,
        );
        expect(view(plan, 'late').of('a')).toBe('2021-03-01..2021-03-31');
        expect(view(plan, 'late').of('b')).toBe('2020-03-01..2020-03-31');
    });
});

describe('a dropped program', () => {
    it('is left out altogether', () => {
        const late = scheduled(
            `infrastructure network "Jaringan" {}
             application old "Lama" { since 2015 }
             program a "A" { during 2020..2021 delivers network replaces old }
             program b "B" { duration 1 month after a needs network }
             program c "C" { start 2020 }
             scenario less "Kurang" { drop a  drop c }`,
            'less',
        );
        expect(late.schedule.programs.map((each) => each.program.name)).toEqual(['b']);
        expect(late.unscheduled).toEqual([]);
        expect(late.of('b')).toBe('2020-01-01..2020-01-31');
        expect(late.life('old')).toBe('2015-01-01..');
        expect(late.life('network')).toBe('..');
        expect(late.schedule.assets.get('network')!.undelivered).toBe(false);
    });

    it('gives its place to the next who delivers the same', () => {
        const text = `
            infrastructure network "Jaringan" {}
            program a "A" { during 2020-01..2020-03 delivers network }
            program b "B" { during 2020-01..2020-06 delivers network }
            program c "C" { duration 1 month needs network }
            scenario less "Kurang" { drop a }`;
        expect(scheduled(text).of('c')).toBe('2020-04-01..2020-04-30');
        expect(scheduled(text, 'less').of('c')).toBe('2020-07-01..2020-07-31');
    });
});
