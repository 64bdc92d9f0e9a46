import { showMoney } from '../../plan/money.ts';
import { type Child, element, type Markup } from '../markup.ts';
import { spanOf, titleOf, viewPrograms } from '../program-view.ts';
import { truncate } from '../text.ts';
import { count, showEnd } from '../words.ts';
import type { PageContext } from './section.ts';

/** What a mayor has to know besides the targets: what is wrong, who doubles whom, how much, how long. */
export function writeHeadline(context: PageContext): Markup {
    return element(
        'div',
        { class: 'sc-cards' },
        writeFindings(context),
        writeDoubles(context),
        writePrograms(context),
        writeMoney(context),
    );
}

function card(title: string, big: Child, state: 'good' | 'bad' | 'plain', href: string, ...rest: Child[]): Markup {
    return element(
        'div',
        { class: `sc-card sc-card-${state}` },
        element('h2', {}, element('a', { href }, title)),
        element('p', { class: 'sc-big' }, big),
        rest,
    );
}

function writeFindings(context: PageContext): Markup {
    const { checked, locale, say, options } = context;
    const open = checked.findings.filter((finding) => finding.waived === null);
    const of = (severity: string) => open.filter((finding) => finding.severity === severity).length;
    const waived = checked.findings.length - open.length;
    const byRule = new Map<string, number>();
    for (const finding of open) {
        if (finding.severity === 'error') {
            byRule.set(finding.rule, (byRule.get(finding.rule) ?? 0) + 1);
        }
    }
    const rules = [...byRule].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const titles = new Map(options.rules?.map((rule) => [rule.name, rule.title]));
    const rest = [
        count(of('warning'), 'warning', locale),
        count(of('info'), 'info', locale),
        count(waived, 'waived', locale),
    ];
    return card(
        say({ en: 'Findings', id: 'Temuan' }),
        of('error') === 0 ? say({ en: 'No errors', id: 'Tanpa galat' }) : count(of('error'), 'error', locale),
        of('error') === 0 ? 'good' : 'bad',
        '#findings',
        element('p', {}, rest.join(' · ')),
        rules.length === 0
            ? undefined
            : element(
                  'ul',
                  {},
                  listed(
                      rules.map(([rule, number]) => {
                          const title = titles.get(rule);
                          return element(
                              'li',
                              {},
                              element('a', { href: `#rule-${rule}` }, `${number} × ${title ? say(title) : rule}`),
                          );
                      }),
                      5,
                      context,
                  ),
              ),
    );
}

/** Which OPDs double each other: the figure the whole work is about. */
function writeDoubles(context: PageContext): Markup {
    const { checked, say } = context;
    const { whole, owners } = checked.analysis.silos;
    const titles = new Map(owners.map((owner) => [owner.name, titleOf(owner)]));
    const names = checked.analysis.plan.names;
    const named = (name: string) => {
        const found = names.get(name);
        return found ? titleOf(found) : name;
    };
    const pairs = whole.cells.filter((cell) => cell.owner < cell.other && cell.doubles.length > 0);
    return card(
        say({ en: 'The same work twice', id: 'Pekerjaan ganda antar-OPD' }),
        whole.doubles === 0
            ? say({ en: 'None found', id: 'Tidak ada' })
            : say({
                  en: `${whole.doubles} ${whole.doubles === 1 ? 'pair' : 'pairs'}`,
                  id: `${whole.doubles} pasangan`,
              }),
        whole.doubles === 0 ? 'good' : 'bad',
        '#silos',
        whole.share === null
            ? undefined
            : element(
                  'p',
                  {},
                  say({
                      en: `${Math.round(whole.share * 100)}% of the programs are linked to another OPD`,
                      id: `${Math.round(whole.share * 100)}% program terkait OPD lain`,
                  }),
              ),
        pairs.length === 0
            ? undefined
            : element(
                  'ul',
                  {},
                  listed(
                      pairs.map((cell) =>
                          element(
                              'li',
                              {},
                              element('b', {}, `${titles.get(cell.owner)} ⇄ ${titles.get(cell.other)}`),
                              `: ${truncate(cell.doubles.map((pair) => pair.map(named).join(' / ')).join('; '), 620, 13)}`,
                          ),
                      ),
                      4,
                      context,
                  ),
              ),
    );
}

function writePrograms(context: PageContext): Markup {
    const { checked, locale, say } = context;
    const programs = viewPrograms(checked);
    const { unscheduled } = checked.analysis.schedule;
    const late = programs.filter((program) => program.late > 0);
    const [, last] = spanOf(programs);
    const facts = [
        count(programs.filter((program) => program.quickWin).length, 'quickWin', locale),
        late.length > 0
            ? say({ en: `${late.length} after their deadline`, id: `${late.length} melewati tenggat` })
            : '',
        unscheduled.length > 0 ? count(unscheduled.length, 'unscheduled', locale) : '',
        programs.length > 0
            ? say({ en: `last finish ${showEnd(last, 'en')}`, id: `terakhir selesai ${showEnd(last, 'id')}` })
            : '',
    ];
    return card(
        say({ en: 'Programs', id: 'Program' }),
        count(programs.length + unscheduled.length, 'program', locale),
        late.length > 0 ? 'bad' : 'plain',
        '#roadmap',
        element(
            'ul',
            {},
            facts.filter(Boolean).map((fact) => element('li', {}, fact)),
        ),
    );
}

function writeMoney(context: PageContext): Child {
    const { checked, locale, say } = context;
    const { budget } = checked.analysis;
    if (budget.total.amount === 0) {
        return undefined;
    }
    const exceeded = budget.ceilings.filter((use) => use.left < 0);
    const largest = [...budget.funds].sort((a, b) => b.total.amount - a.total.amount)[0];
    return card(
        say({ en: 'Money', id: 'Anggaran' }),
        showMoney(budget.total.amount)[locale],
        exceeded.length > 0 ? 'bad' : 'plain',
        '#money',
        element(
            'ul',
            {},
            largest?.of
                ? element(
                      'li',
                      {},
                      `${Math.round((100 * largest.total.amount) / budget.total.amount)}% ${say({ en: 'from', id: 'dari' })} ${titleOf(largest.of)}`,
                  )
                : undefined,
            exceeded.slice(0, 3).map((use) =>
                element(
                    'li',
                    {},
                    say({
                        en: `${titleOf(use.holder)} ${use.ceiling.year.value}: ${showMoney(-use.left).en} over the ceiling`,
                        id: `${titleOf(use.holder)} ${use.ceiling.year.value}: ${showMoney(-use.left).id} di atas pagu`,
                    }),
                ),
            ),
            exceeded.length > 3
                ? element(
                      'li',
                      {},
                      say({
                          en: `… and ${exceeded.length - 3} more ceilings exceeded`,
                          id: `… dan ${exceeded.length - 3} pagu lain terlampaui`,
                      }),
                  )
                : undefined,
        ),
    );
}

/** The first items of a list, and how many there are besides. */
function listed(items: readonly Markup[], most: number, context: PageContext): Child {
    const more = items.length - most;
    return more <= 0
        ? items
        : [
              ...items.slice(0, most),
              element('li', {}, context.say({ en: `… and ${more} more`, id: `… dan ${more} lainnya` })),
          ];
}
