import type { Declaration } from '../plan/declarations/declaration.ts';
import type { Origin } from '../plan/origin.ts';
import { lineStart, lineStop } from './clauses.ts';
import type { Edit } from './fix.ts';
import { type Ground, insert, isOwn } from './ground.ts';

/** Writes a new declaration below another, with a blank line between them where the file has such. */
export function declareBelow(ground: Ground, whole: Origin, lines: readonly string[]): readonly Edit[] {
    const text = ground.text(whole.file);
    if (text === undefined) {
        return [];
    }
    const eol = ground.eol(whole.file);
    const end = lineStop(text, whole.end);
    // Another declaration on the same line gets a line of its own; a comment, or words that cannot be read, do not.
    const { declarations = [], waivers = [] } = ground.fragment(whole.file) ?? {};
    const isShared = [...declarations, ...waivers].some(({ whole: { start } }) => start >= whole.end && start < end);
    const at = isShared ? whole.end : end;
    const isApart = lines.length > 1 || standsApart(text, whole.start, end);
    return [insert(whole.file, at, (isApart ? eol + eol : eol) + lines.join(eol))];
}

/** Whether a declaration has a blank line above it, or, as the first of its file, one below and something behind that. */
function standsApart(text: string, start: number, end: number): boolean {
    const above = text
        .slice(Math.max(0, start - 4000), lineStart(text, start))
        .replace(/(?:^|(?<=[\r\n]))[^\S\r\n]*\/\/[^\r\n]*(?:\r\n|\r|\n)/g, '');
    return above.trim() === '' ? BLANK_BELOW.test(text.slice(end, end + 200)) : BLANK_ABOVE.test(above.slice(-200));
}

const BLANK_BELOW = /^\s*?(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*\S/;
const BLANK_ABOVE = /(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*$/;

/** Declares a name of a kind: below the last of its kind in the same file, in any file, or below what asks for it. */
export function declare(ground: Ground, kind: Declaration['kind'], name: string, asking: Origin): readonly Edit[] {
    const line = `${kind} ${name} "${titleOf(name)}"`;
    const same = [asking.file, ...ground.plan.fragments.map(({ file }) => file)].map((file) =>
        ground.fragment(file)?.declarations.findLast((each) => each.kind === kind && isOwn(each)),
    );
    const neighbour = same.find((each) => each !== undefined) ?? ground.around(asking);
    return neighbour === undefined ? [] : declareBelow(ground, neighbour.whole, [line]);
}

/** A title to begin with: the words of a name. */
export function titleOf(name: string): string {
    const words = name.replace(/[-_]+/g, ' ').trim();
    return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Makes a library part of the plan: in the `use` of a file, of any file, or at a file's beginning. */
export function addUse(ground: Ground, library: string, file: string): readonly Edit[] {
    const files = [file, ...ground.plan.fragments.map((fragment) => fragment.file)];
    for (const each of files) {
        const use = ground.fragment(each)?.uses[0];
        if (use !== undefined && use.libraries.length > 0) {
            return [insert(each, use.clause.end, `, ${library}`)];
        }
    }
    const first = firstDeclaration(ground, file);
    return first === undefined ? [] : [insert(file, first, `use ${library}${ground.eol(file)}${ground.eol(file)}`)];
}

/** Where the first declaration of a file begins: below the comment that the file begins with. */
export function firstDeclaration(ground: Ground, file: string): number | undefined {
    const fragment = ground.fragment(file);
    // Both stand in the order of the text.
    const starts = [fragment?.declarations[0], fragment?.waivers[0]].flatMap((each) => each?.whole.start ?? []);
    return starts.length === 0 ? undefined : Math.min(...starts);
}
