import { describe, expect, it } from 'vitest';
import { scheduled } from './schedule-view.ts';

describe('what happened', () => {
    const statusOf = (text: string) => scheduled(text).schedule.byName.get('a')!.status;

    it('gives the status', () => {
        expect(statusOf('program a "A" { start 2020 duration 1 month }')).toBe('planned');
        expect(statusOf('program a "A" { started 2020 duration 1 month }')).toBe('started');
        expect(statusOf('program a "A" { started 2020 finished 2021 }')).toBe('finished');
    });

    it('beats the planned start', () => {
        const view = scheduled(`
            program a "A" { start 2020-07 started 2020-09 duration 6 months }
            program b "B" { during 2020-07..2021-06 started 2020-09 }
            program c "C" { earliest 2021 started 2020-09 duration 1 month }`);
        expect(view.of('a')).toBe('2020-09-01..2021-02-28');
        expect(view.of('b')).toBe('2020-09-01..2021-06-30');
        expect(view.of('c')).toBe('2020-09-01..2020-09-30');
    });

    it('beats the planned finish', () => {
        const view = scheduled(`
            program a "A" { start 2020-07 duration 6 months finished 2021-02 }
            program b "B" { during 2020-07..2020-12 finished 2020-10-15 }
            program c "C" { started 2020-09 finished 2021-01 }`);
        expect(view.of('a')).toBe('2020-07-01..2021-02-28');
        expect(view.of('b')).toBe('2020-07-01..2020-10-15');
        expect(view.of('c')).toBe('2020-09-01..2021-01-31');
    });

    it('is what it says, also against waits', () => {
        const view = scheduled(`
            program fibre "Serat optik" { during 2020..2021 }
            program a "A" { started 2020-03 duration 1 month after fibre }
            program b "B" { started 2020-03 finished 2020-05 after fibre }`);
        expect(view.of('a')).toBe('2020-03-01..2020-03-31');
        expect(view.of('b')).toBe('2020-03-01..2020-05-31');
    });

    it('starts, with a `finished` alone, as early as it can, but not after its finish', () => {
        const view = scheduled(`
            program fibre "Serat optik" { during 2020-01..2020-06 }
            program a "A" { finished 2020-11 after fibre }
            program b "B" { finished 2020-04 after fibre }
            program c "C" { finished 2019-05 }
            program d "D" { finished 2020-11 duration 2 months earliest 2020-03 }`);
        expect(view.of('a')).toBe('2020-07-01..2020-11-30');
        expect(view.of('b')).toBe('2020-04-30..2020-04-30');
        expect(view.of('c')).toBe('2019-05-31..2019-05-31');
        expect(view.of('d')).toBe('2020-03-01..2020-11-30');
    });

    it('is waited for with the days it says', () => {
        const view = scheduled(`
            program a "A" { finished 2020-04-20 }
            program b "B" { duration 1 month after a }`);
        expect(view.of('b')).toBe('2020-04-21..2020-05-20');
    });

    it('lasts a day at least where a start is written behind a finish', () => {
        const view = scheduled(`
            program a "A" { start 2020-07 finished 2020-05 }
            program b "B" { during 2020..2020 started 2021-02 }`);
        expect(view.of('a')).toBe('2020-05-31..2020-05-31');
        expect(view.of('b')).toBe('2021-02-01..2021-02-01');
    });

    it('is not moved by `progress`', () => {
        expect(scheduled('program a "A" { start 2020 duration 1 month progress 40% }').of('a')).toBe(
            '2020-01-01..2020-01-31',
        );
    });
});

describe('a cancelled program', () => {
    it('is in neither list, and nobody waits for it', () => {
        const view = scheduled(`
            program a "A" { during 2020..2021 cancelled }
            program b "B" { cancelled }
            program c "C" { duration 1 month after a, b }`);
        expect(view.schedule.programs.map((each) => each.program.name)).toEqual(['c']);
        expect(view.unscheduled).toEqual([]);
        expect(view.of('c')).toBe('2020-01-01..2020-01-31');
        expect(view.waits('c')).toEqual([]);
    });

    it('delivers and replaces nothing', () => {
        const view = scheduled(`
            infrastructure network "Jaringan" {}
            application old "Lama" { since 2015 }
            program a "A" { during 2020..2020 delivers network replaces old cancelled }`);
        expect(view.life('network')).toBe('..');
        expect(view.life('old')).toBe('2015-01-01..');
        const life = view.schedule.assets.get('network')!;
        expect(life.deliverers).toEqual([]);
        // Who needs it depends on what is cancelled; it is not forgotten.
        expect(life.undelivered).toBe(false);
    });

    it('closes no circle', () => {
        const view = scheduled(`
            program a "A" { duration 1 month after b }
            program b "B" { duration 1 month after a cancelled }`);
        expect(view.schedule.cycles).toEqual([]);
        expect(view.of('a')).toBe('2020-01-01..2020-01-31');
    });
});
