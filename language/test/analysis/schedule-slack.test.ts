import { describe, expect, it } from 'vitest';
import { planOf } from '../support.ts';
import { scheduled, type View, view } from './schedule-view.ts';

const GARUDA = `
    framework garuda "Garuda" {
        scale 1..5 staged
        aggregate mean
        indicator governance "Governance"
        indicator living "Living"
    }`;

/** A plan of 2020 to 2029 with targets. */
function aiming(targets: string, text: string): View {
    return view(planOf(`masterplan kediri "Kediri" { period 2020..2029 ${targets} } ${GARUDA} ${text}`));
}

describe('slack to a target', () => {
    it('is its last day minus the finish, where the program raises an indicator of the framework', () => {
        const view = aiming('target garuda 4 by 2021', 'program a "A" { duration 6 months raises garuda.living to 4 }');
        // From 30 June 2020 to 31 December 2021.
        expect(view.slack('a')).toBe(549);
    });

    it('counts for a raise of the very indicator, and not for one of another', () => {
        const view = aiming(
            'target garuda.living 4 by 2021',
            `program a "A" { duration 6 months raises garuda.living to 4 }
             program b "B" { duration 6 months raises garuda.governance to 4 }`,
        );
        expect(view.slack('a')).toBe(549);
        expect(view.slack('b')).toBeNull();
    });

    it('counts for a raise to at most its value', () => {
        const view = aiming(
            'target garuda 4 by 2021',
            `program a "A" { duration 6 months raises garuda.living to 3 }
             program b "B" { duration 6 months raises garuda.living to 5 }`,
        );
        expect(view.slack('a')).toBe(549);
        expect(view.slack('b')).toBeNull();
    });

    it('counts the clause’s `after` from the day after the finish', () => {
        const view = aiming(
            'target garuda 4 by 2021',
            'program a "A" { duration 6 months raises garuda.living to 4 after 3 months }',
        );
        // It acts on 1 October 2020: as if the program were finished on 30 September.
        expect(view.slack('a')).toBe(457);
    });

    it('is the least of all targets and raises', () => {
        const view = aiming(
            'target garuda 4 by 2021 target garuda.governance 3 by 2020',
            'program a "A" { duration 6 months raises garuda.living to 4 raises garuda.governance to 2 }',
        );
        expect(view.slack('a')).toBe(184);
    });
});

describe('slack to a deadline', () => {
    it('is its last day minus the finish', () => {
        expect(scheduled('program a "A" { duration 6 months finish by 2020-Q4 }').slack('a')).toBe(184);
        expect(scheduled('program a "A" { duration 6 months finish by 2020-06 }').slack('a')).toBe(0);
    });

    it('is negative when it is missed', () => {
        expect(scheduled('program a "A" { duration 6 months finish by 2020-05 }').slack('a')).toBe(-30);
    });

    it('is nothing where nothing bounds the program', () => {
        const view = scheduled('program a "A" { duration 6 months }');
        expect(view.slack('a')).toBeNull();
        expect(view.critical).toEqual([]);
    });
});

describe('slack along a chain', () => {
    it('reaches every program that the last one waits for', () => {
        const view = scheduled(`
            infrastructure network "Jaringan" {}
            program a "A" { duration 6 months delivers network }
            program b "B" { duration 3 months needs network }
            program c "C" { duration 3 months after b + 1 month finish by 2021-03 }`);
        expect(view.of('c')).toBe('2020-11-01..2021-01-31');
        expect([view.slack('a'), view.slack('b'), view.slack('c')]).toEqual([59, 59, 59]);
        expect(view.critical).toEqual(['a', 'b', 'c']);
    });

    it('is what the chain alone leaves, each program with its own length from the day the one before lets it start', () => {
        const view = scheduled(`
            program a "A" { duration 1 month }
            program d "D" { duration 3 months }
            program c "C" { duration 1 month after a, d finish by 2020-06 }`);
        expect(view.of('c')).toBe('2020-04-01..2020-04-30');
        expect(view.slack('c')).toBe(61);
        expect(view.slack('d')).toBe(61);
        // Behind `a` alone, `c` runs in February, which has 29 days.
        expect(view.slack('a')).toBe(122);
        expect(view.critical).toEqual(['c', 'd']);
    });

    it('is not held up by an `earliest` on its way', () => {
        const view = scheduled(`
            program a "A" { duration 1 month }
            program b "B" { earliest 2021 duration 1 month after a finish by 2021-01 }`);
        expect(view.slack('b')).toBe(0);
        // From 29 February 2020 to 31 January 2021.
        expect(view.slack('a')).toBe(337);
        expect(view.critical).toEqual(['b']);
    });

    it('goes through an asset to the program that delivers it first', () => {
        const view = scheduled(`
            infrastructure network "Jaringan" {}
            program a "A" { duration 3 months delivers network }
            program b "B" { duration 6 months delivers network }
            program c "C" { duration 1 month needs network finish by 2020-04 }`);
        expect(view.slack('a')).toBe(0);
        expect(view.slack('b')).toBeNull();
    });

    it('is the least of all chains', () => {
        const view = scheduled(`
            program a "A" { duration 1 month }
            program b "B" { duration 1 month after a finish by 2020-12 }
            program c "C" { duration 2 months after a finish by 2020-04 }`);
        // By way of `c`: from 31 March to 30 April.
        expect(view.slack('a')).toBe(30);
    });
});

