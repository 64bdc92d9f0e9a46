import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/plan/calendar.ts';
import { planOf } from '../support.ts';
import { scheduled, view } from './schedule-view.ts';

describe('a pinned program', () => {
    it('has both ends of its `during`', () => {
        const view = scheduled('program a "A" { during 2021..2022-Q2 }');
        expect(view.of('a')).toBe('2021-01-01..2022-06-30');
        expect(view.schedule.byName.get('a')!.pinned).toBe(true);
    });

    it('has its `start`, and its `duration` gives the last day worked', () => {
        expect(scheduled('program a "A" { start 2020-Q3 duration 6 months }').of('a')).toBe('2020-07-01..2020-12-31');
        expect(scheduled('program a "A" { start 2020-07-09 duration 1 day }').of('a')).toBe('2020-07-09..2020-07-09');
        expect(scheduled('program a "A" { start 2020-07-09 duration 2 weeks }').of('a')).toBe('2020-07-09..2020-07-22');
    });

    it('is never moved by what it waits for', () => {
        const view = scheduled(`
            program a "A" { during 2020..2020 }
            program b "B" { start 2020-06 duration 1 month after a }
            program c "C" { during 2020-06..2020-07 after a }`);
        expect(view.of('b')).toBe('2020-06-01..2020-06-30');
        expect(view.of('c')).toBe('2020-06-01..2020-07-31');
        expect(view.waits('b')).toEqual(['a 2021-01-01']);
    });

    it('is not moved by `earliest` or the plan’s first day either', () => {
        const view = scheduled('program a "A" { start 2019-06 earliest 2021 duration 1 month }');
        expect(view.of('a')).toBe('2019-06-01..2019-06-30');
    });
});

describe('a program that floats', () => {
    it('starts on the plan’s first day', () => {
        const view = scheduled('program a "A" { duration 6 months }');
        expect(view.of('a')).toBe('2020-01-01..2020-06-30');
        expect(view.schedule.byName.get('a')!.pinned).toBe(false);
        expect(isoDate(view.schedule.firstDay)).toBe('2020-01-01');
    });

    it('starts at its `earliest`, the first day of that date', () => {
        expect(scheduled('program a "A" { earliest 2020-Q3 duration 1 month }').of('a')).toBe('2020-07-01..2020-07-31');
    });

    it('does not start before the plan’s first day, whatever its `earliest`', () => {
        expect(scheduled('program a "A" { earliest 2019 duration 1 month }').of('a')).toBe('2020-01-01..2020-01-31');
    });

    it('starts the day after the program it waits for', () => {
        const view = scheduled(`
            program a "A" { duration 6 months }
            program b "B" { duration 1 month after a }`);
        expect(view.of('b')).toBe('2020-07-01..2020-07-31');
        expect(view.waits('b')).toEqual(['a 2020-07-01']);
    });

    it('counts a lag from the day after the finish: 30 November + 1 month = 1 January', () => {
        const view = scheduled(`
            program a "A" { during 2020-01..2020-11 }
            program b "B" { duration 1 month after a + 1 month }`);
        expect(view.of('b')).toBe('2021-01-01..2021-01-31');
        expect(view.waits('b')).toEqual(['a 2021-01-01']);
    });

    it('waits for each item of `after` with that item’s own lag', () => {
        const view = scheduled(`
            program a "A" { during 2020-01..2020-03 }
            program b "B" { during 2020-01..2020-04 }
            program c "C" { duration 1 month after a + 3 months, b }
            program d "D" { duration 1 month after a, b + 10 days }`);
        expect(view.waits('c')).toEqual(['a 2020-07-01', 'b 2020-05-01']);
        expect(view.of('c')).toBe('2020-07-01..2020-07-31');
        expect(view.waits('d')).toEqual(['a 2020-04-01', 'b 2020-05-11']);
        expect(view.of('d')).toBe('2020-05-11..2020-06-10');
    });

    it('starts on the latest of all that holds it back', () => {
        const text = (earliest: string) => `
            program a "A" { during 2020-01..2020-03 }
            data population "Kependudukan" { since 2020-06 }
            program b "B" { earliest ${earliest} duration 1 month after a needs population }`;
        expect(scheduled(text('2020-02')).of('b')).toBe('2020-06-01..2020-06-30');
        expect(scheduled(text('2020-09')).of('b')).toBe('2020-09-01..2020-09-30');
    });

    it('waits once for a thing named twice, as long as the longer wait', () => {
        const view = scheduled(`
            program a "A" { during 2020-01..2020-03 }
            program b "B" { duration 1 month after a + 2 months, a }`);
        expect(view.waits('b')).toEqual(['a 2020-06-01']);
        expect(view.of('b')).toBe('2020-06-01..2020-06-30');
    });
});

