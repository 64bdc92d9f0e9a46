import type { IParserErrorMessageProvider, IRecognitionException, IToken, TokenType } from 'chevrotain';
import {
    type AstNode,
    createDefaultCoreModule,
    createDefaultSharedCoreModule,
    createParser,
    EmptyFileSystem,
    inject,
    type LangiumCoreServices,
    type LangiumParser,
    type LangiumSharedCoreServices,
    type Module,
} from 'langium';
import {
    SmartcityGeneratedModule,
    SmartcityGeneratedSharedModule,
    SmartcityLanguageMetaData,
} from './generated/module.ts';
import { SpanParser } from './span-parser.ts';
import { Words, WordTokens } from './words.ts';

/** Where reading broke: the word that did not fit, and what would have. */
export interface Break {
    /** Index of the first token that does not fit; the number of tokens when the text ends too early. */
    readonly index: number;
    /** Names of the token types that would fit. */
    readonly expected: readonly string[];
}

/** What parsing tokens by a rule gives: its syntax tree, whole or as far as it could be read. */
export interface Parsed<T extends AstNode> {
    readonly node: T;
    readonly broken: Break | undefined;
}

/** Says what would have fitted as names of token types, space between, for `Break.expected`; people never see it. */
const EXPECTATIONS: IParserErrorMessageProvider = {
    buildMismatchTokenMessage: ({ expected }) => expected.name,
    buildNotAllInputParsedMessage: () => '',
    buildNoViableAltMessage: ({ expectedPathsPerAlt }) => firstNames(expectedPathsPerAlt.flat()),
    buildEarlyExitMessage: ({ expectedIterationPaths }) => firstNames(expectedIterationPaths),
};

function firstNames(paths: readonly (readonly TokenType[])[]): string {
    return [...new Set(paths.map((path) => path[0]?.name ?? ''))].join(' ');
}

interface Services {
    readonly core: LangiumCoreServices;
    readonly words: Words;
}

const OWN: Module<
    LangiumCoreServices,
    Pick<LangiumCoreServices, 'LanguageMetaData'> & { parser: Partial<LangiumCoreServices['parser']> }
> = {
    // Every start would examine the grammar, which cannot have changed since the tests did (grammar.test.ts).
    LanguageMetaData: () => ({ ...SmartcityLanguageMetaData, mode: 'production' }),
    parser: {
        TokenBuilder: () => new WordTokens(),
        Lexer: (services) => new Words(services),
        // Recovery is ours (`repair.ts`): Langium's would report one broken place several times.
        ParserConfig: () => ({ maxLookahead: 2, recoveryEnabled: false, skipValidations: true }),
        ParserErrorMessageProvider: () => EXPECTATIONS,
        LangiumParser: (services) => {
            const parser = createParser(
                services.Grammar,
                new SpanParser(services),
                services.parser.Lexer.definition as Record<string, TokenType>,
            );
            parser.finalize();
            return parser;
        },
        // Values stay as written; `lower` reads them, so that a wrong one is a finding and not a guess.
        ValueConverter: () => ({ convert: (input: string) => input }),
    },
};

let services: Services | undefined;

/** Builds the parser at its first use: reading the grammar takes some tens of milliseconds. */
function load(): Services {
    if (services === undefined) {
        const shared = inject(
            createDefaultSharedCoreModule(EmptyFileSystem),
            SmartcityGeneratedSharedModule,
        ) as LangiumSharedCoreServices;
        const core = inject(
            createDefaultCoreModule({ shared }),
            SmartcityGeneratedModule,
            OWN as Module<LangiumCoreServices>,
        );
        services = { core, words: core.parser.Lexer as Words };
    }
    return services;
}

/** The lexer of the language. */
export function words(): Words {
    return load().words;
}

/** The grammar's syntax tree, for questions such as which keywords may begin a clause. */
export function grammar(): LangiumCoreServices['Grammar'] {
    return load().core.Grammar;
}

/** Parses tokens of a text by a rule of the grammar. Stops at the first word that does not fit. */
export function parseTokens<T extends AstNode>(text: string, tokens: IToken[], rule: string): Parsed<T> {
    const { core, words: lexer } = load();
    lexer.prepare(tokens);
    const parser: LangiumParser = core.parser.LangiumParser;
    // The parser's errors are places, not faults: what called whom would cost more than the parsing.
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    const { value, parserErrors } = parser.parse<T>(text, { rule });
    Error.stackTraceLimit = limit;
    const error = parserErrors[0];
    return { node: value, broken: error === undefined ? undefined : breakOf(error, tokens) };
}

function breakOf(error: IRecognitionException, tokens: readonly IToken[]): Break {
    const index = tokens.indexOf(error.token);
    return {
        index: index < 0 ? tokens.length : index,
        expected: error.message.split(' ').filter((name) => name !== ''),
    };
}