describe('slack to a pinned program', () => {
    it('is its start minus the first day the chain would let it start', () => {
        const view = scheduled(`
            program a "A" { duration 6 months }
            program b "B" { start 2020-10 duration 1 month after a }`);
        expect(view.slack('a')).toBe(92);
        expect(view.critical).toEqual(['a']);
    });

    it('is negative when it starts before what it waits for', () => {
        const view = scheduled(`
            program a "A" { duration 6 months }
            program b "B" { during 2020-06..2020-07 after a }`);
        expect(view.slack('a')).toBe(-30);
    });

    it('counts for programs that have started or finished: they pin too', () => {
        const view = scheduled(`
            program a "A" { duration 1 month }
            program b "B" { started 2020-03 duration 1 month after a }
            program c "C" { finished 2020-04 after a + 1 month }`);
        // `b` started 29 days after 1 February, `c` on 1 March, the first day `a` let it.
        expect(view.slack('a')).toBe(0);
    });

    it('ends the chain: what waits for the pinned program does not count', () => {
        const view = scheduled(`
            program a "A" { duration 6 months }
            program b "B" { start 2020-10 duration 1 month after a }
            program c "C" { duration 1 month after b finish by 2020-11 }`);
        expect(view.slack('a')).toBe(92);
        expect(view.slack('b')).toBe(0);
    });

    it('counts the pinned program’s own deadline and targets, from the day the chain would let it start', () => {
        const view = scheduled(`
            program a "A" { duration 6 months }
            program b "B" { start 2020-10 duration 1 month after a finish by 2020-09 }`);
        // Behind `a` alone, `b` would be finished on 31 July.
        expect(view.slack('a')).toBe(61);
        expect(view.slack('b')).toBe(-31);
    });

    it('of a chain that begins with a pinned program goes on to what waits for it', () => {
        const view = scheduled(`
            program a "A" { start 2020 duration 6 months }
            program b "B" { duration 6 months after a finish by 2021-01 }`);
        expect(view.slack('a')).toBe(31);
        expect(view.critical).toEqual(['a', 'b']);
    });
});

describe('a critical program', () => {
    it('is one that leaves no more than any other to something that bounds it', () => {
        const view = aiming(
            'target garuda 3 by 2022 target garuda.living 2 by 2021',
            `program a "A" { duration 6 months raises garuda.governance to 3 }
             program b "B" { duration 9 months raises garuda.governance to 3 }
             program c "C" { duration 3 months raises garuda.living to 2 }
             program d "D" { duration 2 months raises garuda.living to 2 }`,
        );
        // `b` has the least slack to the framework's target, `c` to the indicator's.
        expect(view.critical).toEqual(['b', 'c']);
    });

    it('may have less slack to one thing and be critical for another', () => {
        const view = scheduled(`
            program a "A" { duration 1 month }
            program b "B" { duration 4 months finish by 2020-04 }
            program c "C" { duration 1 month after a, b finish by 2020-12 }
            program e "E" { start 2020-02 duration 1 month after a }`);
        // `a` leaves nothing to the start of `e`; to the deadline of `c` it leaves more than `b`.
        expect(view.slack('a')).toBe(0);
        expect(view.critical).toEqual(['a', 'b', 'c']);
    });

    it('is one by whichever way its chain comes to the same day', () => {
        // A month from 30 and from 31 January 2020 ends on the same day, so that a day earlier is not earlier behind `c`.
        const view = scheduled(`
            program a "A" { start 2020-01-20 duration 10 days }
            program b "B" { start 2020-01-21 duration 9 days }
            program c "C" { earliest 2020-01-31 duration 1 month after a, b finish by 2020-03 }`);
        expect(view.of('c')).toBe('2020-01-31..2020-02-28');
        expect([view.slack('a'), view.slack('b'), view.slack('c')]).toEqual([32, 32, 32]);
        expect(view.critical).toEqual(['a', 'b', 'c']);
    });

    it('is one to a pinned program’s deadline, too', () => {
        // Behind `a` and behind `b` alone `c` would be finished on 28 February; to its start `a` leaves a day more.
        const view = scheduled(`
            program a "A" { start 2020-01-20 duration 10 days }
            program b "B" { start 2020-01-20 duration 11 days }
            program c "C" { start 2020-01-10 duration 1 month after a, b finish by 2020-03 }`);
        expect([view.slack('a'), view.slack('b'), view.slack('c')]).toEqual([-20, -21, 51]);
        expect(view.critical).toEqual(['a', 'b']);
    });
});
