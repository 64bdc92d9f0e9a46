import picomatch from 'picomatch';
import type { Message } from '../plan/message.ts';

/** Says whether a path, with `/`, is meant. */
export type Glob = (path: string) => boolean;

/** A pattern longer than this is a mistake, or meant to harm. */
const LONGEST = 200;
/** Stars in one folder's or file's name: with each one more, a hostile name takes some hundred times as long. */
const MOST_STARS = 3;
const MOST_DEEP_STARS = 3;
const MOST_CHOICES = 20;

/** What makes a pattern too hard to follow in bounded time, in words; `undefined` for a harmless one. */
export function faultOf(pattern: string): Message | undefined {
    if (trimmed(pattern) === '') {
        return {
            en: 'This pattern is empty: it means no file and no folder.',
            id: 'Pola ini kosong: tidak ada berkas atau folder yang dimaksud.',
        };
    }
    return pattern.length <= LONGEST && isSimple(pattern) ? undefined : TOO_COMPLICATED;
}

const TOO_COMPLICATED: Message = {
    en: `This pattern is too complicated: at most ${LONGEST} characters, ${MOST_STARS} \`*\` in one name, ${MOST_DEEP_STARS} \`**\`, ${MOST_CHOICES} choices. Write several simple ones.`,
    id: `Pola ini terlalu rumit: paling banyak ${LONGEST} karakter, ${MOST_STARS} \`*\` dalam satu nama, ${MOST_DEEP_STARS} \`**\`, ${MOST_CHOICES} pilihan. Tulis beberapa pola sederhana.`,
};

/** A pattern without what means nothing: `./` before it, `/` behind it. */
function trimmed(pattern: string): string {
    return pattern.replace(/^\.\/|\/$/g, '');
}

function isSimple(pattern: string): boolean {
    const deep = pattern.match(/\*{2,}/g)?.length ?? 0;
    const stars = pattern
        .replace(/\*{2,}/g, '')
        .split('/')
        .map((part) => part.match(/\*/g)?.length ?? 0);
    const choices = pattern.match(/[{,]|\.\.|\[/g)?.length ?? 0;
    return deep <= MOST_DEEP_STARS && Math.max(...stars) <= MOST_STARS && choices <= MOST_CHOICES;
}

/**
 * A pattern as a question to paths: `*` within one name, `**` across folders, `?`, `[abc]`, `{a,b}`. Round brackets
 * and the signs around them stand for themselves: what they can mean elsewhere takes for ever on the wrong name. A
 * pattern with a fault meets nothing.
 */
export function compileGlob(pattern: string): Glob {
    if (faultOf(pattern) !== undefined) {
        return () => false;
    }
    return picomatch(trimmed(pattern).replace(/[()|+@!]/g, '\\$&'), { dot: true, noextglob: true, nonegate: true });
}
