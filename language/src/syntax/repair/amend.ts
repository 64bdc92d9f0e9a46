import type { IToken } from 'chevrotain';
import { distance } from '../../plan/distance.ts';
import type { Message } from '../../plan/message.ts';
import * as say from '../breakage.ts';
import { parseTokens, words } from '../parser.ts';
import { allKeywords } from '../structure.ts';
import type { Track } from './track.ts';

/** A clause put right by one change, and what to say of it. */
interface Amendment {
    readonly piece: readonly IToken[];
    /** The words that were changed, as indices in the piece. */
    readonly first: number;
    readonly last: number;
    readonly message: Message;
    readonly replacement?: string;
}

/** The first change of one word that makes a clause readable. */
export function amend(
    track: Track,
    piece: readonly IToken[],
    index: number,
    expected: readonly string[],
    rule: string,
): Amendment | undefined {
    for (const amendment of amendments(track, piece, index, expected)) {
        if (parseTokens(track.text, [...amendment.piece], rule).broken === undefined) {
            return amendment;
        }
    }
    return undefined;
}

function* amendments(
    track: Track,
    piece: readonly IToken[],
    index: number,
    expected: readonly string[],
): Iterable<Amendment> {
    const { types } = words();
    const keyword = piece[0]!.image;
    const word = piece[index];
    const last = piece[index - 1]!;
    if (word === undefined) {
        if (last.tokenType === types.comma) {
            yield {
                piece: piece.slice(0, -1),
                first: index - 1,
                last: index - 1,
                message: say.danglingComma(),
                replacement: '',
            };
        }
        return;
    }
    const put = (tokens: readonly IToken[], rest: number): readonly IToken[] => [
        ...piece.slice(0, index),
        ...tokens,
        ...piece.slice(rest),
    ];
    if (word.tokenType === types.id) {
        for (const meant of slips(word.image, expected)) {
            const token = {
                ...word,
                image: meant,
                tokenType: types.keywords.get(meant)!,
                tokenTypeIdx: types.keywords.get(meant)!.tokenTypeIdx!,
            };
            yield {
                piece: put([token], index + 1),
                first: index,
                last: index,
                message: say.misspelt(word.image, meant),
                replacement: meant,
            };
        }
    }
    if (word.tokenType === types.junk || word.tokenType === types.comma) {
        yield {
            piece: put([], index + 1),
            first: index,
            last: index,
            message: say.straySign(word.image),
            replacement: '',
        };
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
    if (keyword === 'kpi' && index === 2) {
        // Its title alone is missing: `kpi answer-time from 72 to 48`.
        yield { ...missing('""', types.text), message: say.missingTitle(keyword, last.image) };
    }
    if (expected.includes(types.text.name)) {
        // A text without any quotes, or a code such as 2.16.
        const image = track.quote(track.at + index, track.at + piece.length - 1);
        yield {
            piece: put(
                [
                    {
                        ...words().invent(types.text, image, word.startOffset),
                        endOffset: piece[piece.length - 1]!.endOffset!,
                    },
                ],
                piece.length,
            ),
            first: index,
            last: piece.length - 1,
            message: say.unquoted(keyword),
            replacement: image,
        };
    }

    function missing(image: string, type: IToken['tokenType']): Amendment {
        return {
            piece: put([words().invent(type, image, word!.startOffset)], index),
            first: index,
            last: index,
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
