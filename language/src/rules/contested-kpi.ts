import { fold } from '../analysis/folding.ts';
import type { Evidence } from '../plan/finding.ts';
import { say } from '../plan/message.ts';
import page from './contested-kpi.md';
import type { Rule } from './rule.ts';
import { draftOf, nameSide, waiveWay } from './sides.ts';

/** Two agencies promise the same figure, and would both report it as their own. */
export const contestedKpi: Rule = {
    name: 'contested-kpi',
    group: 'sectors',
    severity: 'error',
    title: {
        en: 'Programs of two agencies carry the same kpi',
        id: 'Program dua OPD memakai indikator kinerja yang sama',
    },
    page,
    judges: 'pairs',
    *find({ doubles }) {
        for (const double of doubles.kpis) {
            const { a, b } = double;
            const [one, other] = [nameSide(a), nameSide(b)];
            yield draftOf(double, {
                message: say(
                    () =>
                        `${one.en} and ${other.en} both carry the kpi “${a.kpi.title}”: nobody can tell whose work moves it.`,
                    () =>
                        `${one.id} dan ${other.id} sama-sama memakai indikator “${a.kpi.title}”: tidak dapat dibedakan hasil kerja siapa.`,
                ),
                places: [a.kpi.at, b.kpi.at],
                evidence: [a, b].map(({ kpi }): Evidence => ({ label: 'kpi', value: kpi.name, at: kpi.at })),
                facts: fold(a.kpi.title),
                ways: [
                    {
                        en: 'Merge them: one program answers for the figure, the other OPD becomes its partner.',
                        id: 'Gabungkan: satu program bertanggung jawab atas indikator ini, OPD yang lain menjadi mitranya.',
                    },
                    {
                        en: 'Share: let one program carry the kpi, and let the other start `after` it or `needs` what it delivers.',
                        id: 'Pakai bersama: satu program membawa indikatornya, yang lain menunggu (`after`) atau membutuhkan (`needs`) hasilnya.',
                    },
                    {
                        en: 'Split the roles: measure what each contributes, and say so in the title (where, for whom, which step).',
                        id: 'Bagi peran: ukur sumbangan masing-masing, dan sebutkan dalam judulnya (di mana, untuk siapa, tahap mana).',
                    },
                    waiveWay(
                        'contested-kpi',
                        [a.declaration.name, b.declaration.name],
                        { en: 'A joint figure of both OPDs', id: 'Indikator bersama kedua OPD' },
                        a.owner,
                    ),
                ],
            });
        }
    },
};
