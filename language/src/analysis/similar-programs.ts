import type { Program } from '../plan/declarations/program.ts';
import type { Plan } from '../plan/plan.ts';
import type { Parties } from './doubles/sides.ts';
import type { SimilarityText } from './similarity/program.ts';
import type { SimilarPair } from './similarity/similar-pair.ts';
import { SimilarityIndex } from './similarity/similarity-index.ts';

/**
 * Finds the programs of different owners whose titles and descriptions are alike. It keeps the index of the plan it saw
 * last: of the next version only the programs that changed are compared again. The pairs are always those of a fresh one.
 */
export class SimilarPrograms {
    private index: SimilarityIndex | undefined;
    private texts: Map<string, SimilarityText> = new Map();
    private words = '';

    /**
     * Goes on to a version of the plan in which at most the programs of some names are other ones. Gives the names of those
     * whose pairs may have changed; `undefined` when that may be all.
     */
    follow(plan: Plan, parties: Parties, names: Iterable<string>): ReadonlySet<string> | undefined {
        const affected = new Set<string>();
        for (const name of [...names].sort()) {
            const program = plan.names.get(name);
            const text = program?.kind === 'program' ? textOf(program, parties) : undefined;
            if (isSame(this.texts.get(name), text)) {
                continue;
            }
            if (text === undefined) {
                this.texts.delete(name);
            } else {
                this.texts.set(name, text);
            }
            const others = this.index?.update(name, text);
            if (others === undefined) {
                return undefined;
            }
            for (const each of others) {
                affected.add(each);
            }
        }
        return affected;
    }

    /** The pairs of some programs as they are now, each once. */
    pairsOf(names: Iterable<string>): readonly SimilarPair[] {
        const pairs = new Map<string, SimilarPair>();
        for (const name of names) {
            for (const pair of this.index?.pairsOf(name) ?? []) {
                pairs.set(`${pair.a} ${pair.b}`, pair);
            }
        }
        return [...pairs.values()];
    }

    /** All pairs by name, of programs that take part and have an owner; their lifetimes are not compared. */
    pairs(plan: Plan, parties: Parties): readonly SimilarPair[] {
        const texts = new Map<string, SimilarityText>();
        for (const program of parties.lifetimes.programs) {
            const text = textOf(program, parties);
            if (text) {
                texts.set(text.key, text);
            }
        }
        const words = JSON.stringify(plan.config.similarity);
        const changed = this.changesTo(texts);
        // Beyond a quarter a fresh index is faster than many changes.
        if (!this.index || words !== this.words || changed.length * 4 > texts.size) {
            this.index = SimilarityIndex.build(texts.values(), plan.config.similarity);
        } else {
            for (const key of changed) {
                this.index.update(key, texts.get(key));
            }
        }
        this.texts = texts;
        this.words = words;
        return this.index.pairs();
    }

    /** The programs that are new, gone or different, by name. */
    private changesTo(texts: ReadonlyMap<string, SimilarityText>): string[] {
        const changed = [...this.texts.keys()].filter((key) => !texts.has(key));
        for (const [key, text] of texts) {
            if (!isSame(this.texts.get(key), text)) {
                changed.push(key);
            }
        }
        return changed.sort();
    }
}

/** What is compared of a program; nothing of one that takes no part or has no owner. */
function textOf(program: Program, { owners, lifetimes }: Parties): SimilarityText | undefined {
    const owner = lifetimes.of(program) && owners.of(program);
    const { name: key, title, description } = program;
    return owner && { key, owner: owner.name, title, description: description?.value ?? '' };
}

function isSame(one: SimilarityText | undefined, other: SimilarityText | undefined): boolean {
    return one?.owner === other?.owner && one?.title === other?.title && one?.description === other?.description;
}
