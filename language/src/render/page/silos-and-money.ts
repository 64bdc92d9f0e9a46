import { showMoney } from '../../plan/money.ts';
import { type Child, element } from '../markup.ts';
import { renderMoney } from '../money/money.ts';
import { titleOf } from '../program-view.ts';
import { renderCoverage, renderCoverageByYear } from '../silos/coverage.ts';
import { renderSiloMatrix } from '../silos/matrix.ts';
import { renderSiloTrend } from '../silos/trend.ts';
import { showShare } from '../words.ts';
import { details, figure, type PageContext, section, table } from './section.ts';

/** Who works with whom, who does the same, and what is covered. Nothing for a plan with a single OPD. */
export function writeSilos(context: PageContext): Child {
    const { checked, options, say } = context;
    const { silos, coverage } = checked.analysis;
    if (silos.owners.length < 2 && coverage.rows.length === 0) {
        return undefined;
    }
    const embedded = { ...options, embedded: true };
    return section(
        'silos',
        say({ en: 'Silos and coverage', id: 'Ego sektoral dan cakupan' }),
        silos.owners.length < 2 ? undefined : figure(renderSiloMatrix(checked, embedded)),
        silos.years.length === 0 ? undefined : figure(renderSiloTrend(checked, embedded)),
        coverage.rows.length === 0 || coverage.owners.length === 0
            ? undefined
            : figure(renderCoverage(checked, embedded)),
        coverage.rows.length === 0 || coverage.years.length === 0
            ? undefined
            : figure(renderCoverageByYear(checked, embedded)),
        details(
            false,
            say({ en: 'The same as tables', id: 'Dalam bentuk tabel' }),
            table(
                say({ en: 'Silo figures by year', id: 'Angka ego sektoral per tahun' }),
                [
                    say({ en: 'Year', id: 'Tahun' }),
                    say({ en: 'Programs', id: 'Program' }),
                    say({ en: 'Linked to another OPD', id: 'Terkait OPD lain' }),
                    say({ en: 'Pairs that double', id: 'Pasangan ganda' }),
                    say({ en: 'Pairs that overlap', id: 'Pasangan beririsan' }),
                    say({ en: 'OPDs on their own', id: 'OPD terisolasi' }),
                ],
                silos.years.map((year) => [
                    year.year,
                    year.programs,
                    year.share === null ? '–' : showShare(year.share, 1),
                    year.doubles,
                    year.overlaps,
                    year.isolatedOwners.join(', ') || '–',
                ]),
            ),
            table(
                say({ en: 'Ties between OPDs', id: 'Kaitan antar-OPD' }),
                [
                    'OPD',
                    'OPD',
                    say({ en: 'Depends', id: 'Bergantung' }),
                    say({ en: 'Shares', id: 'Berbagi' }),
                    say({ en: 'Doubles', id: 'Ganda' }),
                    say({ en: 'Overlaps', id: 'Beririsan' }),
                ],
                silos.whole.cells.map((cell) => [
                    cell.owner,
                    cell.other,
                    cell.depends.join(', ') || '–',
                    cell.shares.join(', ') || '–',
                    cell.doubles.map((pair) => pair.join(' × ')).join(', ') || '–',
                    cell.overlaps.map((pair) => pair.join(' × ')).join(', ') || '–',
                ]),
            ),
            table(
                say({ en: 'Elements and their programs', id: 'Unsur dan programnya' }),
                [
                    say({ en: 'Element', id: 'Unsur' }),
                    say({ en: 'Dimension', id: 'Dimensi' }),
                    say({ en: 'Programs', id: 'Program' }),
                ],
                coverage.rows.map((row) => [
                    titleOf(row.element),
                    titleOf(row.dimension),
                    row.programs.join(', ') || say({ en: 'none', id: 'belum ada' }),
                ]),
            ),
        ),
    );
}

/** The money by year, and every ceiling with what is planned under it. Nothing for a plan without money. */
export function writeMoney(context: PageContext): Child {
    const { checked, options, say, locale } = context;
    const { budget } = checked.analysis;
    if (budget.years.length === 0) {
        return undefined;
    }
    const embedded = { ...options, embedded: true };
    const money = (amount: number) => (amount === 0 ? '–' : showMoney(amount)[locale]);
    const rowsOf = (
        rows: typeof budget.funds | typeof budget.opds | typeof budget.dimensions,
        none: string,
    ): Child[][] =>
        rows.map((row) => [
            row.of ? titleOf(row.of) : none,
            ...row.years.map((sum) => money(sum.amount)),
            money(row.total.amount),
        ]);
    const years = [...budget.years.map(String), say({ en: 'In all', id: 'Jumlah' })];
    return section(
        'money',
        say({ en: 'Money', id: 'Anggaran' }),
        figure(renderMoney(checked, embedded)),
        figure(renderMoney(checked, { ...embedded, by: 'dimension' })),
        details(
            false,
            say({ en: 'The same as tables', id: 'Dalam bentuk tabel' }),
            table(
                say({ en: 'Money by year and fund', id: 'Anggaran per tahun dan sumber dana' }),
                [say({ en: 'Fund', id: 'Sumber dana' }), ...years],
                rowsOf(budget.funds, say({ en: 'no fund', id: 'tanpa sumber dana' })),
            ),
            table(
                say({ en: 'Money by year and dimension', id: 'Anggaran per tahun dan dimensi' }),
                [say({ en: 'Dimension', id: 'Dimensi' }), ...years],
                rowsOf(budget.dimensions, '–'),
            ),
            table(
                say({ en: 'Money by year and OPD', id: 'Anggaran per tahun dan OPD' }),
                ['OPD', ...years],
                rowsOf(budget.opds, '–'),
            ),
            table(
                say({ en: 'Ceilings', id: 'Pagu' }),
                [
                    say({ en: 'Whose', id: 'Milik' }),
                    say({ en: 'Year', id: 'Tahun' }),
                    say({ en: 'Ceiling', id: 'Pagu' }),
                    say({ en: 'Planned', id: 'Direncanakan' }),
                    say({ en: 'Left', id: 'Sisa' }),
                ],
                budget.ceilings.map((use) => [
                    titleOf(use.holder),
                    use.ceiling.year.value,
                    money(use.ceiling.amount.value),
                    money(use.planned.amount),
                    element('span', { class: use.left < 0 ? 'sc-no-item' : undefined }, showMoney(use.left)[locale]),
                ]),
            ),
        ),
    );
}