describe('the plan’s first day', () => {
    const firstDay = (text: string) => isoDate(view(planOf(text)).schedule.firstDay);

    it('is the first day that a program names, where there is no period', () => {
        expect(
            firstDay(
                'program a "A" { start 2021-03 duration 1 month } program b "B" { earliest 2020-Q4 duration 1 month }',
            ),
        ).toBe('2020-10-01');
        expect(firstDay('program a "A" { during 2021..2022 } program b "B" { started 2020-05 duration 1 month }')).toBe(
            '2020-05-01',
        );
    });

    it('reads the end of a program as its last day', () => {
        expect(firstDay('program a "A" { finished 2020-05 } program b "B" { start 2021 duration 1 month }')).toBe(
            '2020-05-31',
        );
    });

    it('is not named by a program that is cancelled', () => {
        expect(
            firstDay(
                'program a "A" { start 2019 duration 1 month cancelled } program b "B" { start 2021 duration 1 month }',
            ),
        ).toBe('2021-01-01');
    });

    it('holds for programs that float', () => {
        const result = view(
            planOf('program a "A" { start 2021-03 duration 1 month } program b "B" { duration 1 month }'),
        );
        expect(result.of('b')).toBe('2021-03-01..2021-03-31');
    });
});

describe('months', () => {
    const lasting = (start: string, duration: string) =>
        scheduled(`program a "A" { start ${start} duration ${duration} }`).of('a');

    it('end on the same day number, or the month’s last day when there is none', () => {
        expect(lasting('2021-01-31', '1 month')).toBe('2021-01-31..2021-02-27');
        expect(lasting('2020-01-31', '1 month')).toBe('2020-01-31..2020-02-28');
        expect(lasting('2020-03-15', '1 month')).toBe('2020-03-15..2020-04-14');
    });

    it('are counted from the start, not step by step', () => {
        expect(lasting('2021-01-31', '2 months')).toBe('2021-01-31..2021-03-30');
        expect(lasting('2020-11-30', '1 quarter')).toBe('2020-11-30..2021-02-27');
        expect(lasting('2020-02-29', '1 year')).toBe('2020-02-29..2021-02-27');
        expect(lasting('2020-02-29', '4 years')).toBe('2020-02-29..2024-02-28');
    });
});

describe('an uncertain length', () => {
    const lasting = (duration: string) => scheduled(`program a "A" { start 2020 duration ${duration} }`).of('a');

    it('counts with its likely value', () => {
        expect(lasting('9..12..18 months')).toBe('2020-01-01..2020-12-31');
    });

    it('counts, of two lengths, with the middle day between their end dates, rounded down', () => {
        // 30 June and 31 December are 184 days apart.
        expect(lasting('6..12 months')).toBe('2020-01-01..2020-09-30');
        // 5 and 12 January are 7 days apart.
        expect(lasting('5..12 days')).toBe('2020-01-01..2020-01-08');
    });

    it('counts in a lag as in a duration', () => {
        const view = scheduled(`
            program a "A" { during 2020-01..2020-06 }
            program b "B" { duration 1 month after a + 1..2 months }
            program c "C" { duration 1 month after a + 1..3..6 months }`);
        // 1 August and 1 September are 31 days apart.
        expect(view.of('b')).toBe('2020-08-16..2020-09-15');
        expect(view.of('c')).toBe('2020-10-01..2020-10-31');
    });
});

describe('a program without a length', () => {
    it('is unscheduled, even with `start`, `earliest`, `started` or `after`', () => {
        const view = scheduled(`
            program a "A" { start 2020 }
            program b "B" { earliest 2020 after e }
            program c "C" { started 2020 }
            program d "D" { activity x "X" {} }
            program e "E" { duration 1 month }`);
        expect(view.unscheduled).toEqual(['a', 'b', 'c', 'd']);
        expect(view.schedule.programs.map((each) => each.program.name)).toEqual(['e']);
        expect(view.schedule.inCycle.size).toBe(0);
    });

    it('is not waited for', () => {
        const view = scheduled(`
            program a "A" { start 2022 }
            program b "B" { duration 1 month after a + 3 months, c }
            program c "C" { duration 1 month }`);
        expect(view.of('b')).toBe('2020-02-01..2020-02-29');
        expect(view.waits('b')).toEqual(['c 2020-02-01']);
    });

    it('is not waited for through what it delivers, unless somebody else delivers it too', () => {
        const view = scheduled(`
            infrastructure network "Jaringan" {}
            infrastructure radio "Radio" {}
            program a "A" { delivers network, radio }
            program b "B" { duration 2 months delivers radio }
            program c "C" { duration 1 month needs network }
            program d "D" { duration 1 month needs radio }`);
        expect(view.of('c')).toBe('2020-01-01..2020-01-31');
        expect(view.waits('c')).toEqual([]);
        expect(view.of('d')).toBe('2020-03-01..2020-03-31');
        expect(view.life('network')).toBe('..');
    });
});

describe('the list of programs', () => {
    it('is in order of start, then name', () => {
        const view = scheduled(`
            program b "B" { start 2021 duration 1 month }
            program c "C" { start 2020 duration 1 month }
            program a "A" { start 2021 duration 2 months }`);
        expect(view.schedule.programs.map((each) => each.program.name)).toEqual(['c', 'a', 'b']);
    });

    it('is empty in a plan without programs', () => {
        expect(scheduled('').schedule.programs).toEqual([]);
        expect(view(planOf('')).schedule.firstDay).toBe(0);
    });
});
