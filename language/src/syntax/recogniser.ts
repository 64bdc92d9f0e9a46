import type { IToken } from 'chevrotain';
import { GrammarAST } from 'langium';
import { type Break, grammar, words } from './parser.ts';

/** A part of the grammar, as the recogniser goes through it. */
type Step =
    | { readonly kind: 'word'; readonly type: number; readonly names: readonly string[] }
    | { readonly kind: 'all'; readonly steps: readonly Step[] }
    /** The one that the next word begins; `names` says what could begin, in the grammar's order. */
    | { readonly kind: 'one'; readonly ways: readonly (Step | undefined)[]; readonly names: readonly string[] }
    /** At most once, or as often as the next word begins it. */
    | { readonly kind: 'perhaps'; readonly step: Step; readonly begins: readonly boolean[]; readonly often: boolean };

const rules = new Map<string, Step>();

/** Where a walk through the grammar has come to. */
interface Walk {
    readonly words: readonly IToken[];
    readonly end: number;
    at: number;
    expected: readonly string[];
}

/**
 * Where words break as a rule of the grammar: what `parseTokens` says of them, without a syntax tree and without an
 * exception, the cost of which is a hundred times that of looking. Broken text is tried again and again. `to` is the end
 * of the words; the break's index counts from `from`.
 */
export function breakIn(words: readonly IToken[], from: number, to: number, rule: string): Break | undefined {
    const walk: Walk = { words, end: to, at: from, expected: [] };
    return go(ruleOf(rule), walk) && walk.at >= to ? undefined : { index: walk.at - from, expected: walk.expected };
}

function go(step: Step, walk: Walk): boolean {
    const next = walk.at < walk.end ? walk.words[walk.at]!.tokenTypeIdx : -1;
    switch (step.kind) {
        case 'word':
            if (next !== step.type) {
                walk.expected = step.names;
                return false;
            }
            walk.at++;
            return true;
        case 'all':
            for (const each of step.steps) {
                if (!go(each, walk)) {
                    return false;
                }
            }
            return true;
        case 'one': {
            const way = next < 0 ? undefined : step.ways[next];
            if (way === undefined) {
                walk.expected = step.names;
                return false;
            }
            return go(way, walk);
        }
        case 'perhaps':
            return perhaps(step, walk, next);
    }
}

function perhaps(step: Step & { readonly kind: 'perhaps' }, walk: Walk, first: number): boolean {
    const { begins, often } = step;
    for (let next = first; next >= 0 && begins[next] === true; ) {
        if (!go(step.step, walk)) {
            return false;
        }
        next = often && walk.at < walk.end ? walk.words[walk.at]!.tokenTypeIdx : -1;
    }
    return true;
}

function ruleOf(name: string): Step {
    let step = rules.get(name);
    if (step === undefined) {
        const rule = grammar().rules.find((each) => each.name === name);
        if (!GrammarAST.isParserRule(rule)) {
            throw new Error(`The grammar has no rule ${name}.`);
        }
        step = stepOf(rule.definition);
        rules.set(name, step);
    }
    return step;
}

function stepOf(element: GrammarAST.AbstractElement): Step {
    const step = bareStepOf(element);
    const { cardinality } = element;
    return cardinality === '?' || cardinality === '*'
        ? { kind: 'perhaps', step, begins: flags(firstsOf(step)), often: cardinality === '*' }
        : step;
}

function bareStepOf(element: GrammarAST.AbstractElement): Step {
    if (GrammarAST.isAssignment(element)) {
        return stepOf(element.terminal);
    }
    if (GrammarAST.isKeyword(element)) {
        return wordOf(element.value);
    }
    if (GrammarAST.isRuleCall(element)) {
        const { name } = element.rule.ref!;
        return GrammarAST.isTerminalRule(element.rule.ref) ? wordOf(name) : ruleOf(name);
    }
    if (GrammarAST.isAlternatives(element)) {
        return choiceOf(element.elements.map(stepOf));
    }
    if (GrammarAST.isGroup(element)) {
        return { kind: 'all', steps: element.elements.map(stepOf) };
    }
    throw new Error(`The recogniser knows no ${element.$type}.`);
}

function wordOf(name: string): Step {
    return { kind: 'word', type: words().definition[name]!.tokenTypeIdx!, names: [name] };
}

function choiceOf(steps: readonly Step[]): Step {
    const ways: (Step | undefined)[] = [];
    for (const step of steps) {
        for (const type of firstsOf(step).keys()) {
            ways[type] ??= step;
        }
    }
    return { kind: 'one', ways, names: [...new Set(steps.flatMap((step) => [...firstsOf(step).values()]))] };
}

/** The words that a part of the grammar can begin with: their names by the numbers of their types, in its order. */
function firstsOf(step: Step): ReadonlyMap<number, string> {
    const found = new Map<number, string>();
    gatherFirsts(step, found);
    return found;
}

/** Gathers them; gives whether the part may also be empty. */
function gatherFirsts(step: Step, found: Map<number, string>): boolean {
    switch (step.kind) {
        case 'word':
            found.set(step.type, step.names[0]!);
            return false;
        case 'all':
            return step.steps.every((each) => gatherFirsts(each, found));
        case 'one':
            for (const name of step.names) {
                found.set(words().definition[name]!.tokenTypeIdx!, name);
            }
            return false;
        case 'perhaps':
            gatherFirsts(step.step, found);
            return true;
    }
}

function flags(firsts: ReadonlyMap<number, string>): readonly boolean[] {
    const all: boolean[] = [];
    for (const type of firsts.keys()) {
        all[type] = true;
    }
    return Array.from(all, (each) => each === true);
}
