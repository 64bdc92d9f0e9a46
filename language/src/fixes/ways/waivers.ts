import { yearOf } from '../../plan/calendar.ts';
import type { Finding } from '../../plan/finding.ts';
import { say } from '../../plan/message.ts';
import { FIXED_RULES } from '../../rules/names.ts';
import { declareBelow } from '../declare.ts';
import type { Fix } from '../fix.ts';
import { type Ground, replace } from '../ground.ts';
import { ownersNear } from '../guess.ts';
import { remove } from '../removal.ts';
import { fix, safeFix, type Way } from './way.ts';

/** What stands where the reason of a new waiver is to be written. */
export const REASON = 'Tulis alasannya di sini';

/** Accepts a finding on the record, below what it stands at. */
export function* addWaiver(ground: Ground, finding: Finding): Generator<Fix> {
    const { rule, subjects, at } = finding;
    const isWaivable = !FIXED_RULES.has(rule) && rule !== 'unused-waiver' && subjects.length > 0;
    const by = isWaivable ? ownersNear(ground, subjects)[0] : undefined;
    const below = by === undefined ? undefined : (ground.around(at)?.whole ?? useAround(ground, finding));
    if (by === undefined || below === undefined || !subjects.every((name) => ground.plan.names.has(name))) {
        return;
    }
    const names = subjects.map((name) => `\`${name}\``).join(', ');
    yield* fix(
        say(
            // Where several findings stand at one place, only what they are about tells them apart.
            () => `Waive \`${rule}\` for ${names}, with a reason`,
            () => `Kecualikan \`${rule}\` untuk ${names}, disertai alasan`,
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

/** A waiver past its last day: a year more, or no waiver. */
export const extendWaiver: Way = function* (ground, finding) {
    const waiver = ground.around(finding.at);
    if (waiver?.kind !== 'waiver' || waiver.until === undefined) {
        return;
    }
    const year = String(yearOf(ground.today) + 1);
    yield* fix(
        say(
            () => `Extend it until ${year}`,
            () => `Perpanjang sampai ${year}`,
        ),
        [replace(waiver.until.when.at, year)],
        true,
    );
    yield* fix(REMOVE, remove(ground, waiver.whole));
};

const REMOVE = { en: 'Delete this waiver', id: 'Hapus pengecualian ini' };

/** A waiver that meets nothing: no waiver. */
export const removeWaiver: Way = function* (ground, finding) {
    const waiver = ground.around(finding.at);
    if (waiver?.kind === 'waiver') {
        yield* safeFix(REMOVE, remove(ground, waiver.whole));
    }
};

/** Something that no clause refers to: no declaration of it, unless a waiver names it. */
export const removeDeclaration: Way = function* (ground, finding) {
    const declaration = ground.around(finding.at);
    if (declaration === undefined || declaration.kind === 'waiver') {
        return;
    }
    const { name, whole } = declaration;
    const { plan, checked } = ground;
    const isNamed = plan.fragments.some(({ references }) => references.some((each) => each.name === name));
    // A name that is declared twice, or that someone has misspelt, is no name that nobody needs.
    const isMeant =
        plan.duplicates.some((each) => each.name === name) ||
        checked.findings.some((each) => each.rule === 'unresolved-reference' && each.replacement === name);
    if (!isNamed && !isMeant) {
        yield* fix(
            say(
                () => `Delete \`${name}\``,
                () => `Hapus \`${name}\``,
            ),
            remove(ground, whole),
            true,
        );
    }
};
