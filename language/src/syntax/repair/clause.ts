import type { IToken } from 'chevrotain';
import { nearest } from '../../plan/distance.ts';
import * as say from '../breakage.ts';
import { INTRODUCES_NAME } from '../name-positions.ts';
import { words } from '../parser.ts';
import { breakIn } from '../recogniser.ts';
import type { Block } from '../structure.ts';
import { isClosed } from '../texts.ts';
import { amend } from './amend.ts';
import type { Track } from './track.ts';

/**
 * Reads the clause at the present token, up to `end`. One that breaks is put right if one change does that; else its
 * beginning is kept if that can stand alone, and reading goes on behind the broken words. Gives whether anything of it
 * was kept. `siblings` are the keywords of clauses that a misspelt word behind it may have begun.
 */
export function readClause(track: Track, rule: string, end: number, siblings: ReadonlySet<string>): boolean {
    const start = track.at;
    const broken = breakIn(track.tokens, start, end, rule);
    if (broken === undefined) {
        track.take(end - start);
        return true;
    }
    const keyword = track.tokens[start]!.image;
    // The keyword itself always fits, so every call goes a word further at least.
    const length = Math.max(1, broken.index);
    if (endBefore(track, end, length - 1, rule, siblings)) {
        return true;
    }
    const stop = start + length;
    const next = track.tokens[stop];
    const isNextClause = stop < end && (track.opensLine(stop) || nearest(next!.image, siblings) !== undefined);
    if (isNextClause && keepBeginning(track, length, rule)) {
        // A clause of its own that cannot be read: it is reported there.
        track.at = stop;
        return true;
    }
    if (stop >= end && skipBrace(track, end, rule, siblings)) {
        return true;
    }
    const amendment = isNextClause ? undefined : amend(track, end, stop, broken.expected, rule);
    if (amendment !== undefined) {
        track.report(amendment.first, amendment.last, amendment);
        track.give(amendment.tokens);
        track.at = end;
        return true;
    }
    const kept = keepBeginning(track, length, rule);
    if (!kept) {
        track.lose(keyword);
    }
    const before = track.tokens[stop - 1]?.image ?? keyword;
    if (stop >= end || isNextClause || track.opensLine(stop)) {
        track.report(start, stop - 1, { message: say.incomplete(keyword, before, broken.expected) });
        track.at = stop;
    } else {
        track.at = Math.min(end, track.endOfLine(stop));
        track.report(stop, track.at - 1, { message: say.broken(keyword, before, next!.image, broken.expected) });
    }
    return kept;
}

/** Reads a clause past a closing brace in its middle, where more are closed than opened. */
function skipBrace(track: Track, brace: number, rule: string, siblings: ReadonlySet<string>): boolean {
    const { close } = words().types;
    if (track.unclosed >= 0 || !track.is(brace, close)) {
        return false;
    }
    const end = track.find(
        brace + 1,
        (index) => track.opensLine(index) || track.is(index, close) || track.isKeyword(index, siblings),
    );
    const whole = [...track.tokens.slice(track.at, brace), ...track.tokens.slice(brace + 1, end)];
    if (breakIn(whole, 0, whole.length, rule) !== undefined) {
        return false;
    }
    track.report(brace, brace, { message: say.strayClose(), replacement: '' });
    track.unclosed++;
    track.give(whole);
    track.at = end;
    return true;
}

/** So many words tell whether a clause goes on behind its first two. */
const FEW = 4;

/**
 * Ends a clause before the word that stands where a name is due, if that is a clause of its own (`partners dishub,`
 * before `area "Kota"`).
 */
function endBefore(track: Track, end: number, index: number, rule: string, siblings: ReadonlySet<string>): boolean {
    const { id, keywords } = words().types;
    const at = track.at + index;
    const word = at < end ? track.tokens[at] : undefined;
    const type = word === undefined ? undefined : keywords.get(word.image);
    if (index < 2 || word?.tokenType !== id || type === undefined || !siblings.has(word.image)) {
        return false;
    }
    const last = track.tokens[at - 1]!;
    const own = [
        { ...word, tokenType: type, tokenTypeIdx: type.tokenTypeIdx! },
        ...track.tokens.slice(at + 1, Math.min(end, at + FEW)),
    ];
    // It goes on like one, even if that breaks further on.
    if ((breakIn(own, 0, own.length, rule)?.index ?? own.length) < 2 || !keepBeginning(track, index, rule)) {
        return false;
    }
    const { comma } = words().types;
    track.report(
        track.at + index - 1,
        track.at + index - 1,
        last.tokenType === comma
            ? { message: say.danglingComma(), replacement: '' }
            : { message: say.incomplete(track.tokens[track.at]!.image, last.image, ['ID']) },
    );
    track.substitute(track.at + index, word.image);
    track.at += index;
    return true;
}

