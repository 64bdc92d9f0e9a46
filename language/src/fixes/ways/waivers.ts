import type { Finding } from '../../plan/finding.ts';
import { say } from '../../plan/message.ts';
import { FIXED_RULES } from '../../rules/names.ts';
import { declareBelow } from '../declare.ts';
import type { Fix } from '../fix.ts';
import type { Ground } from '../ground.ts';
import { ownersNear } from '../guess.ts';
import { fix } from './way.ts';

/** What stands where the reason of a new waiver is to be written. */
const REASON = 'Tulis alasannya di sini';

/** Accepts a finding on the record, below what it stands at. */
export function* addWaiver(ground: Ground, finding: Finding): Generator<Fix> {
    const { rule, subjects, at } = finding;
    const isWaivable = !FIXED_RULES.has(rule) && rule !== 'unused-waiver' && subjects.length > 0;
    const by = isWaivable ? ownersNear(ground, finding)[0] : undefined;
    const below = by === undefined ? undefined : (ground.around(at)?.whole ?? useAround(ground, finding));
    if (by === undefined || below === undefined || !subjects.every((name) => ground.plan.names.has(name))) {
        return;
    }
    yield* fix(
        say(
            () => `Waive \`${rule}\` here, with a reason`,
            () => `Kecualikan \`${rule}\` di sini, disertai alasan`,
        ),
        declareBelow(ground, below, [
            `waive ${rule} for ${subjects.join(', ')}`,
            `    because "${REASON}"`,
            `    by ${by}`,
        ]),
    );
}

/** What a library declares is reported at its name in `use`. */
function useAround(ground: Ground, { at }: Finding) {
    return ground.fragment(at.file)?.uses.find(({ clause }) => clause.start <= at.start && at.end <= clause.end)
        ?.clause;
}
