import { typedPairs } from '../analysis/doubles/doubles.ts';
import { sideOf } from '../analysis/doubles/sides.ts';
import { meet } from '../analysis/lifetimes.ts';
import type { Rule } from './rule.ts';
import { draftOf, nameSide, waiveWay } from './sides.ts';
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
    *find(analysis) {
        const pairs = new Map(analysis.similar.map((pair) => [`${pair.a} ${pair.b}`, pair]));
        // What a clause says weighs more than words, also where its finding is waived or its rule switched off.
        for (const { a, b } of pairs.size > 0 ? typedPairs(analysis.doubles) : []) {
            pairs.delete(`${a.declaration.name} ${b.declaration.name}`);
        }
        for (const pair of pairs.values()) {
            const [a, b] = [pair.a, pair.b].map((name) => {
                const program = analysis.plan.names.get(name);
                return program?.kind === 'program' ? sideOf(program, analysis) : undefined;
            });
            const life = a && b && meet(a.life, b.life);
            if (!a || !b || !life) {
                continue;
            }
            const [one, other] = [nameSide(a), nameSide(b)];
            const words = pair.shared.map((word) => `“${word}”`).join(', ');
            yield draftOf(
                { a, b, life },
                {
                    message: {
                        en: `${one.en} and ${other.en} read alike (${words}): are they the same work?`,
                        id: `${one.id} dan ${other.id} terbaca mirip (${words}): apakah pekerjaannya sama?`,
                    },
                    evidence: pair.shared.map((word) => ({ label: 'word', value: word })),
                    // Which words tell most depends on the whole plan; what the two say does not.
                    facts: [a, b].map((side) => side.declaration.title).join('\n'),
                    ways: [
                        {
                            en: 'If they are the same, merge them: one program, the other OPD in `partners`.',
                            id: 'Jika sama, gabungkan: satu program, dengan OPD yang lain di `partners`.',
                        },
                        {
                            en: 'If they share something, say so: `delivers` in one, `needs` in the other.',
                            id: 'Jika ada yang dipakai bersama, nyatakan: `delivers` di satu program, `needs` di program lainnya.',
                        },
                        {
                            en: 'If they only sound alike, split the roles in the titles: what, for whom, where.',
                            id: 'Jika hanya terdengar mirip, bedakan perannya dalam judul: apa, untuk siapa, di mana.',
                        },
                        waiveWay(
                            'similar-program',
                            [pair.a, pair.b],
                            { en: 'Two different things', id: 'Dua hal yang berbeda' },
                            a.owner,
                        ),
                    ],
                },
            );
        }
    },
};
