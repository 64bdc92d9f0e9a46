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
    private texts = new Map<string, SimilarityText>();
    private words = '';

    /** All pairs by name, of programs that take part and have an owner; their lifetimes are not compared. */
    pairs(plan: Plan, { owners, lifetimes }: Parties): readonly SimilarPair[] {
        const texts = new Map<string, SimilarityText>();
        for (const program of lifetimes.programs) {
            const owner = owners.of(program);
            if (owner) {
                const { name: key, title, description } = program;
                texts.set(key, { key, owner: owner.name, title, description: description?.value ?? '' });
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
            const before = this.texts.get(key);
            if (
                before?.owner !== text.owner ||
                before.title !== text.title ||
                before.description !== text.description
            ) {
                changed.push(key);
            }
        }
        return changed.sort();
    }
}
