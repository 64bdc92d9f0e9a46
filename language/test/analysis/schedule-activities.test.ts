import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/plan/calendar.ts';
import { scheduled } from './schedule-view.ts';

describe('activities', () => {
    it('are scheduled inside their program, from its start, and wait for each other', () => {
        const view = scheduled(`
            program a "A" {
                start 2020-07
                activity rollout "Peluncuran" { after design + 1 month  duration 4 months }
                activity design "Rancangan" { duration 2 months }
                activity training "Pelatihan" { duration 1 month }
            }`);
        expect(view.activity('a.design')).toBe('2020-07-01..2020-08-31');
        expect(view.activity('a.training')).toBe('2020-07-01..2020-07-31');
        expect(view.activity('a.rollout')).toBe('2020-10-01..2021-01-31');
        expect(view.schedule.byName.get('a')!.activities.map((each) => each.activity.name)).toEqual([
            'a.design',
            'a.training',
            'a.rollout',
        ]);
    });

    it('give their program its length, if it has no duration', () => {
        const view = scheduled(`
            program a "A" {
                activity design "Rancangan" { duration 2 months }
                activity rollout "Peluncuran" { after design  duration 4 months }
            }
            program b "B" { duration 1 month after a }`);
        expect(view.of('a')).toBe('2020-01-01..2020-06-30');
        expect(view.of('b')).toBe('2020-07-01..2020-07-31');
    });

    it('count beside a duration, whichever is longer', () => {
        const text = (duration: string) =>
            scheduled(`program a "A" { start 2020 duration ${duration} activity x "X" { duration 4 months } }`).of('a');
        expect(text('3 months')).toBe('2020-01-01..2020-04-30');
        expect(text('5 months')).toBe('2020-01-01..2020-05-31');
    });

    it('do not move the end of a `during`, and those that run over it are seen', () => {
        const view = scheduled(`
            program a "A" {
                during 2020-01..2020-03
                activity x "X" { duration 2 months }
                activity y "Y" { after x duration 2 months }
            }
            program b "B" { during 2020-01..2020-04 activity x "X" { duration 4 months } }`);
        expect(view.of('a')).toBe('2020-01-01..2020-03-31');
        expect(view.activity('a.y')).toBe('2020-03-01..2020-04-30');
        expect(isoDate(view.schedule.byName.get('a')!.overrun!)).toBe('2020-04-30');
        expect(view.schedule.byName.get('b')!.overrun).toBeUndefined();
    });

    it('without a duration get no days, and are not waited for', () => {
        const view = scheduled(`
            program a "A" {
                start 2020
                activity x "X" {}
                activity y "Y" { after x + 1 month duration 1 month }
            }`);
        expect(view.activity('a.x')).toBeUndefined();
        expect(view.of('a')).toBe('2020-01-01..2020-01-31');
    });

    it('that wait for each other are a circle, and the others keep their days', () => {
        const view = scheduled(`
            program a "A" {
                start 2020
                activity x "X" { after z duration 1 month }
                activity y "Y" { after x duration 1 month }
                activity z "Z" { after y duration 1 month }
                activity w "W" { after x duration 2 months }
            }`);
        expect(view.schedule.cycles.map((cycle) => [cycle.members, cycle.path])).toEqual([
            [
                ['a.x', 'a.y', 'a.z'],
                ['a.x', 'a.z', 'a.y', 'a.x'],
            ],
        ]);
        expect(view.activity('a.x')).toBeUndefined();
        expect(view.activity('a.w')).toBe('2020-01-01..2020-02-29');
        expect(view.of('a')).toBe('2020-01-01..2020-02-29');
    });

    it('end with a program that is finished', () => {
        const view = scheduled(`
            program a "A" {
                started 2020
                finished 2020-02-10
                activity x "X" { duration 1 month }
                activity y "Y" { after x duration 1 month }
                activity z "Z" { after y duration 1 month }
            }`);
        expect(view.of('a')).toBe('2020-01-01..2020-02-10');
        expect(view.activity('a.x')).toBe('2020-01-01..2020-01-31');
        expect(view.activity('a.y')).toBe('2020-02-01..2020-02-10');
        expect(view.activity('a.z')).toBe('2020-02-10..2020-02-10');
    });
});
