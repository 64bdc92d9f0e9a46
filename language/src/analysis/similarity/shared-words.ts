import { placeWords } from './fold.ts';
import type { Member, Written } from './group.ts';
import type { SimilarityText } from './program.ts';
import type { TermSink } from './reading.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Weights } from './weights.ts';

/** Tells which words two programs share. */
export class SharedWords {
    constructor(
        private readonly vocabulary: Vocabulary,
        private readonly weights: Weights,
    ) {}

    /**
     * The shared words, the most telling first. Where the two write a word differently both ways are told:
     * "CCTV / Kamera Pengawas".
     */
    find(a: Member, b: Member): readonly string[] {
        const { match } = this.weights;
        const shared: string[] = [];
        const weights: number[] = [];
        const inA = a.group.all;
        const inB = b.group.all;
        for (let i = 0; i < inA.length; i++) {
            const at = this.indexOf(inA[i]!, inB);
            if (at >= 0) {
                const word = both(this.written(a)[i]!, this.written(b)[at]!);
                insert(shared, weights, word, match[inA[i]!]!);
            }
        }
        return shared.length > 0 ? shared : this.findCommon(a.text, b.text);
    }

    /** Where the others have a term, or one that is the same but for a typing error. */
    private indexOf(term: number, others: readonly number[]): number {
        const at = others.indexOf(term);
        if (at >= 0) {
            return at;
        }
        const variants = this.vocabulary.terms.misspellings(term);
        return variants.length === 0 ? -1 : others.findIndex((other) => variants.includes(other));
    }

    /** What two programs share whose words are all common ones: those that the core lists leave. */
    private findCommon(a: SimilarityText, b: SimilarityText): readonly string[] {
        const inA = write<string>(a, (words, sink) => this.vocabulary.placeCore(words, sink));
        const inB = write<string>(b, (words, sink) => this.vocabulary.placeCore(words, sink));
        return [...inA].filter(([term]) => inB.has(term)).map(([term, mine]) => both(mine, inB.get(term)!));
    }

    private written(member: Member): readonly Written[] {
        if (member.written === undefined) {
            const found = write<number>(member.text, (words, sink) => this.vocabulary.place(words, sink));
            member.written = member.group.all.map((term) => found.get(term)!);
        }
        return member.written;
    }
}

/** Puts a word where its weight belongs, the heaviest first, of equal ones by their letters. */
function insert(words: string[], weights: number[], word: string, weight: number): void {
    let at = words.length;
    for (; at > 0; at--) {
        const before = weights[at - 1]!;
        if (before > weight || (before === weight && words[at - 1]! < word)) {
            break;
        }
        words[at] = words[at - 1]!;
        weights[at] = before;
    }
    words[at] = word;
    weights[at] = weight;
}

function both(mine: Written, other: Written): string {
    return mine.folded === other.folded ? mine.words : `${mine.words} / ${other.words}`;
}

/** How a text writes each of its terms, where it does so first. */
function write<T>(text: SimilarityText, place: (words: readonly string[], sink: TermSink<T>) => void): Map<T, Written> {
    const found = new Map<T, Written>();
    for (const part of [text.title, text.description]) {
        const { folded, starts, ends } = placeWords(part);
        place(folded, (term, from, to) => {
            if (!found.has(term)) {
                const words = part.slice(starts[from]!, ends[to - 1]!);
                const isWord = to === from + 1;
                found.set(term, {
                    words: isWord ? words : words.replace(/\s+/gu, ' '),
                    folded: isWord ? folded[from]! : folded.slice(from, to).join(' '),
                });
            }
        });
    }
    return found;
}
