import { describe, expect, it } from 'vitest';
import { scheduled } from './schedule-view.ts';

describe('an asset', () => {
    it('is there from its `since`, which beats any delivery', () => {
        const view = scheduled(`
            data population "Kependudukan" { since 2015-Q3 }
            program a "A" { during 2020..2020 delivers population }
            program b "B" { duration 1 month needs population }`);
        expect(view.life('population')).toBe('2015-07-01..');
        expect(view.schedule.assets.get('population')!.deliverer).toBeUndefined();
        expect(view.schedule.assets.get('population')!.deliverers.map((each) => each.name)).toEqual(['a']);
        expect(view.of('b')).toBe('2020-01-01..2020-01-31');
        expect(view.waits('b')).toEqual(['population 2015-07-01']);
    });

    it('is there from the day after the finish of the program that delivers it', () => {
        const view = scheduled(`
            infrastructure network "Jaringan" {}
            program a "A" { during 2020-01..2020-06 delivers network }
            program b "B" { duration 1 month needs network }`);
        expect(view.life('network')).toBe('2020-07-01..');
        expect(view.of('b')).toBe('2020-07-01..2020-07-31');
        expect(view.schedule.byName.get('b')!.waits[0]!.program!.name).toBe('a');
    });

    it('is there from the earliest finish of those that deliver it', () => {
        const view = scheduled(`
            infrastructure network "Jaringan" {}
            program a "A" { during 2020-01..2020-06 delivers network }
            program b "B" { during 2020-02..2020-03 delivers network }
            program c "C" { duration 1 month needs network }`);
        expect(view.life('network')).toBe('2020-04-01..');
        expect(view.schedule.assets.get('network')!.deliverer!.name).toBe('b');
        expect(view.schedule.assets.get('network')!.deliverers.map((each) => each.name)).toEqual(['a', 'b']);
        expect(view.of('c')).toBe('2020-04-01..2020-04-30');
    });

    it('may be extended by a program that needs it, once another has delivered it', () => {
        const view = scheduled(`
            infrastructure network "Jaringan" {}
            program a "A" { during 2020-01..2020-06 delivers network }
            program b "B" { duration 3 months needs network delivers network }`);
        expect(view.schedule.cycles).toEqual([]);
        expect(view.of('b')).toBe('2020-07-01..2020-09-30');
    });

    it('is not there for a pinned program by that program’s own delivery', () => {
        const view = scheduled(`
            infrastructure network "Jaringan" {}
            program a "A" { during 2021..2021 delivers network }
            program b "B" { during 2020-01..2020-03 needs network delivers network }
            program c "C" { duration 1 month needs network }`);
        expect(view.life('network')).toBe('2020-04-01..');
        expect(view.waits('b')).toEqual(['network 2022-01-01']);
        expect(view.waits('c')).toEqual(['network 2020-04-01']);
    });

    it('is there until the last day of its `until`', () => {
        expect(scheduled('application old "Lama" { since 2013 until 2025 }').life('old')).toBe(
            '2013-01-01..2025-12-31',
        );
    });

    it('is there until the finish of a program that replaces it', () => {
        const view = scheduled(`
            application old "Lama" { since 2013 }
            program a "A" { during 2020-01..2020-06 replaces old }`);
        expect(view.life('old')).toBe('2013-01-01..2020-06-30');
        expect(view.schedule.assets.get('old')!.replacedBy).toBe('a');
    });

    it('is there until the day before an application that replaces it is there', () => {
        const view = scheduled(`
            application old "Lama" { since 2013 }
            application older "Lebih lama" { since 2010 }
            application new "Baru" { replaces old }
            application known "Dikenal" { since 2018-05 replaces older }
            program a "A" { during 2020-01..2020-06 delivers new }`);
        expect(view.life('old')).toBe('2013-01-01..2020-06-30');
        expect(view.schedule.assets.get('old')!.replacedBy).toBe('new');
        expect(view.life('older')).toBe('2010-01-01..2018-04-30');
    });

    it('ends with whatever ends it first', () => {
        const view = scheduled(`
            application a1 "A" { since 2013 until 2025 }
            application a2 "B" { since 2013 until 2019 }
            application new "Baru" { since 2022 replaces a1 }
            program a "A" { during 2020..2020 replaces a1, a2 }`);
        expect(view.life('a1')).toBe('2013-01-01..2020-12-31');
        expect(view.schedule.assets.get('a1')!.replacedBy).toBe('a');
        expect(view.life('a2')).toBe('2013-01-01..2019-12-31');
        expect(view.schedule.assets.get('a2')!.replacedBy).toBeUndefined();
    });

    it('is not ended by what has no date', () => {
        const view = scheduled(`
            application a1 "A" { since 2013 }
            application a2 "B" { since 2013 }
            application new "Baru" { replaces a1 }
            program a "A" { replaces a2 }`);
        expect(view.life('a1')).toBe('2013-01-01..');
        expect(view.life('a2')).toBe('2013-01-01..');
    });

    it('is taken as existing with neither `since` nor deliverer', () => {
        const view = scheduled(`
            service complaints "Pengaduan" {}
            program a "A" { duration 1 month needs complaints }`);
        expect(view.life('complaints')).toBe('..');
        expect(view.schedule.assets.get('complaints')!.undelivered).toBe(true);
        expect(view.of('a')).toBe('2020-01-01..2020-01-31');
        expect(view.waits('a')).toEqual([]);
    });

    it('of every kind is waited for', () => {
        const view = scheduled(`
            service s "S" { since 2020-02 }
            data d "D" { since 2020-03 }
            application p "P" { since 2020-04 }
            infrastructure i "I" { since 2020-05 }
            program a "A" { duration 1 month needs s, d, p, i }`);
        expect(view.waits('a')).toEqual(['d 2020-03-01', 'i 2020-05-01', 'p 2020-04-01', 's 2020-02-01']);
        expect(view.of('a')).toBe('2020-05-01..2020-05-31');
    });
});
