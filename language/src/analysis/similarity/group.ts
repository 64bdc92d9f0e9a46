import type { ProgramTerms, SimilarityText } from './program.ts';
import type { SimilarPair } from './similar-pair.ts';

/** A program of the plan. */
export interface Member {
    readonly text: SimilarityText;
    readonly group: Group;
    /** Its place among all programs by name. */
    rank: number;
    /** How it writes each term of its group, once somebody asked. */
    written: Written[] | undefined;
}

/** A term as a program writes it. */
export interface Written {
    readonly words: string;
    readonly folded: string;
}

/** Two groups that are alike; a group may be linked to itself. */
export interface Link {
    readonly one: Group;
    readonly other: Group;
    readonly score: number;
    /** The pair of members that was told last; mostly there is but one. */
    told: SimilarPair | undefined;
    toldA: Member | undefined;
    toldB: Member | undefined;
}

/** Programs that read the same; they are compared as one. */
export class Group {
    readonly members = new Set<Member>();
    /** The links of this group, each in both groups it joins. */
    readonly links: Link[] = [];
    /** All terms, those of the title first. */
    readonly all: readonly number[];

    /** What is the same for groups whose words left are the same. */
    readonly signatures: readonly string[];

    constructor(
        readonly id: string,
        readonly terms: ProgramTerms,
    ) {
        const { title, description, wideSignature, coreSignature } = terms;
        this.all = [...title, ...description];
        const found: string[] = [];
        if (wideSignature !== '') found.push(`wide ${wideSignature}`);
        if (coreSignature !== '') found.push(`core ${coreSignature}`);
        this.signatures = found;
    }
}

/** What makes two programs read the same. */
export function groupId(terms: ProgramTerms): string {
    return `${terms.title.join(',')}|${terms.description.join(',')}|${terms.coreSignature}|${terms.works}`;
}

/** Links two groups, or a group with itself. */
export function link(one: Group, other: Group, score: number): void {
    const made: Link = { one, other, score, told: undefined, toldA: undefined, toldB: undefined };
    one.links.push(made);
    if (other !== one) {
        other.links.push(made);
    }
}

/** Takes all links off a group. */
export function unlink(group: Group): void {
    for (const made of group.links) {
        const { links } = made.one === group ? made.other : made.one;
        if (links !== group.links) {
            links.splice(links.indexOf(made), 1);
        }
    }
    group.links.length = 0;
}
