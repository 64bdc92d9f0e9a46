import { GrammarAST } from 'langium';

type AbstractElement = GrammarAST.AbstractElement;

/** A rule that only names others: the rule that a word leads to, by the word. */
export interface Choice {
    readonly kind: 'choice';
    readonly rules: ReadonlyMap<string, string>;
}

/** A rule that reads one word of a terminal into one property: `Ref: id=ID`. */
export interface Leaf {
    readonly kind: 'leaf';
    readonly type: string;
    readonly property: string;
    readonly terminal: string;
}

/**
 * Rules of which one word tells all there is to tell. Going through them as the grammar says makes a node that is thrown
 * away for every choice, and three calls and a list of alternatives for every word.
 */
export function shortcutOf(rule: GrammarAST.ParserRule): Choice | Leaf | undefined {
    const { definition } = rule;
    if (GrammarAST.isAssignment(definition)) {
        const { terminal, operator, feature, cardinality } = definition;
        const isOwnType = rule.returnType === undefined && rule.inferredType === undefined;
        return isOwnType && operator === '=' && cardinality === undefined && isTerminalCall(terminal)
            ? { kind: 'leaf', type: rule.name, property: feature, terminal: terminal.rule.ref!.name }
            : undefined;
    }
    const calls = GrammarAST.isAlternatives(definition) ? definition.elements : [definition];
    return calls.every(isPlainCall) ? { kind: 'choice', rules: choicesOf(calls) } : undefined;
}

function isTerminalCall(element: AbstractElement): element is GrammarAST.RuleCall {
    return GrammarAST.isRuleCall(element) && GrammarAST.isTerminalRule(element.rule.ref);
}

/** Another rule, once. */
function isPlainCall(element: AbstractElement): element is GrammarAST.RuleCall {
    return (
        GrammarAST.isRuleCall(element) && GrammarAST.isParserRule(element.rule.ref) && element.cardinality === undefined
    );
}

/** Which rule a word leads to. A word that several begin with is left out: more than one word has to decide there. */
function choicesOf(calls: readonly GrammarAST.RuleCall[]): ReadonlyMap<string, string> {
    const found = new Map<string, string | undefined>();
    for (const call of calls) {
        const name = call.rule.ref!.name;
        for (const keyword of firstWords(call)) {
            found.set(keyword, found.has(keyword) ? undefined : name);
        }
    }
    return new Map([...found].filter((each): each is [string, string] => each[1] !== undefined));
}

/** The keywords that the text of a part of the grammar can begin with, in the grammar's order. */
export function firstWords(element: AbstractElement): string[] {
    if (GrammarAST.isKeyword(element)) {
        return [element.value];
    }
    if (GrammarAST.isAssignment(element)) {
        return firstWords(element.terminal);
    }
    if (GrammarAST.isRuleCall(element)) {
        const rule = element.rule.ref;
        return GrammarAST.isParserRule(rule) ? firstWords(rule.definition) : [];
    }
    if (GrammarAST.isAlternatives(element)) {
        return element.elements.flatMap(firstWords);
    }
    return GrammarAST.isGroup(element) ? firstWords(element.elements[0]!) : [];
}
