import fc from 'fast-check';
import { declarations } from './plan-text.ts';
import type { Property } from './property.ts';
import { Play } from './session/play.ts';
import { CONFIGURATIONS, PATHS, steps } from './session/step.ts';

const text = declarations.map((all) => `${all.slice(0, 5).join('\n')}\n`);

/**
 * A language server that is sent any messages in any order (edits upon edits, requests taken back, files that come and
 * go, garbage) answers or refuses, has no error of its own, and reports in the end what a run from scratch finds.
 */
export const sessions: Property = {
    name: 'sessions of the language server',
    tested: 4,
    build: (counters) =>
        fc.asyncProperty(
            fc.tuple(text, text, text, text, text),
            fc.constantFrom(...CONFIGURATIONS),
            steps,
            async (texts, configuration, all) => {
                await new Play([...texts, configuration].slice(0, PATHS.length), counters).run(all);
            },
        ),
};
