import type { Link, Member } from './group.ts';
import type { SharedWords } from './shared-words.ts';
import type { SimilarPair } from './similar-pair.ts';

/** A program that another one is linked to. */
interface Found {
    readonly link: Link;
    readonly other: Member;
}

/** Makes the pairs that are told of the links between groups, each once. */
export class PairTeller {
    constructor(private readonly shared: SharedWords) {}

    /** Adds the pairs of a program with those behind a rank, in their order. */
    tell(member: Member, behind: number, pairs: SimilarPair[]): void {
        const found: Found[] = [];
        for (const link of member.group.links) {
            const group = link.one === member.group ? link.other : link.one;
            for (const other of group.members) {
                if (other.rank > behind && other.text.owner !== member.text.owner) {
                    found.push({ link, other });
                }
            }
        }
        if (found.length > 1) {
            found.sort((x, y) => x.other.rank - y.other.rank);
        }
        for (const { link, other } of found) {
            pairs.push(member.rank < other.rank ? this.pair(link, member, other) : this.pair(link, other, member));
        }
    }

    /** A pair as it is told; told anew only when a text or a weight has changed. */
    private pair(link: Link, a: Member, b: Member): SimilarPair {
        if (link.told === undefined || link.toldA !== a || link.toldB !== b) {
            const score = Math.round(link.score * 1000) / 1000;
            link.told = { a: a.text.key, b: b.text.key, score, shared: this.shared.find(a, b) };
            link.toldA = a;
            link.toldB = b;
        }
        return link.told;
    }
}