/** So many keywords in the middle of a line are tried as beginnings of a clause, before one is taken for it unseen. */
const MOST_TRIES = 3;

/**
 * The index behind the clause at the present token: the next one that is a clause, or the block's end. A keyword in the
 * middle of a line begins one if it can be read as one; else it may be prose (`source Rencana aksi area kota`).
 */
export function endOfClause(track: Track, block: Block): number {
    return boundary(track, block, 'clause', (index) => isSlip(track, block, index));
}

/** The index behind words that are no clause: the next clause, or the next line that looks like one. */
export function endOfStray(track: Track, block: Block): number {
    const { id } = words().types;
    return boundary(
        track,
        block,
        'stray',
        (index) =>
            isSlip(track, block, index) || (track.isWord(index) && !track.is(index, id) && track.opensLine(index)),
    );
}

/** Whether a line begins with a misspelt keyword of a block, where no name is due. */
function isSlip(track: Track, block: Block, index: number): boolean {
    const { id, comma } = words().types;
    return (
        track.is(index, id) &&
        !track.is(index - 1, comma) &&
        !track.isKeyword(index - 1, INTRODUCES_NAME) &&
        track.opensLine(index) &&
        nearest(track.tokens[index]!.image, block.keywords) !== undefined
    );
}

function boundary(track: Track, block: Block, kind: string, isOther: (index: number) => boolean): number {
    const { open, close } = words().types;
    const from = track.at + 1;
    let depth = track.is(track.at, open) && track.unclosed <= 0 ? 1 : 0;
    const known = depth === 0 ? track.restUntil(from, block, kind) : undefined;
    if (known !== undefined) {
        return known;
    }
    let tries = 0;
    let isQuiet = depth === 0;
    const end = track.find(from, (index) => {
        if (track.is(index, open)) {
            if (depth === 0 && track.unclosed > 0) {
                return true;
            }
            isQuiet = false;
            depth++;
        } else if (track.is(index, close)) {
            depth--;
        }
        if (depth !== 0) {
            return depth < 0;
        }
        if (track.isKeyword(index, block.keywords)) {
            if (track.opensLine(index) || tries++ >= MOST_TRIES) {
                return true;
            }
            isQuiet = false;
            return isClause(track, block, index);
        }
        return isOther(index);
    });
    if (isQuiet) {
        track.rest(from, end, block, kind);
    }
    return end;
}

/** Whether a clause can be read from an index to the next keyword, brace or line. */
function isClause(track: Track, block: Block, from: number): boolean {
    const { open, close } = words().types;
    const end = track.find(
        from + 1,
        (index) =>
            track.is(index, open) ||
            track.is(index, close) ||
            track.opensLine(index) ||
            track.isKeyword(index, block.keywords),
    );
    // A block is taken on trust.
    return track.is(end, open) || breakIn(track.tokens, from, end, block.rule) === undefined;
}

/** Keeps the words before the broken one, or all but the last of them (`needs a, b,`). */
function keepBeginning(track: Track, length: number, rule: string): boolean {
    for (const size of [length, length - 1]) {
        const end = track.at + size;
        if (size > 0 && breakIn(track.tokens, track.at, end, rule) === undefined) {
            track.give(track.tokens.slice(track.at, end));
            return true;
        }
    }
    return false;
}

/**
 * Goes past the lines of an unclosed text of many lines that was read since `from`: they are prose. They end before a
 * closing brace, or a clause that can be read as one or is indented no deeper than the line of the text.
 */
export function skipProse(track: Track, from: number, block: Block, isKeyword: (index: number) => boolean): void {
    const { text, close } = words().types;
    const opening = track.find(
        from,
        (index) => index >= track.at || (track.is(index, text) && isUnclosedBlock(track.tokens[index]!)),
    );
    if (opening >= track.at) {
        return;
    }
    let line = opening;
    while (line > 0 && !track.opensLine(line)) {
        line--;
    }
    const indent = track.indent(line);
    const end = track.find(
        opening + 1,
        (index) =>
            track.opensLine(index) &&
            (track.is(index, close) ||
                (isKeyword(index) && (track.indent(index) <= indent || isClause(track, block, index)))),
    );
    for (const token of track.tokens.slice(opening + 1, end)) {
        track.swallowed.add(token);
    }
    track.at = Math.max(track.at, end);
}

function isUnclosedBlock(token: IToken): boolean {
    return token.image.startsWith('"""') && !isClosed(token.image);
}
