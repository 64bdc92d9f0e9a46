import { AstUtils, GrammarAST } from 'langium';
import { grammar } from './parser.ts';
import { firstWords } from './shortcuts.ts';

/** What a block may hold: the rule its clauses are read by, and the keywords they begin with. */
export interface Block {
    readonly rule: string;
    readonly keywords: ReadonlySet<string>;
}

/** What a declaration of one kind looks like. */
export interface Shape {
    /** Clauses between title and brace (`weight`, `measures`, `within`); `undefined` where there are none. */
    readonly head: Block | undefined;
    readonly body: Block;
}

const cache = new Map<string, Shape>();

/** Rules whose clauses stand before the brace. */
const HEADS: Readonly<Record<string, string>> = { area: 'Within', domain: 'Weight', indicator: 'IndicatorHead' };

/** Rules of bodies that are not called `<Kind>Clause`. */
const BODIES: Readonly<Record<string, string>> = {
    audience: 'NoteClause',
    fund: 'NoteClause',
    element: 'NoteClause',
    area: 'AreaDeclarationClause',
};

/** The shape of the declarations that begin with a keyword, read off the grammar. */
export function shapeOf(keyword: string): Shape {
    let shape = cache.get(keyword);
    if (shape === undefined) {
        const head = HEADS[keyword];
        shape = {
            head: head === undefined ? undefined : blockOf(head),
            body: blockOf(BODIES[keyword] ?? `${keyword[0]!.toUpperCase()}${keyword.slice(1)}Clause`),
        };
        cache.set(keyword, shape);
    }
    return shape;
}

const blocks = new Map<string, Block>();

/** The clauses that a rule of the grammar reads. */
export function blockOf(rule: string): Block {
    let block = blocks.get(rule);
    if (block === undefined) {
        block = { rule, keywords: new Set(firstKeywords(rule)) };
        blocks.set(rule, block);
    }
    return block;
}

/** The keywords a rule's text can begin with, in the grammar's order. */
export function firstKeywords(rule: string): string[] {
    const found = grammar().rules.find((each) => each.name === rule);
    return found === undefined || !GrammarAST.isParserRule(found) ? [] : firstWords(found.definition);
}

let keywords: readonly string[] | undefined;

/** All keywords of the grammar that are words, sorted. */
export function allKeywords(): readonly string[] {
    keywords ??= gatherKeywords();
    return keywords;
}

function gatherKeywords(): string[] {
    const found = new Set<string>();
    for (const node of AstUtils.streamAllContents(grammar())) {
        if (GrammarAST.isKeyword(node) && /^[a-z]/.test(node.value)) {
            found.add(node.value);
        }
    }
    return [...found].sort();
}
