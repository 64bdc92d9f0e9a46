import { type Doubles, typedPairs } from '../analysis/doubles/doubles.ts';
import { type Side, sideOf } from '../analysis/doubles/sides.ts';
import { meet } from '../analysis/lifetimes.ts';
import type { SimilarPair } from '../analysis/similarity/similar-pair.ts';
import type { Evidence } from '../plan/finding.ts';
import { type Form, fill, type Message } from '../plan/message.ts';
import type { Rule } from './rule.ts';
import { draftOf, nameSide, type PairWords, waiveWay } from './sides.ts';
import page from './similar-program.md';

/** Two agencies' programs whose words are alike, and no clause says how they stand to each other. */
export const similarProgram: Rule = {
    name: 'similar-program',
    group: 'sectors',
    severity: 'info',
    title: {
        en: 'Programs of two agencies have similar titles and descriptions',
        id: 'Program dua OPD memiliki judul dan uraian yang mirip',
    },
    page,
    judges: 'pairs',
    *find(analysis) {
        const told = analysis.similar;
        if (told.length === 0) {
            return;
        }
        const typed = typedNames(analysis.doubles);
        const sides = new Map<string, NamedSide | undefined>();
        const named = (name: string): NamedSide | undefined => {
            if (!sides.has(name)) {
                const program = analysis.plan.names.get(name);
                const side = program?.kind === 'program' ? sideOf(program, analysis) : undefined;
                sides.set(name, side && { side, words: nameSide(side) });
            }
            return sides.get(name);
        };
        const words = new Map<string, Evidence>();
        for (const pair of told) {
            // What a clause says weighs more than words, also where its finding is waived or its rule switched off.
            const [one, other] = typed.get(pair.a)?.has(pair.b) ? [] : [named(pair.a), named(pair.b)];
            const life = one && other && meet(one.side.life, other.side.life);
            if (one && other && life) {
                yield draftOf({ a: one.side, b: other.side, life }, wordsOf(pair, one, other, words));
            }
        }
    },
};

/** A side and how a sentence names it; a program stands in many pairs and is named once. */
interface NamedSide {
    readonly side: Side;
    readonly words: Message;
}

/** For each first name the second ones between which a clause says that they do the same. */
function typedNames(doubles: Doubles): ReadonlyMap<string, ReadonlySet<string>> {
    const typed = new Map<string, Set<string>>();
    for (const { a, b } of typedPairs(doubles)) {
        const others = typed.get(a.declaration.name);
        if (others) {
            others.add(b.declaration.name);
        } else {
            typed.set(a.declaration.name, new Set([b.declaration.name]));
        }
    }
    return typed;
}

/** The words of one finding; the pieces of evidence that were made before are used again. */
function wordsOf(pair: SimilarPair, one: NamedSide, other: NamedSide, known: Map<string, Evidence>): PairWords {
    const waive = waiveWay('similar-program', [pair.a, pair.b], TWO_THINGS, one.side.owner);
    return {
        message: fill(ALIKE, one.words, other.words, pair.shared.map((word) => `“${word}”`).join(', ')),
        evidence: pair.shared.map((value) => {
            const evidence = known.get(value) ?? { label: 'word', value };
            known.set(value, evidence);
            return evidence;
        }),
        // Which words tell most depends on the whole plan; what the two say does not.
        facts: `${one.side.declaration.title}\n${other.side.declaration.title}`,
        ways: [MERGE, SHARE, SPLIT, waive],
    };
}

const ALIKE: Form<[one: Message, other: Message, words: string]> = {
    en: (one, other, words) => `${one.en} and ${other.en} read alike (${words}): are they the same work?`,
    id: (one, other, words) => `${one.id} dan ${other.id} terbaca mirip (${words}): apakah pekerjaannya sama?`,
};

const MERGE: Message = {
    en: 'If they are the same, merge them: one program, the other OPD in `partners`.',
    id: 'Jika sama, gabungkan: satu program, dengan OPD yang lain di `partners`.',
};

const SHARE: Message = {
    en: 'If they share something, say so: `delivers` in one, `needs` in the other.',
    id: 'Jika ada yang dipakai bersama, nyatakan: `delivers` di satu program, `needs` di program lainnya.',
};

const SPLIT: Message = {
    en: 'If they only sound alike, split the roles in the titles: what, for whom, where.',
    id: 'Jika hanya terdengar mirip, bedakan perannya dalam judul: apa, untuk siapa, di mana.',
};

const TWO_THINGS: Message = { en: 'Two different things', id: 'Dua hal yang berbeda' };
