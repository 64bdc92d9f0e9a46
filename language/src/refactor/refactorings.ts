import type { Edit, Texts } from '../fixes/fix.ts';
import { Ground } from '../fixes/ground.ts';
import type { Declaration } from '../plan/declarations/declaration.ts';
import { type Message, say } from '../plan/message.ts';
import type { Origin } from '../plan/origin.ts';
import type { Checked } from '../rules/check.ts';
import { joinDates, splitDuring } from './dates.ts';
import { extractService, type Provider, serviceName } from './extract-service.ts';
import { moveDeclaration } from './move-declaration.ts';
import type { Refactoring } from './refactoring.ts';
import { sortClauses } from './sort-clauses.ts';

/** So many files are offered to move a declaration to. */
const FILES = 3;

/** Everything that can be written otherwise at a place, or with what is selected. */
export function refactoringsOf(checked: Checked, at: Origin, texts: Texts): Refactoring[] {
    const ground = new Ground(checked, texts);
    const around = ground.around({ ...at, end: at.start });
    const found: Refactoring[] = [...extractions(ground, at)];
    const add = (kind: Refactoring['kind'], title: Message, edits: readonly Edit[]): void => {
        if (edits.length > 0) {
            found.push({ kind, title, edits });
        }
    };
    if (around === undefined) {
        return found;
    }
    add('rewrite', { en: 'Sort the clauses', id: 'Urutkan klausa' }, sortClauses(ground, around.whole));
    if (around.kind === 'program') {
        add(
            'rewrite',
            { en: 'Write `start` and `duration` for `during`', id: 'Ganti `during` dengan `start` dan `duration`' },
            splitDuring(ground, around),
        );
        add(
            'rewrite',
            { en: 'Write `during` for `start` and `duration`', id: 'Ganti `start` dan `duration` dengan `during`' },
            joinDates(ground, around),
        );
    }
    if (around.kind === 'waiver') {
        return found;
    }
    const { name, whole } = around;
    for (const file of likelyFiles(ground, around)) {
        add(
            'move',
            say(
                () => `Move \`${name}\` to ${shortest(file)}`,
                () => `Pindahkan \`${name}\` ke ${shortest(file)}`,
            ),
            moveDeclaration(ground, whole, file),
        );
    }
    return found;
}

function* extractions(ground: Ground, { file, start, end }: Origin): Iterable<Refactoring> {
    const providers = (ground.fragment(file)?.declarations ?? []).filter(
        (each): each is Provider =>
            (each.kind === 'program' || each.kind === 'application') &&
            each.whole.start <= end &&
            start <= each.whole.end,
    );
    if (providers.length < 2) {
        return;
    }
    const name = serviceName(ground, providers);
    const edits = extractService(ground, providers, name);
    if (edits.length > 0) {
        yield {
            kind: 'extract',
            title: say(
                () => `Declare the service that these ${providers.length} provide`,
                () => `Deklarasikan layanan yang diberikan oleh ${providers.length} ini`,
            ),
            edits,
        };
    }
}

/** Other files of the plan with most declarations of the same kind; where there are none, the first by path. */
function likelyFiles({ plan }: Ground, { kind, whole }: Declaration): readonly string[] {
    return plan.fragments
        .filter(({ file }) => file !== whole.file)
        .map(({ file, declarations }) => ({ file, count: declarations.filter((each) => each.kind === kind).length }))
        .sort((a, b) => b.count - a.count || (a.file < b.file ? -1 : 1))
        .slice(0, FILES)
        .map(({ file }) => file);
}

/** The last two parts of a path: enough to tell files of one plan apart at a glance. */
function shortest(file: string): string {
    return file.split('/').slice(-2).join('/');
}
