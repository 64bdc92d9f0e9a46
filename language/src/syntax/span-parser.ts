import type { IRecognitionException, IToken, TokenType } from 'chevrotain';
import {
    type AstNode,
    type CstNodeBuilder,
    GrammarAST,
    type LangiumCoreServices,
    LangiumParser,
    type LexerResult,
    type ParseResult,
    type ParserOptions,
} from 'langium';
import { shortcutOf } from './shortcuts.ts';
import { SpanBuilder } from './spans.ts';

/** What Langium's parser keeps to itself and this one does otherwise. */
interface Inside {
    readonly stack: AstNode[];
    nodeBuilder: CstNodeBuilder;
    lexerResult: LexerResult | undefined;
    doParse(rule: unknown): AstNode;
    construct(): unknown;
    getAssignment(feature: Feature): { readonly assignment?: GrammarAST.Assignment };
    assign(operator: string, feature: string, value: unknown): void;
    assignWithoutOverride(target: AstNode, source: AstNode): AstNode;
}

/** What Chevrotain's recogniser keeps to itself. */
interface Recogniser {
    readonly IS_RECORDING: boolean;
    /** The errors so far; the public list is a copy, made whenever somebody asks. */
    readonly _errors: readonly IRecognitionException[];
    LA(ahead: number): IToken;
    consumeToken(): void;
}

type Feature = GrammarAST.AbstractElement;
type Rule = Parameters<LangiumParser['subrule']>[1];
type Arguments = Parameters<LangiumParser['subrule']>[4];

/** Where one word leads: to the rule that goes on, or to a node of a type with that word as its only property. */
interface Way {
    readonly rule: Rule | undefined;
    readonly type: string;
    readonly property: string;
}

/** Where words lead from a rule, by the number of the word's token type. */
type Ways = readonly (Way | undefined)[];

/** A property that a node has even where nothing was read for it: an empty list, or `false`. */
interface Default {
    readonly name: string;
    readonly isList: boolean;
    readonly value: unknown;
}

/**
 * Langium's parser, with spans for places and without what nothing here asks for, two thirds of its time: links from
 * nodes to what holds them, looking up for every node what its type says of it, and going the long way through rules
 * of which one word tells all (`shortcuts.ts`). Where that word does not fit, the long way finds out what would have.
 */
export class SpanParser extends LangiumParser {
    private readonly builder = new SpanBuilder();
    private readonly defaults = new Map<string, readonly Default[]>();
    private readonly rules = new Map<Rule, GrammarAST.ParserRule>();
    private readonly ways = new Map<Rule, Ways>();
    private readonly assignments = new Map<Feature, { readonly assignment?: GrammarAST.Assignment }>();

    constructor(private readonly services: LangiumCoreServices) {
        super(services);
        const langium = this.langium();
        const assign = langium.assignWithoutOverride.bind(this);
        const find = langium.getAssignment.bind(this);
        langium.nodeBuilder = this.builder;
        langium.construct = () => (this.isRecording() ? undefined : this.close(langium.stack.pop()!));
        langium.getAssignment = (feature) => {
            let found = this.assignments.get(feature);
            if (found === undefined) {
                found = find(feature);
                this.assignments.set(feature, found);
            }
            return found;
        };
        // A rule that only names others (`Item: Use | Waive`) has nothing of its own to hand on.
        langium.assignWithoutOverride = (target, source) => (isBare(source) ? target : assign(target, source));
    }

    override rule(...[rule, impl]: Parameters<LangiumParser['rule']>): Rule {
        const method = super.rule(rule, impl);
        if (GrammarAST.isParserRule(rule)) {
            this.rules.set(method, rule);
        }
        return method;
    }

    override parse<T extends AstNode>(input: string, options: ParserOptions = {}): ParseResult<T> {
        const langium = this.langium();
        const rule = this.allRules.get(options.rule ?? '') ?? this.mainRule;
        const read = this.lexer.tokenize(input);
        this.builder.buildRootNode();
        langium.lexerResult = read;
        this.wrapper.input = read.tokens;
        const value = langium.doParse(rule) as T;
        langium.lexerResult = undefined;
        return { value, lexerErrors: read.errors, parserErrors: [...this.recogniser()._errors] };
    }

