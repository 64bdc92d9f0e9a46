import fc from 'fast-check';
import { formatted } from '../src/format/format.ts';
import { commentsOf, wordsOf } from '../test/format/meaning.ts';
import { blow } from './damage.ts';
import { planText } from './plan-text.ts';
import { same } from './plans.ts';
import type { Property } from './property.ts';
import { states } from './reading.ts';

/** A text that was laid out is laid out; its words and comments stay what they were, in their order. */
export const formatting: Property = {
    name: 'formatting',
    build: (counters) =>
        fc.property(planText, planText, fc.array(blow, { minLength: 6, maxLength: 6 }), (text, other, blows) => {
            for (const state of states(text, other, blows)) {
                const once = counters.time(state.length, () => formatted(state));
                same(formatted(once), once, 'layouts');
                same(wordsOf(once), wordsOf(state), 'words');
                same(commentsOf(once), commentsOf(state), 'comments');
            }
        }),
};
