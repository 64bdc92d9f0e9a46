import type { IToken } from 'chevrotain';
import { nearest } from '../plan/distance.ts';
import * as say from './breakage.ts';
import { DECLARING } from './chunks.ts';
import { words } from './parser.ts';
import { readClause } from './repair/clause.ts';
import { readClauses, readDeclaration } from './repair/declaration.ts';
import { beginsDeclaration, correctKeyword, declaringKeyword } from './repair/header.ts';
import { type Breakage, Track } from './repair/track.ts';
import { blockOf } from './structure.ts';

/** Tokens that the grammar reads, made from tokens that it does not. */
export interface Repaired {
    readonly tokens: IToken[];
    readonly breakages: readonly Breakage[];
    /** Keywords of clauses that had to be left out, by the offset of the name of the declaration they stand in. */
    readonly lost: ReadonlyMap<number, readonly string[]>;
    /** Unclosed texts on whose line an earlier quote is missing already, and the first token that shows it. */
    readonly unpaired: ReadonlyMap<IToken, IToken>;
    /** Tokens that are the inside of an unclosed text of many lines. */
    readonly swallowed: ReadonlySet<IToken>;
}

/**
 * Mends the tokens of a broken chunk: what can be read stays, what cannot is left out and reported once, a missing
 * brace, name, title or comma is put in, and a slip of the pen (`ownr`) is taken as what it was meant to be. Reading
 * goes on at the next clause, or at the next declaration. Linear in the number of tokens.
 */
export function repair(text: string, tokens: readonly IToken[]): Repaired {
    const track = new Track(text, tokens);
    while (!track.done) {
        const keyword = declaringKeyword(track, track.at);
        if (keyword === undefined) {
            skipJunk(track);
        } else if (keyword === 'use' || keyword === 'waive') {
            readStatement(track, keyword);
        } else {
            const hoisted: IToken[] = [];
            readDeclaration(track, { keyword, around: undefined, hoisted });
            track.give(hoisted);
        }
    }
    return {
        tokens: track.out,
        breakages: track.breakages,
        lost: track.lost,
        unpaired: track.unpaired,
        swallowed: track.swallowed,
    };
}

/** Whether a line begins with a declaration, perhaps a misspelt or incomplete one; `area` alone may be a clause. */
function opensDeclaration(track: Track, index: number): boolean {
    return (
        track.opensLine(index) &&
        declaringKeyword(track, index) !== undefined &&
        (track.tokens[index]!.image !== 'area' || beginsDeclaration(track, index))
    );
}

/** Words that begin no declaration: one report, up to the next one that opens a line. */
function skipJunk(track: Track): void {
    const { open, close } = words().types;
    const start = track.at;
    const { image, tokenType } = track.tokens[start]!;
    if (tokenType === close) {
        track.report(start, start, { message: say.strayClose(), replacement: '' });
        track.at++;
        return;
    }
    let depth = tokenType === open ? 1 : 0;
    track.at = track.find(start + 1, (index) => {
        const isClose = track.is(index, close) && depth > 0;
        depth += track.is(index, open) ? 1 : isClose ? -1 : 0;
        return depth === 0 && !isClose && opensDeclaration(track, index);
    });
    track.report(start, track.at - 1, { message: say.noDeclaration(image, nearest(image, DECLARING)) });
}

/** `use …` and `waive …`: no braces; they end where the next declaration begins. */
function readStatement(track: Track, keyword: 'use' | 'waive'): void {
    const end = track.find(track.at + 1, (index) => opensDeclaration(track, index) || beginsDeclaration(track, index));
    correctKeyword(track, keyword);
    if (keyword === 'use') {
        readClause(track, 'Use', end, new Set());
        track.at = end;
        return;
    }
    const block = blockOf('WaiveClause');
    const offset = track.tokens[track.at]!.startOffset;
    const head = track.find(track.at + 1, (index) => index >= end || track.isKeyword(index, block.keywords));
    if (readClause(track, 'Waive', head, block.keywords)) {
        track.inside = { name: '', offset };
        readClauses(track, block, { keyword, around: undefined, hoisted: undefined }, () => track.at >= end);
        track.inside = undefined;
    }
    // Without rule and subjects nothing is waived; the reason and the rest go with them.
    track.at = end;
}
