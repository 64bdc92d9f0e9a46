import type { ValueStep } from '../../analysis/projection-types.ts';
import { say } from '../../plan/message.ts';
import { spellLast } from '../dates.ts';
import { replace } from '../ground.ts';
import { remove } from '../removal.ts';
import { programAt } from './gaps.ts';
import { fix, type Way } from './way.ts';

/** A raise that lifts nothing: no raise. */
export const removeRaise: Way = function* (ground, finding) {
    const raise = programAt(ground, finding.at)?.raises.find(({ clause }) => clause.start === finding.at.start);
    if (raise !== undefined) {
        yield* fix(
            say(
                () => 'Delete this `raises`, which lifts nothing',
                () => 'Hapus `raises` ini, yang tidak berpengaruh',
            ),
            remove(ground, raise.clause),
            true,
        );
    }
};

/** A raise over a gap: to the level that comes next. */
export const nextLevel: Way = function* (ground, finding) {
    const raise = programAt(ground, finding.at)?.raises.find(({ clause }) => clause.start === finding.at.start);
    const gap = ground.checked.analysis.projection.gaps.find((each) => each.raise === raise);
    if (raise !== undefined && gap !== undefined && ground.text(finding.at.file) !== undefined) {
        const level = String(gap.have + 1);
        yield* fix(
            say(
                () => `Raise to ${level}, the level that comes next`,
                () => `Naikkan ke ${level}, tingkat berikutnya`,
            ),
            [replace(raise.to.at, level)],
            true,
        );
    }
};

/** A target that is missed: on the day on which the plan gets there. */
export const moveTarget: Way = function* (ground, finding) {
    for (const line of ground.checked.analysis.projection.frameworks) {
        const result = line.targets.find(({ target: { clause } }) => same(clause, finding.at));
        if (result === undefined || ground.text(finding.at.file) === undefined) {
            continue;
        }
        const { indicator, reached, by, target } = result;
        const { steps } = line.indicators.find((each) => each.indicator === indicator) ?? line;
        const causes = (steps as readonly ValueStep[]).find(({ date }) => date === reached)?.causes ?? [];
        if (reached !== null && reached > by) {
            // What a program raises counts on its last day, a day before its step; what was measured, on the day itself.
            const isRaised = causes.length > 0 && !causes.includes('actual');
            const day = spellLast(isRaised ? reached - 1 : reached);
            yield* fix(
                say(
                    () => `Move the target to ${day}, when the plan gets there`,
                    () => `Pindahkan target ke ${day}, saat rencana mencapainya`,
                ),
                [replace(target.by.at, day)],
            );
        }
    }
};

function same(a: { readonly file: string; readonly start: number }, b: typeof a): boolean {
    return a.file === b.file && a.start === b.start;
}
