import { createTokenInstance, type IToken, Lexer as Scanner, type TokenType } from 'chevrotain';
import {
    DefaultTokenBuilder,
    type Grammar,
    type GrammarAST,
    type Lexer,
    type LexerResult,
    type TokenBuilder,
} from 'langium';
import { INTRODUCES_NAME, NAME_THEN_NUMBER, NAME_THEN_TEXT } from './name-positions.ts';
import { endOfText, opensText } from './texts.ts';

/** What may be a name although it begins like an amount, and how far such a name goes. */
const NAME = /^Rp[\w-]*\.?$/i;
const QUALIFIED_NAME = /[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*/y;

/** Words that scale an amount of money; they may stand on the next line too. */
const SCALE = new Set(['ribu', 'juta', 'miliar', 'triliun']);

/**
 * Keywords are never scanned for: the scanner finds words, `classify` names them. Signs stay as they are. Texts are
 * scanned by hand.
 */
export class WordTokens extends DefaultTokenBuilder implements TokenBuilder {
    protected override buildKeywordToken(
        keyword: GrammarAST.Keyword,
        terminalTokens: TokenType[],
        caseInsensitive: boolean,
    ): TokenType {
        return /[a-z]/.test(keyword.value)
            ? { name: keyword.value, PATTERN: Scanner.NA }
            : super.buildKeywordToken(keyword, terminalTokens, caseInsensitive);
    }

    protected override buildTerminalToken(terminal: GrammarAST.TerminalRule): TokenType {
        const token = super.buildTerminalToken(terminal);
        return terminal.name === 'TEXT'
            ? { ...token, PATTERN: scanText, LINE_BREAKS: true, START_CHARS_HINT: ['"', '\u201c', '\u201d', '\u201e'] }
            : token;
    }
}

function scanText(text: string, offset: number): [string] | null {
    return opensText(text, offset) ? [text.slice(offset, endOfText(text, offset))] : null;
}

/** Langium's scanner, whose tokens know where they end. One that is given its end later is moved in memory for it. */
class EndingScanner extends Scanner {
    /** Makes each token; the scanner asks for this one where lines do not matter. */
    protected createOffsetOnlyToken(
        image: string,
        startOffset: number,
        tokenTypeIdx: number,
        tokenType: TokenType,
    ): IToken {
        return { image, startOffset, endOffset: startOffset + image.length - 1, tokenTypeIdx, tokenType };
    }
}

/** The token types that the reader asks about by name. */
export interface TokenTypes {
    readonly id: TokenType;
    readonly text: TokenType;
    readonly number: TokenType;
    readonly money: TokenType;
    readonly junk: TokenType;
    readonly open: TokenType;
    readonly close: TokenType;
    readonly comma: TokenType;
    /** `after` before a number: a part of `raises`, where the same word before a name is a clause. */
    readonly suffix: TokenType;
    /** Keywords that are words, by their text. */
    readonly keywords: ReadonlyMap<string, TokenType>;
}

/** The lexer of the language. Any text gives tokens: what is no word of it becomes `junk`. */
export class Words implements Lexer {
    readonly definition: Record<string, TokenType>;
    readonly types: TokenTypes;
    private readonly scanner: Scanner;
    private prepared: IToken[] | undefined;

    constructor(services: { readonly Grammar: Grammar; readonly parser: { readonly TokenBuilder: TokenBuilder } }) {
        const built = services.parser.TokenBuilder.buildTokens(services.Grammar) as TokenType[];
        const junk: TokenType = { name: 'JUNK', PATTERN: Scanner.NA };
        const tokens = [...built, junk];
        this.scanner = new EndingScanner(tokens, { positionTracking: 'onlyOffset', skipValidations: true });
        this.definition = Object.fromEntries(tokens.map((type) => [type.name, type]));
        const type = (name: string): TokenType => this.definition[name]!;
        this.types = {
            id: type('ID'),
            text: type('TEXT'),
            number: type('NUMBER'),
            money: type('MONEY'),
            junk,
            open: type('{'),
            close: type('}'),
            comma: type(','),
            suffix: type('@after'),
            keywords: new Map(tokens.filter((each) => /^[a-z]/.test(each.name)).map((each) => [each.name, each])),
        };
    }

    /** The tokens of a text. When tokens have been prepared, those, whatever the text. */
    tokenize(text: string): LexerResult {
        const tokens = this.prepared ?? this.read(text).tokens;
        this.prepared = undefined;
        return { tokens, hidden: [], errors: [] };
    }

    /** Lets the next `tokenize` give these tokens: the way to parse tokens that no text has, such as a missing brace. */
    prepare(tokens: IToken[]): void {
        this.prepared = tokens;
    }

    /** Reads a text into classified tokens, and its comments apart. */
    read(text: string): { readonly tokens: IToken[]; readonly comments: readonly IToken[] } {
        const { tokens, errors, groups } = this.scanner.tokenize(text);
        for (const { offset, length } of errors) {
            const junk = createTokenInstance(
                this.types.junk,
                text.substr(offset, length),
                offset,
                offset + length - 1,
                Number.NaN,
                Number.NaN,
                Number.NaN,
                Number.NaN,
            );
            tokens.push(junk);
        }
        if (errors.length > 0) {
            tokens.sort((a, b) => a.startOffset - b.startOffset);
        }
        return { tokens: this.classify(text, tokens), comments: groups.hidden ?? [] };
    }

    /** A token that stands nowhere, put in where one is missing. */
    invent(type: TokenType, image: string, offset: number): IToken {
        return createTokenInstance(type, image, offset, offset - 1, Number.NaN, Number.NaN, Number.NaN, Number.NaN);
    }

    /** Whether a line begins between two neighbouring tokens (or before the first one). */
    opensLine(text: string, tokens: readonly IToken[], index: number): boolean {
        const previous = tokens[index - 1];
        return previous === undefined || /[\r\n]/.test(text.slice(previous.endOffset! + 1, tokens[index]!.startOffset));
    }

    private classify(text: string, tokens: IToken[]): IToken[] {
        const { id, number, money, comma, suffix, keywords } = this.types;
        let previous: IToken | undefined;
        let kept = 0;
        for (let i = 0; i < tokens.length; i++) {
            const token = tokens[i]!;
            const nameIsDue =
                previous !== undefined &&
                (previous.tokenType === comma ||
                    (previous.tokenType.PATTERN === Scanner.NA && INTRODUCES_NAME.has(previous.image)));
            if (token.tokenType === id) {
                const keyword = keywords.get(token.image);
                if (keyword !== undefined && (!nameIsDue || this.opensClause(text, tokens, i, previous!))) {
                    retag(token, token.image === 'after' && tokens[i + 1]?.tokenType === number ? suffix : keyword);
                }
            } else if (token.tokenType === money) {
                i =
                    nameIsDue && NAME.test(token.image)
                        ? this.takeName(text, tokens, i)
                        : this.takeAmount(text, tokens, i);
            }
            previous = token;
            tokens[kept++] = token;
        }
        tokens.length = kept;
        return tokens;
    }

    /**
     * Whether a keyword where a name is due is a keyword all the same: `none-of` before a name, or a word followed by
     * what follows no name. So `owner` with nothing behind it does not swallow the next clause.
     */
    private opensClause(text: string, tokens: readonly IToken[], index: number, previous: IToken): boolean {
        const next = tokens[index + 1];
        const { id, text: textType, number, money, keywords } = this.types;
        if (next === undefined) {
            return false;
        }
        if (previous.image === 'target' && tokens[index]!.image === 'none-of') {
            return next.tokenType === id;
        }
        if (this.opensLine(text, tokens, index + 1)) {
            return false;
        }
        return (
            next.tokenType === money ||
            (next.tokenType === textType && !NAME_THEN_TEXT.has(previous.image)) ||
            (next.tokenType === number && !NAME_THEN_NUMBER.has(previous.image)) ||
            (next.tokenType === id && !keywords.has(next.image) && this.opensLine(text, tokens, index))
        );
    }

    /** Makes what was taken for money (`Rp2020-roads`) the name that it is. Gives the last index taken. */
    private takeName(text: string, tokens: readonly IToken[], index: number): number {
        const token = tokens[index]!;
        QUALIFIED_NAME.lastIndex = token.startOffset;
        token.image = QUALIFIED_NAME.exec(text)?.[0] ?? token.image;
        token.endOffset = token.startOffset + token.image.length - 1;
        retag(token, this.types.id);
        let last = index;
        while (last + 1 < tokens.length && tokens[last + 1]!.startOffset <= token.endOffset) {
            last++;
        }
        return last;
    }

    /**
     * Joins what stands behind `Rp 850` to the amount, up to a keyword, a brace or the line's end, whatever it is: a
     * wrongly written amount is one wrong amount. Gives the last index taken.
     */
    private takeAmount(text: string, tokens: readonly IToken[], index: number): number {
        const { id, number, open, close, keywords } = this.types;
        const amount = tokens[index]!;
        let hasFigure = /\d/.test(amount.image);
        let last = index;
        while (last + 1 < tokens.length) {
            const next = tokens[last + 1]!;
            const isWord = next.tokenType === id && !keywords.has(next.image);
            const isPart = this.opensLine(text, tokens, last + 1)
                ? (isWord && SCALE.has(next.image)) || (!hasFigure && next.tokenType === number)
                : isWord || (next.tokenType !== id && next.tokenType !== open && next.tokenType !== close);
            if (!isPart) {
                break;
            }
            amount.image += (next.startOffset > amount.endOffset! + 1 ? ' ' : '') + next.image;
            amount.endOffset = next.endOffset!;
            hasFigure ||= next.tokenType === number;
            last++;
        }
        return last;
    }
}

/** Gives a token another type in place. */
export function retag(token: IToken, type: TokenType): void {
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx!;
}
