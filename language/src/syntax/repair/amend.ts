import type { IToken } from 'chevrotain';
import { distance } from '../../plan/distance.ts';
import type { Message } from '../../plan/message.ts';
import * as say from '../breakage.ts';
import { words } from '../parser.ts';
import { breakIn } from '../recogniser.ts';
import { allKeywords } from '../structure.ts';
import type { Track } from './track.ts';

/** A clause put right by one change, and what to say of it. */
interface Amended {
    readonly tokens: readonly IToken[];
    /** The words that were changed, as indices in the track. */
    readonly first: number;
    readonly last: number;
    readonly message: Message;
    readonly replacement?: string;
}

/** One change: what stands in the place of the words from one index up to another. */
interface Change extends Omit<Amended, 'tokens'> {
    readonly from: number;
    readonly to: number;
    readonly put: readonly IToken[];
}

/** So many words behind a change are looked at first: mostly it breaks within them, however much of the text is behind. */
const FEW = 64;

/** The first change of one word that makes the clause at the present token readable. It breaks at `at`; `end` is its end. */
export function amend(
    track: Track,
    end: number,
    at: number,
    expected: readonly string[],
    rule: string,
): Amended | undefined {
    for (const change of changes(track, end, at, expected)) {
        const changed = (until: number): readonly IToken[] => [
            ...track.tokens.slice(track.at, change.from),
            ...change.put,
            ...track.tokens.slice(change.to, until),
        ];
        const few = changed(Math.min(end, change.to + FEW));
        const broken = breakIn(few, 0, few.length, rule);
        if (broken !== undefined && broken.index < few.length) {
            continue;
        }
        const tokens = change.to + FEW < end ? changed(end) : few;
        if (breakIn(tokens, 0, tokens.length, rule) === undefined) {
            return { ...change, tokens };
        }
    }
    return undefined;
}

function* changes(track: Track, end: number, at: number, expected: readonly string[]): Iterable<Change> {
    const { types } = words();
    const keyword = track.tokens[track.at]!.image;
    const word = at < end ? track.tokens[at] : undefined;
    const last = track.tokens[at - 1]!;
    if (word === undefined) {
        if (last.tokenType === types.comma) {
            yield {
                ...{ from: at - 1, to: at, put: [] },
                ...{ first: at - 1, last: at - 1 },
                message: say.danglingComma(),
                replacement: '',
            };
        }
        return;
    }
    const instead = { from: at, to: at + 1, first: at, last: at };
    if (word.tokenType === types.id) {
        for (const meant of slips(word.image, expected)) {
            const token = {
                ...word,
                image: meant,
                tokenType: types.keywords.get(meant)!,
                tokenTypeIdx: types.keywords.get(meant)!.tokenTypeIdx!,
            };
            yield { ...instead, put: [token], message: say.misspelt(word.image, meant), replacement: meant };
        }
    }
    if (word.tokenType === types.junk || word.tokenType === types.comma) {
        yield { ...instead, put: [], message: say.straySign(word.image), replacement: '' };
    }
    const isItem = (token: IToken): boolean => token.tokenType === types.id || token.tokenType === types.text;
    if (isItem(word) && isItem(last)) {
        yield missing(',', types.comma);
    }
    for (const name of expected) {
        const type = types.keywords.get(name);
        if (type !== undefined) {
            yield missing(name, type);
        }
    }
    if (keyword === 'kpi' && at === track.at + 2) {
        // Its title alone is missing: `kpi answer-time from 72 to 48`.
        yield { ...missing('""', types.text), message: say.missingTitle(keyword, last.image) };
    }
    if (expected.includes(types.text.name)) {
        // A text without any quotes, or a code such as 2.16.
        const image = track.quote(at, end - 1);
        const { endOffset } = track.tokens[end - 1]!;
        yield {
            ...{ from: at, to: end, put: [{ ...words().invent(types.text, image, word.startOffset), endOffset }] },
            ...{ first: at, last: end - 1 },
            message: say.unquoted(keyword),
            replacement: image,
        };
    }

    function missing(image: string, type: IToken['tokenType']): Change {
        return {
            ...{ from: at, to: at, put: [words().invent(type, image, word!.startOffset)] },
            ...{ first: at, last: at },
            message: say.missingWord(image, word!.image),
            replacement: image === ',' ? `, ${word!.image}` : `${image} ${word!.image}`,
        };
    }
}

/** Keywords that a word may have been meant to be: the expected ones first, then the nearest. */
function slips(word: string, expected: readonly string[]): readonly string[] {
    const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
    return allKeywords()
        .map((keyword) => ({ keyword, away: distance(word.toLowerCase(), keyword, limit) }))
        .filter(({ away }) => away <= limit)
        .sort((a, b) => Number(expected.includes(b.keyword)) - Number(expected.includes(a.keyword)) || a.away - b.away)
        .slice(0, 3)
        .map(({ keyword }) => keyword);
}
