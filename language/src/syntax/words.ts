import { createTokenInstance, EOF, type IToken, Lexer as Scanner, type TokenType } from 'chevrotain';
import { DefaultTokenBuilder, type Grammar, type GrammarAST, type Lexer, type LexerResult, type TokenBuilder } from 'langium';

/**
 * Words of the language. The scanner knows one kind of word; `classify` decides by its neighbours which of them are
 * keywords and which are names. Every keyword may be a name: a word is one where a name is expected, which is behind
 * the keywords below, and behind a comma.
 */
const INTRODUCES_NAME = new Set([
    'masterplan', 'audience', 'opd', 'service', 'data', 'application', 'infrastructure', 'program', 'driver', 'obstacle',
    'scenario', 'dimension', 'framework', 'fund', 'area', 'use', 'waive', 'for', 'by', 'owner', 'producer', 'element',
    'measures', 'within', 'class', 'serves', 'supports', 'needs', 'integrates', 'replaces', 'partners', 'delivers',
    'resolves', 'responds-to', 'raised-by', 'drop', 'delay', 'after', 'actual', 'target', 'none-of', 'from', 'kpi',
    'raises', 'activity', 'positive', 'negative', 'barred-by', 'domain', 'indicator',
]);

/** Behind these a name is followed by a text, so that a text tells nothing about the word before it. */
const NAME_THEN_TEXT = new Set([
    'masterplan', 'audience', 'opd', 'service', 'data', 'application', 'infrastructure', 'program', 'driver', 'obstacle',
    'scenario', 'dimension', 'framework', 'fund', 'area', 'kpi', 'activity', 'element', 'domain', 'indicator', 'positive',
    'negative',
]);

/** Behind these a name is followed by a number. */
const NAME_THEN_NUMBER = new Set(['actual', 'target']);

/** Words that scale an amount of money; they may stand on the next line too. */
const SCALE = new Set(['ribu', 'juta', 'miliar', 'triliun']);

/** Keywords are never scanned for: the scanner finds words, `classify` names them. Signs stay as they are. */
export class WordTokens extends DefaultTokenBuilder implements TokenBuilder {
    protected override buildKeywordToken(
        keyword: GrammarAST.Keyword,
        terminalTokens: TokenType[],
        caseInsensitive: boolean,
    ): TokenType {
        const token = super.buildKeywordToken(keyword, terminalTokens, caseInsensitive);
        return /^[a-z]/.test(keyword.value) ? { name: token.name, PATTERN: Scanner.NA } : token;
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
        this.scanner = new Scanner(tokens, { positionTracking: 'onlyOffset', skipValidations: true });
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
                this.types.junk, text.substr(offset, length), offset, offset + length - 1, Number.NaN, Number.NaN, Number.NaN, Number.NaN,
            );
            tokens.push(junk);
        }
        if (errors.length > 0) {
            tokens.sort((a, b) => a.startOffset - b.startOffset);
        }
        return { tokens: this.classify(text, tokens), comments: groups['hidden'] ?? [] };
    }

    /** A token that stands nowhere, put in where one is missing. */
    invent(type: TokenType, image: string, offset: number): IToken {
        return createTokenInstance(type, image, offset, offset - 1, Number.NaN, Number.NaN, Number.NaN, Number.NaN);
    }

    /** Whether a line begins between two neighbouring tokens (or before the first one). */
    opensLine(text: string, tokens: readonly IToken[], index: number): boolean {
        const previous = tokens[index - 1];
        const from = previous === undefined ? 0 : previous.startOffset + previous.image.length;
        return index === 0 || /[\r\n]/.test(text.slice(from, tokens[index]!.startOffset));
    }

    private classify(text: string, tokens: IToken[]): IToken[] {
        const { id, money, comma, keywords } = this.types;
        let previous: IToken | undefined;
        let kept = 0;
        for (let i = 0; i < tokens.length; i++) {
            const token = tokens[i]!;
            // The scanner keeps starts only, which is faster; the rest of reading wants ends too.
            token.endOffset = token.startOffset + token.image.length - 1;
            const namePosition = previous !== undefined
                && (previous.tokenType === comma || (previous.tokenType.PATTERN === Scanner.NA && INTRODUCES_NAME.has(previous.image)));
            if (token.tokenType === id) {
                const keyword = keywords.get(token.image);
                if (keyword !== undefined && (!namePosition || this.opensClause(text, tokens, i, previous!))) {
                    retag(token, keyword);
                }
            } else if (token.tokenType === money) {
                if (namePosition && /^[\w-]+$/.test(token.image)) {
                    retag(token, id);
                } else {
                    i = this.takeScale(text, tokens, i);
                }
            }
            previous = token;
            tokens[kept++] = token;
        }
        tokens.length = kept;
        return tokens;
    }

    /**
     * Whether a keyword where a name is expected is a keyword all the same: `none-of` before a name, or a word that
     * opens a line and is followed, on that line, by what no name is followed by. So `owner` with nothing behind it
     * does not swallow the next line's clause.
     */
    private opensClause(text: string, tokens: readonly IToken[], index: number, previous: IToken): boolean {
        const next = tokens[index + 1];
        const { id, text: textType, number, money, keywords } = this.types;
        if (next === undefined) {
            return false;
        }
        const nextIsName = next.tokenType === id && !keywords.has(next.image);
        if (previous.image === 'target' && tokens[index]!.image === 'none-of') {
            return next.tokenType === id;
        }
        if (!this.opensLine(text, tokens, index) || this.opensLine(text, tokens, index + 1)) {
            return false;
        }
        return nextIsName
            || next.tokenType === money
            || (next.tokenType === textType && !NAME_THEN_TEXT.has(previous.image))
            || (next.tokenType === number && !NAME_THEN_NUMBER.has(previous.image));
    }

    /** Joins the words behind `Rp 850` to the amount, up to a keyword or the line's end. Gives the last index taken. */
    private takeScale(text: string, tokens: readonly IToken[], index: number): number {
        const amount = tokens[index]!;
        let last = index;
        while (last + 1 < tokens.length) {
            const next = tokens[last + 1]!;
            const word = next.tokenType === this.types.id && !this.types.keywords.has(next.image);
            if (!word || (this.opensLine(text, tokens, last + 1) && !SCALE.has(next.image))) {
                break;
            }
            last++;
        }
        if (last > index) {
            amount.image = text.slice(amount.startOffset, tokens[last]!.startOffset + tokens[last]!.image.length);
            amount.endOffset = amount.startOffset + amount.image.length - 1;
        }
        return last;
    }
}

/** Whether a text token has its closing quote. */
export function isClosed(image: string): boolean {
    if (image.startsWith('"""')) {
        return image.length >= 6 && image.endsWith('"""');
    }
    return image.length >= 2 && /[^\\](?:\\\\)*"$/.test(image);
}

/** Gives a token another type in place. */
export function retag(token: IToken, type: TokenType): void {
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx!;
}

/** Whether a token is the end of the text. */
export function isEnd(token: IToken): boolean {
    return token.tokenType === EOF;
}
