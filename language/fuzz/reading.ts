import fc from 'fast-check';
import type { Fragment } from '../src/plan/fragment.ts';
import { readFragment } from '../src/syntax/read.ts';
import { type Blow, blow, strike } from './damage.ts';
import { planText } from './plan-text.ts';
import type { Property } from './property.ts';

/** Plans, and blows that fall on them one after the other: each state on the way is an input. */
const damaged = fc.tuple(planText, planText, fc.array(blow, { minLength: 60, maxLength: 60 }));

/** Reading any text ends soon, throws nothing, and places everything inside the text. */
export const reading: Property = {
    name: 'reading texts',
    build: (counters) =>
        fc.property(damaged, ([text, other, blows]) => {
            for (const state of states(text, other, blows)) {
                within(
                    counters.time(state.length, () => readFragment('f', state)),
                    state,
                );
            }
        }),
};

/** The same for texts of up to a megabyte. */
export const readingLong: Property = {
    name: 'reading long texts',
    tested: 2,
    rare: true,
    build: (counters) =>
        fc.property(damaged, ([text, other, blows]) => {
            const long = text.repeat(Math.ceil(900_000 / text.length)).slice(0, 900_000);
            const [first] = blows;
            const state = strike(long, first!, other).slice(0, 1_000_000);
            within(
                counters.time(state.length, () => readFragment('f', state)),
                state,
            );
        }),
};

/** A text after each of some blows; it never grows beyond what is worth reading so often. */
export function* states(text: string, other: string, blows: readonly Blow[]): Iterable<string> {
    let state = text;
    yield state;
    for (const each of blows) {
        state = strike(state, each, other).slice(0, 6000);
        yield state;
    }
}

/** Holds that every place a fragment knows lies in its text. */
export function within(fragment: Fragment, text: string): void {
    const look = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) {
            return;
        }
        if ('start' in value && 'end' in value && 'file' in value) {
            const { start, end } = value as { start: number; end: number };
            if (!(start >= 0 && start <= end && end <= text.length)) {
                throw new Error(`a place outside of the text: ${start}..${end} of ${text.length}`);
            }
            return;
        }
        for (const each of Object.values(value)) {
            look(each);
        }
    };
    look([fragment.declarations, fragment.references, fragment.problems, fragment.uses, fragment.waivers]);
}
