import { dayOf } from '../../plan/calendar.ts';
import { showMoney } from '../../plan/money.ts';
import { type Child, element, type Markup } from '../markup.ts';
import { levelRowsOf } from '../maturity/level-rows.ts';
import { explainBlockers } from '../maturity/outcomes.ts';
import { frameworksInUse, yearsOf } from '../maturity/series.ts';
import { elementTitle, type ProgramView, titleOf, viewPrograms } from '../program-view.ts';
import { explainState } from '../roadmap/explain.ts';
import { explainSpread } from '../roadmap/whisker.ts';
import { type TargetView, valueBy, viewTargets } from '../target-view.ts';
import { showChance, showDay, showEnd, showMean, showValue } from '../words.ts';
import { type PageContext, section, table, tableRow } from './section.ts';

/** Everything the pictures say, as tables: for those who hear the page, search it, or copy from it. */
export function writeTables(context: PageContext): Markup {
    const { say } = context;
    return section(
        'tables',
        say({ en: 'Programs in a table', id: 'Tabel program' }),
        writePrograms(context),
        writeUnscheduled(context),
    );
}

function writePrograms(context: PageContext): Markup {
    const { checked, say } = context;
    const head = [
        say({ en: 'Program', id: 'Program' }),
        'OPD',
        say({ en: 'Dimension, element', id: 'Dimensi, unsur' }),
        say({ en: 'Start', id: 'Mulai' }),
        say({ en: 'Finish', id: 'Selesai' }),
        say({ en: 'State', id: 'Keadaan' }),
        say({ en: 'Waits for', id: 'Menunggu' }),
        say({ en: 'Budget', id: 'Anggaran' }),
    ];
    const caption = say({ en: 'Programs in order of start', id: 'Program menurut tanggal mulai' });
    return table(
        caption,
        head,
        viewPrograms(checked).map((view) => writeProgram(context, view)),
    );
}

function writeProgram(context: PageContext, view: ProgramView): Markup {
    const { checked, locale, options } = context;
    const { plan } = checked.analysis;
    const { program } = view;
    const money = program.budgets.reduce((sum, budget) => sum + budget.amount.value, 0);
    const spread = explainSpread(options, view.name);
    const sure = spread === undefined ? [] : [spread[locale]];
    const waits = view.waits.map((wait) => {
        const named = plan.names.get(wait.name);
        return named ? titleOf(named) : wait.name;
    });
    return tableRow(
        [
            [view.title, ' ', element('code', {}, view.name)],
            view.owner ? element('span', { title: titleOf(view.owner) }, view.owner.name) : '–',
            [view.dimension && titleOf(view.dimension), elementTitle(plan, view)].filter(Boolean).join(', ') || '–',
            showDay(view.start, locale),
            showDay(view.finish, locale),
            [...explainState(view, locale), ...sure].join('; ') || '–',
            waits.join(', ') || '–',
            money === 0 ? '–' : showMoney(money)[locale],
        ],
        `program-${view.name}`,
    );
}

function writeUnscheduled(context: PageContext): Child {
    const { checked, say } = context;
    const { schedule } = checked.analysis;
    if (schedule.unscheduled.length === 0) {
        return undefined;
    }
    return table(
        say({ en: 'Programs without dates', id: 'Program yang belum terjadwal' }),
        [say({ en: 'Program', id: 'Program' }), 'OPD', say({ en: 'Why', id: 'Sebab' })],
        schedule.unscheduled.map((program) =>
            tableRow(
                [
                    [titleOf(program), ' ', element('code', {}, program.name)],
                    program.owner?.ref.name ?? '–',
                    schedule.inCycle.has(program.name)
                        ? say({ en: 'waits for others that wait for it', id: 'menunggu program lain yang menunggunya' })
                        : say({ en: 'no duration and no end', id: 'tanpa durasi dan tanggal selesai' }),
                ],
                `program-${program.name}`,
            ),
        ),
    );
}

/** Targets with what stands in their way, all of it. */
export function writeTargetTable(context: PageContext): Child {
    const { checked, locale, say } = context;
    const views = viewTargets(checked, locale);
    if (views.length === 0) {
        return undefined;
    }
    const isUnsure = context.options.uncertainty?.isUncertain === true;
    return table(
        say({ en: 'Targets', id: 'Target' }),
        [
            say({ en: 'Target', id: 'Target' }),
            say({ en: 'Outcome', id: 'Hasil' }),
            ...(isUnsure ? [say({ en: 'How sure', id: 'Seberapa pasti' })] : []),
            say({ en: 'In the way', id: 'Penghalang' }),
        ],
        views.map((view) => {
            const blockers = view.result ? explainBlockers(checked, view.result, locale) : [];
            return tableRow([
                view.what,
                element('span', { class: view.met ? 'sc-yes' : 'sc-no-item' }, view.outcome),
                ...(isUnsure ? [writeChances(context, view)] : []),
                blockers.length === 0
                    ? '–'
                    : element(
                          'ul',
                          {},
                          blockers.map((blocker) => element('li', {}, blocker)),
                      ),
            ]);
        }),
    );
}

/** In how many runs a target is met by when, and whose duration decides it. */
function writeChances({ options, locale, say }: PageContext, { result }: TargetView): Child {
    const chances = result && options.uncertainty?.targets.get(result.target);
    if (chances === undefined) {
        return '–';
    }
    const curve = chances.curve.map(({ by, share }) => `${showEnd(by, locale)}: ${showChance(share)}`);
    const shown = curve.filter(
        (_, index) => index === 0 || chances.curve[index]!.share !== chances.curve[index - 1]!.share,
    );
    const deciders = chances.deciders.slice(0, 5);
    return [
        shown.join(' · '),
        deciders.length === 0
            ? undefined
            : element(
                  'span',
                  { class: 'sc-why' },
                  `${say({ en: 'Decided by', id: 'Ditentukan oleh' })} ${deciders
                      .map(({ program, share }) => `${titleOf(program)} ${showChance(share)}`)
                      .join(', ')}`,
              ),
    ];
}

/** The levels at the end of each year, of every framework in use. */
export function writeLevelTables(context: PageContext): Child {
    const { checked, locale, say } = context;
    return frameworksInUse(checked).map((line) => {
        const { first, last } = yearsOf(checked, line);
        const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
        const caption = `${titleOf(line.framework)}: ${say({ en: 'level at the end of each year', id: 'tingkat pada akhir tahun' })}`;
        return table(
            caption,
            [say({ en: 'Indicator', id: 'Indikator' }), ...years.map(String)],
            [
                ...levelRowsOf(checked, line, locale).map((row) => [
                    row.title,
                    ...years.map((year) => {
                        const value = valueBy(row.steps, dayOf(year, 12, 31));
                        return value === undefined
                            ? '–'
                            : row.kind === 'indicator'
                              ? showValue(value, locale)
                              : showMean(value, locale);
                    }),
                ]),
            ],
        );
    });
}
