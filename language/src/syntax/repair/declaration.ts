import type { IToken } from 'chevrotain';
import { nearest } from '../../plan/distance.ts';
import * as say from '../breakage.ts';
import { words } from '../parser.ts';
import { type Block, shapeOf } from '../structure.ts';
import { endOfClause, endOfStray, readClause, skipProse } from './clause.ts';
import { beginsDeclaration, correctKeyword, declaringKeyword, readHeader } from './header.ts';
import type { Track } from './track.ts';

/** A declaration with a name, a title and perhaps a block, and where it stands. */
export interface Place {
    readonly keyword: string;
    /** What it stands in; `undefined` for one that stands for itself. */
    readonly around: Surroundings | undefined;
    /** Where a declaration goes that stands in this one by mistake; `undefined` where none can. */
    readonly hoisted: IToken[] | undefined;
}

interface Surroundings {
    readonly place: Place;
    readonly block: Block;
}

/** Declarations that stand in another. */
const NESTED: ReadonlySet<string> = new Set(['activity', 'element', 'domain', 'indicator']);

/** Reads a declaration from its keyword to its closing brace. */
export function readDeclaration(track: Track, place: Place): void {
    const { open } = words().types;
    const { keyword } = place;
    const { head, body } = shapeOf(keyword);
    const outer = track.inside;
    const opening = track.at;
    correctKeyword(track, keyword);
    track.take();
    readHeader(track, keyword, opening);
    while (head !== undefined && track.isKeyword(track.at, head.keywords)) {
        readClause(track, head.rule, endOfHead(track, head, place), head.keywords);
    }
    const isImplied = !track.is(track.at, open) && findBlock(track, place, body, opening);
    if (isImplied) {
        track.put(open, '{');
        readBlock(track, body, place, opening, isImplied);
    } else if (track.is(track.at, open)) {
        track.take();
        readBlock(track, body, place, opening, isImplied);
    }
    track.inside = outer;
}

/** The index behind a clause between title and brace. */
function endOfHead(track: Track, head: Block, { around }: Place): number {
    const { open, close } = words().types;
    return track.find(
        track.at + 1,
        (index) =>
            track.is(index, open) ||
            track.is(index, close) ||
            track.isKeyword(index, head.keywords) ||
            isOneOf(track, index, around),
    );
}

/**
 * Goes from a title to its block, past what stands between by mistake. Gives whether a block begins here without its
 * brace.
 */
function findBlock(track: Track, { around }: Place, body: Block, opening: number): boolean {
    const { open, close } = words().types;
    // A nested declaration needs no braces; it lacks one if one is closed that was never opened, and it goes on.
    const lacksBrace = (index: number): boolean =>
        around === undefined ||
        (track.unclosed < 0 && (!track.opensLine(index) || track.indent(index) > track.indent(opening)));
    const beginsBlock = (index: number): boolean =>
        track.isKeyword(index, body.keywords) && lacksBrace(index) && !beginsDeclaration(track, index);
    const isOver = (index: number): boolean =>
        !beginsBlock(index) &&
        (track.is(index, close) ||
            (around === undefined ? beginsDeclaration(track, index) : isOneOf(track, index, around)) ||
            track.opensLine(index));
    const start = track.at;
    if (track.swallowsBrace(start - 1)) {
        return true;
    }
    if (track.is(start, close) && track.unclosed < 0 && beginsBlock(start + 1)) {
        track.report(start, start, { message: say.wrongBrace(), replacement: '{' });
        track.unclosed += 2;
        track.at++;
        return true;
    }
    if (track.done || isOver(start)) {
        return false;
    }
    track.at = track.find(start, (index) => track.is(index, open) || isOver(index) || beginsBlock(index));
    if (track.at === start && beginsBlock(start)) {
        const { image } = track.tokens[start]!;
        track.report(start, start, { message: say.missingOpen(track.inside?.name ?? ''), replacement: `{ ${image}` });
    } else if (track.at > start) {
        track.report(start, track.at - 1, { message: say.misplaced(track.tokens[start]!.image) });
    }
    const isImplied = !track.done && beginsBlock(track.at);
    track.unclosed += isImplied ? 1 : 0;
    return isImplied;
}

function isStatement(track: Track, index: number): boolean {
    const keyword = track.opensLine(index) ? declaringKeyword(track, index) : undefined;
    return keyword === 'use' || keyword === 'waive';
}

/** Whether a token begins a clause of one of the blocks around. */
function isOneOf(track: Track, index: number, around: Surroundings | undefined): boolean {
    return (
        around !== undefined &&
        (track.isKeyword(index, around.block.keywords) || isOneOf(track, index, around.place.around))
    );
}

