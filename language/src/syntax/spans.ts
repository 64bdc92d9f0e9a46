import type { IToken } from 'chevrotain';
import {
    type AstNode,
    type CompositeCstNode,
    CstNodeBuilder,
    type LangiumCoreServices,
    LangiumParser,
    type LeafCstNode,
    type LexerResult,
    type ParseResult,
    type ParserOptions,
    type RootCstNode,
} from 'langium';

/** All that reading needs of a syntax node's place: where its first word begins and its last one ends. */
export interface SpanNode {
    offset: number;
    end: number;
    /** Zero as long as no word was read. */
    length: number;
}

/**
 * Keeps of the concrete syntax tree only each node's span. Langium's own builder keeps every word as a node, four
 * fifths of the memory and two thirds of the time of reading, and nothing here asks for words again.
 */
class SpanBuilder extends CstNodeBuilder {
    private readonly spans: SpanNode[] = [];

    override buildRootNode(): RootCstNode {
        this.spans.length = 0;
        return this.open() as unknown as RootCstNode;
    }

    override buildCompositeNode(): CompositeCstNode {
        return this.open() as unknown as CompositeCstNode;
    }

    override buildLeafNode(token: IToken): LeafCstNode {
        const end = token.endOffset! + 1;
        const current = this.spans[this.spans.length - 1]!;
        if (current.length === 0) {
            current.offset = token.startOffset;
        }
        current.end = end;
        current.length = Math.max(1, end - current.offset);
        return current as unknown as LeafCstNode;
    }

    override addHiddenNodes(): void {
        // Comments belong to no node.
    }

    override removeNode(): void {
        // Nothing is linked, so nothing is unlinked.
    }

    override construct(item: { $cstNode: unknown }): void {
        const span = this.spans.pop()!;
        item.$cstNode = span;
        const parent = this.spans[this.spans.length - 1];
        if (parent !== undefined && span.length > 0) {
            if (parent.length === 0) {
                parent.offset = span.offset;
            }
            parent.end = span.end;
            parent.length = Math.max(1, parent.end - parent.offset);
        }
    }

    private open(): SpanNode {
        const span: SpanNode = { offset: 0, end: 0, length: 0 };
        this.spans.push(span);
        return span;
    }
}

/** What Langium's parser keeps to itself and this one does otherwise. */
interface Inside {
    readonly stack: AstNode[];
    nodeBuilder: CstNodeBuilder;
    lexerResult: LexerResult | undefined;
    doParse(rule: unknown): AstNode;
    isRecording(): boolean;
    construct(): unknown;
    assignWithoutOverride(target: AstNode, source: AstNode): AstNode;
}

/** A property that a node has even where nothing was read for it: an empty list, or `false`. */
interface Default {
    readonly name: string;
    readonly isList: boolean;
    readonly value: unknown;
}

/**
 * Langium's parser, with spans for places and without what nothing here asks for, a third of its time: links from nodes
 * to what holds them, and looking up for every node what its type says of it.
 */
export class SpanParser extends LangiumParser {
    private readonly builder = new SpanBuilder();
    private readonly defaults = new Map<string, readonly Default[]>();

    constructor(private readonly services: LangiumCoreServices) {
        super(services);
        const langium = this as unknown as Inside;
        const assign = langium.assignWithoutOverride.bind(this);
        langium.nodeBuilder = this.builder;
        langium.construct = () => (langium.isRecording() ? undefined : this.close(langium.stack.pop()!));
        // A rule that only names others (`Item: Use | Waive`) has nothing of its own to hand on.
        langium.assignWithoutOverride = (target, source) => (isBare(source) ? target : assign(target, source));
    }

    override parse<T extends AstNode>(input: string, options: ParserOptions = {}): ParseResult<T> {
        const langium = this as unknown as Inside;
        const rule = this.allRules.get(options.rule ?? '') ?? this.mainRule;
        const read = this.lexer.tokenize(input);
        this.builder.buildRootNode();
        langium.lexerResult = read;
        this.wrapper.input = read.tokens;
        const value = langium.doParse(rule) as T;
        langium.lexerResult = undefined;
        return { value, lexerErrors: read.errors, parserErrors: this.wrapper.errors };
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
}

function isBare(node: AstNode): boolean {
    for (const name in node) {
        if (name !== '$type') {
            return false;
        }
    }
    return true;
}

/** The place of a syntax node in its chunk. */
export function spanOf(node: AstNode): SpanNode {
    return node.$cstNode as unknown as SpanNode;
}