    override consume(idx: number, tokenType: TokenType, feature: Feature): void {
        const recogniser = this.recogniser();
        const next = recogniser.LA(1);
        if (next.tokenTypeIdx === tokenType.tokenTypeIdx && !recogniser.IS_RECORDING) {
            recogniser.consumeToken();
            this.builder.buildLeafNode(next);
            this.put(feature, next.image);
        } else {
            this.wrapper.wrapConsume(idx, tokenType);
        }
    }

    override subrule(idx: number, rule: Rule, fragment: boolean, feature: Feature, args: Arguments): void {
        const recogniser = this.recogniser();
        const next = recogniser.LA(1);
        const way = recogniser.IS_RECORDING ? undefined : this.waysOf(rule)[next.tokenTypeIdx];
        if (way === undefined) {
            super.subrule(idx, rule, fragment, feature, args);
        } else if (way.rule !== undefined) {
            this.subrule(idx, way.rule, fragment, feature, args);
        } else {
            recogniser.consumeToken();
            const node: Record<string, unknown> = { $type: way.type, $cstNode: this.builder.word(next) };
            node[way.property] = next.image;
            this.put(feature, node);
        }
    }

    /** Gives the node that is being read the value of a part of the grammar. */
    private put(feature: Feature, value: unknown): void {
        const langium = this.langium();
        const { assignment } = langium.getAssignment(feature);
        if (assignment?.operator === '+=') {
            const node = langium.stack[langium.stack.length - 1] as unknown as Record<string, unknown[] | undefined>;
            const list = node[assignment.feature];
            if (list === undefined) {
                // Most lists are of one; an empty one makes room for sixteen with the first.
                node[assignment.feature] = [value];
            } else {
                list.push(value);
            }
        } else if (assignment !== undefined) {
            langium.assign(assignment.operator, assignment.feature, value);
        }
    }

    private waysOf(rule: Rule): Ways {
        let ways = this.ways.get(rule);
        if (ways === undefined) {
            ways = this.findWays(rule);
            this.ways.set(rule, ways);
        }
        return ways;
    }

    private findWays(method: Rule): Ways {
        const rule = this.rules.get(method);
        const shortcut = rule === undefined ? undefined : shortcutOf(rule);
        const types = this.lexer.definition as Readonly<Record<string, TokenType>>;
        const ways: (Way | undefined)[] = Object.values(types).map(() => undefined);
        if (shortcut?.kind === 'leaf') {
            const { type, property, terminal } = shortcut;
            ways[types[terminal]!.tokenTypeIdx!] = { rule: undefined, type, property };
        } else if (shortcut?.kind === 'choice') {
            for (const [word, name] of shortcut.rules) {
                ways[types[word]!.tokenTypeIdx!] = { rule: this.allRules.get(name)!, type: '', property: '' };
            }
        }
        return ways;
    }

    private close(node: AstNode): AstNode {
        this.builder.construct(node as { $cstNode: unknown });
        const made = node as unknown as Record<string, unknown>;
        for (const { name, isList, value } of this.defaultsOf(node.$type)) {
            if (made[name] === undefined) {
                made[name] = isList ? [] : value;
            }
        }
        return node;
    }

    private defaultsOf(type: string): readonly Default[] {
        let found = this.defaults.get(type);
        if (found === undefined) {
            const { properties } = this.services.shared.AstReflection.getTypeMetaData(type);
            found = Object.values(properties)
                .filter(({ defaultValue }) => defaultValue !== undefined)
                .map(({ name, defaultValue }) => ({ name, isList: Array.isArray(defaultValue), value: defaultValue }));
            this.defaults.set(type, found);
        }
        return found;
    }

    private langium(): Inside {
        return this as unknown as Inside;
    }

    private recogniser(): Recogniser {
        return this.wrapper as unknown as Recogniser;
    }
}

function isBare(node: AstNode): boolean {
    for (const name in node) {
        if (name !== '$type') {
            return false;
        }
    }
    return true;
}