/** The clauses of a block and its closing brace. `isImplied` when the opening one was missing already. */
function readBlock(track: Track, block: Block, place: Place, opening: number, isImplied: boolean): void {
    const { close } = words().types;
    for (;;) {
        readClauses(track, block, place, () => track.is(track.at, close) || isLeft(track, block, place, opening));
        if (!track.is(track.at, close)) {
            break;
        }
        // With more braces closed than opened, one before a further clause of the block is the wrong one.
        const next = track.at + 1;
        const isEarly =
            track.unclosed < 0 &&
            next < track.tokens.length &&
            !track.is(next, close) &&
            !isOneOf(track, next, place.around) &&
            !beginsDeclaration(track, next) &&
            (track.isKeyword(next, block.keywords) || !track.opensLine(next) || track.isReported(track.at - 1));
        if (!isEarly) {
            track.take();
            return;
        }
        track.report(track.at, track.at, { message: say.earlyClose(track.inside?.name ?? ''), replacement: '' });
        track.unclosed++;
        track.at++;
    }
    if (!isImplied) {
        const last = track.at - 1;
        track.report(last, last, {
            message: say.missingClose(place.keyword, track.inside?.name ?? ''),
            replacement: `${track.tokens[last]!.image} }`,
            opening,
        });
    }
    track.unclosed--;
    track.put(close, '}');
}

/**
 * Whether a block has been left without a closing brace: fewer are closed than opened, and a declaration begins, or a
 * clause of what is around a nested block that could not stand in it or is indented no deeper.
 */
function isLeft(track: Track, block: Block, place: Place, opening: number): boolean {
    if (track.unclosed <= 0) {
        return false;
    }
    if (track.opensLine(track.at) && (beginsDeclaration(track, track.at) || isStatement(track, track.at))) {
        return true;
    }
    return (
        isOneOf(track, track.at, place.around) &&
        (!track.isKeyword(track.at, block.keywords) ||
            (track.opensLine(track.at) && track.opensLine(opening) && track.indent(track.at) <= track.indent(opening)))
    );
}

/** Reads clauses until it is done, and past what is none. */
export function readClauses(track: Track, block: Block, place: Place, isDone: () => boolean): void {
    const { id, open, suffix } = words().types;
    while (!track.done && !isDone()) {
        const start = track.at;
        const { image } = track.tokens[start]!;
        const isWord = track.isWord(start);
        const isName = track.is(start, id);
        const meant = isName ? nearest(image, block.keywords) : undefined;
        if (track.isKeyword(start, block.keywords)) {
            readOne(track, block, place);
        } else if (meant === image) {
            // The clause before took it for the name it lacks.
            track.substitute(start, meant);
            readOne(track, block, place);
        } else if (meant !== undefined) {
            track.report(start, start, { message: say.unknownClause(image, place.keyword, meant), replacement: meant });
            track.substitute(start, meant);
            readOne(track, block, place, true);
        } else if (place.hoisted !== undefined && beginsDeclaration(track, start) && track.is(start + 3, open)) {
            hoist(track, place, place.hoisted);
        } else {
            track.at = endOfStray(track, block);
            if (track.is(start, open) && track.unclosed > 0) {
                track.unclosed--;
            }
            track.report(start, track.at - 1, {
                message: track.is(start, suffix)
                    ? say.lateSuffix()
                    : say.noClause(image, place.keyword, [...block.keywords], isWord && !isName),
            });
        }
        skipProse(
            track,
            start,
            block,
            (index) => track.isKeyword(index, block.keywords) || isOneOf(track, index, place.around),
        );
    }
}

/** One clause, or a nested declaration. A program's `element` names one; a dimension's declares one. */
function readOne(track: Track, block: Block, place: Place, isReported = false): void {
    const { image } = track.tokens[track.at]!;
    if (NESTED.has(image) && !(image === 'element' && block.rule === 'ProgramClause')) {
        readDeclaration(track, { keyword: image, around: { place, block }, hoisted: undefined });
        return;
    }
    const count = track.breakages.length;
    readClause(track, block.rule, endOfClause(track, block), block.keywords);
    if (isReported) {
        // What follows from a slip is not another broken place.
        track.breakages.length = count;
    }
}

/** A declaration inside of another is reported, and read as if it stood outside. */
function hoist(track: Track, place: Place, hoisted: IToken[]): void {
    const { out, inside } = track;
    const { image } = track.tokens[track.at]!;
    track.report(track.at, track.at + 1, { message: say.nestedDeclaration(image, place.keyword) });
    track.out = hoisted;
    track.inside = undefined;
    readDeclaration(track, { keyword: image, around: undefined, hoisted: undefined });
    track.out = out;
    track.inside = inside;
}
