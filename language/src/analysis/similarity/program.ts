import { ROLES, type Role } from './roles.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is compared of a program. */
export interface SimilarityText {
    /** The program's name. */
    readonly key: string;
    /** Who is responsible; two programs of one owner are never a pair. */
    readonly owner: string;
    readonly title: string;
    readonly description: string;
}

/** The terms of a program. Programs that read the same are compared once. */
export interface ProgramTerms {
    readonly title: readonly number[];
    /** Terms of the description that the title has not. */
    readonly description: readonly number[];
    /** The kinds of work that the title names, a bit for each. */
    readonly works: number;
    /** The same for two programs that have the same words left, by all lists; empty where none is left. */
    readonly wideSignature: string;
    /** The same by the fact book's core lists alone. */
    readonly coreSignature: string;
}

/**
 * Reads a program's title and description. A title that only gives a name or a place ("SIPILAH") says nothing
 * about the subject; the description then stands for it.
 */
export function readProgram(text: SimilarityText, vocabulary: Vocabulary): ProgramTerms {
    const title = vocabulary.read(text.title);
    const description = vocabulary.read(text.description);
    const own = [...title.wide];
    const rest = without(description.wide, title.wide);
    const all = [...own, ...rest];
    const isNamed = own.every((term) => saysLittle(vocabulary.terms.role(term)));
    return {
        title: isNamed ? all : own,
        description: isNamed ? [] : rest,
        works: vocabulary.works(text.title),
        wideSignature: signature(all),
        coreSignature: signature([...title.core, ...without(description.core, title.core)]),
    };
}

function without(terms: ReadonlySet<number>, others: ReadonlySet<number>): number[] {
    const left: number[] = [];
    for (const term of terms) {
        if (!others.has(term)) left.push(term);
    }
    return left;
}

/** Typed arrays sort by number, without a function to call for each two. */
function signature(terms: readonly number[]): string {
    return Int32Array.from(terms).sort().join(',');
}

function saysLittle(role: Role): boolean {
    return role === ROLES.name || role === ROLES.place || role === ROLES.setting || role === ROLES.action;
}
