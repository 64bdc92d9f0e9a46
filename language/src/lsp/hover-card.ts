import { why } from '../analysis/why/why.ts';
import { isoDate } from '../plan/calendar.ts';
import type { Asset } from '../plan/declarations/asset.ts';
import type { Nameable } from '../plan/declarations/declaration.ts';
import type { Framework, Indicator } from '../plan/declarations/framework.ts';
import type { Program } from '../plan/declarations/program.ts';
import type { Reference } from '../plan/declarations/reference.ts';
import { KINDS } from '../plan/kinds.ts';
import type { Message } from '../plan/message.ts';
import { showMoney } from '../plan/money.ts';
import { ownerOf } from '../plan/plan.ts';
import { longDay, reasonLines, type Style, titled } from './hover-text.ts';
import { type Fact, ties } from './hover-ties.ts';
import { lift } from './lift.ts';
import type { View } from './view.ts';

/** More findings than this a card only counts. */
const MOST_FINDINGS = 5;

/** All that is known of something declared: what it is, when, with what money, why, and what was found about it. */
export function card(view: View, named: Nameable, style: Style): string {
    const { locale } = view;
    const kind = KINDS[named.kind][locale].replace(/^an? /, '');
    const library =
        named.library === undefined ? '' : ` · ${view.locale === 'en' ? 'library' : 'pustaka'} ${named.library}`;
    const head = `${style.name(named.name)} ${style.strong(named.title)} · ${kind}${library}`;
    const facts = factsOf(view, named, style).map(([label, value]) => `- ${label[locale]}: ${value}`);
    const words = named.description?.value.trim() ?? '';
    const description = words === '' ? [] : words.split(/\n\s*\n/).map((each) => style.text(each));
    return [head, ...description, facts.join('\n'), reasons(view, named, style), findings(view, named, style)]
        .filter((each) => each !== '')
        .join('\n\n');
}

function factsOf(view: View, named: Nameable, style: Style): readonly Fact[] {
    const { locale } = view;
    switch (named.kind) {
        case 'program':
            return [...ownership(view, named, style), ...programFacts(view, named, style)];
        case 'service':
        case 'data':
        case 'application':
        case 'infrastructure':
            return [...ownership(view, named, style), ...assetFacts(view, named, style)];
        case 'opd': {
            const owned = view.plan.programs.filter((each) => each.owner?.ref.name === named.name);
            const sum = owned.reduce((total, each) => total + moneyOf(each), 0);
            return [
                ...(named.code === undefined ? [] : [[CODE, style.text(named.code.value)] as const]),
                [PROGRAMS, `${owned.length}${sum === 0 ? '' : ` · ${showMoney(sum)[view.locale]}`}`],
            ];
        }
        case 'element':
            return [[DIMENSION, titled(view, named.dimension, style)], ...ties(view, named, style)];
        case 'masterplan':
            return [
                ...(named.region === undefined ? [] : [[REGION, style.text(named.region.value)] as const]),
                ...(named.period === undefined
                    ? []
                    : [[PERIOD, days(view, named.period.from.first, named.period.to.last)] as const]),
            ];
        case 'framework':
        case 'indicator':
            return levelFacts(view, named, style);
        case 'area':
            return named.within === undefined ? [] : [[WITHIN, link(view, named.within.ref, style)]];
        case 'driver': {
            const from = named.from === undefined ? [] : [[FROM, longDay(named.from.when.first, locale)] as const];
            return [...from, ...ties(view, named, style)];
        }
        case 'activity': {
            const program = view.checked.analysis.schedule.byName.get(named.name.slice(0, named.name.lastIndexOf('.')));
            const run = program?.activities.find((each) => each.activity.name === named.name);
            return [
                ...(run === undefined ? [] : [[WHEN, days(view, run.start, run.finish)] as const]),
                ...ties(view, named, style),
            ];
        }
        default:
            return ties(view, named, style);
    }
}

function programFacts(view: View, program: Program, style: Style): readonly Fact[] {
    const { schedule, projection } = view.checked.analysis;
    const scheduled = schedule.byName.get(program.name);
    const facts: Fact[] = [];
    if (program.element !== undefined) {
        facts.push([ELEMENT, link(view, program.element.ref, style)]);
    }
    if (scheduled === undefined) {
        facts.push([WHEN, program.cancelled === undefined ? NO_DATES[view.locale] : CANCELLED[view.locale]]);
    } else {
        const slack = scheduled.slack === null ? '' : ` · ${slackOf(scheduled.slack)[view.locale]}`;
        facts.push([WHEN, `${days(view, scheduled.start, scheduled.finish)}${slack}`]);
    }
    for (const wait of scheduled?.waits ?? []) {
        const through =
            wait.program === undefined || wait.program.name === wait.name ? '' : ` (${style.name(wait.program.name)})`;
        facts.push([
            WAITS,
            `${titled(view, wait.name, style)}${through} · ${FREE[view.locale]} ${longDay(wait.until, view.locale)}`,
        ]);
    }
    if (program.budgets.length > 0) {
        const years = program.budgets
            .map(
                ({ year, amount, from }) =>
                    `${year.value} ${showMoney(amount.value)[view.locale]}${from === undefined ? '' : ` ${style.text(from.name)}`}`,
            )
            .join(', ');
        const sum = showMoney(moneyOf(program))[view.locale];
        facts.push([MONEY, program.budgets.length === 1 ? years : `${sum} (${years})`]);
    }
    for (const raise of program.raises) {
        const step = lift(projection, program.name, raise.of.name);
        const effect =
            step === undefined
                ? NOTHING[view.locale]
                : `${step.from ?? '–'} → ${step.to}, ${longDay(step.date, view.locale)}`;
        facts.push([RAISES, `${style.name(raise.of.name)} ${raise.to.value}: ${effect}`]);
    }
    return facts;
}

function assetFacts(view: View, asset: Asset, style: Style): readonly Fact[] {
    const life = view.checked.analysis.schedule.assets.get(asset.name);
    if (life === undefined) {
        return [];
    }
    const always = { en: 'always', id: 'sejak semula' }[view.locale];
    const from = life.from === null ? always : longDay(life.from, view.locale);
    const to = life.to === null ? '' : ` – ${longDay(life.to, view.locale)}`;
    return [
        [THERE, `${from}${to}`],
        ...life.deliverers.map((each): Fact => [DELIVERED, titled(view, each.name, style)]),
        ...(life.replacedBy === undefined ? [] : [[REPLACED, titled(view, life.replacedBy, style)] as const]),
    ];
}

function levelFacts(view: View, named: Framework | Indicator, style: Style): readonly Fact[] {
    const frameworkName = named.kind === 'framework' ? named.name : named.framework;
    const line = view.checked.analysis.projection.frameworks.find((each) => each.framework.name === frameworkName);
    const steps =
        named.kind === 'framework'
            ? line?.steps.map(({ date, value, band }) => ({ date, level: value, band }))
            : line?.indicators
                  .find((each) => each.indicator.name === named.name)
                  ?.steps.map(({ date, level }) => ({ date, level, band: null }));
    const shown = (steps ?? []).map(
        ({ date, level, band }) =>
            `${Math.round(level * 100) / 100}${band === null ? '' : ` (${style.text(band)})`} ${isoDate(date)}`,
    );
    return [
        ...(named.kind === 'framework' ? [] : [[FRAMEWORK, titled(view, frameworkName, style)] as const]),
        ...named.levels.map(({ level, title }): Fact => [LEVEL, `${level.value} ${style.text(title ?? '')}`.trim()]),
        ...(shown.length === 0
            ? []
            : [[LINE, shown.length > 6 ? `… ${shown.slice(-6).join(' → ')}` : shown.join(' → ')] as const]),
    ];
}

function reasons(view: View, named: Nameable, style: Style): string {
    const { analysis } = view.checked;
    // What bars a level is among the findings; days have nothing to do with them.
    const isLevel = named.kind === 'framework' || named.kind === 'indicator';
    const reason = why(analysis, named.name, isLevel ? view.checked.findings : []);
    if (reason === undefined) {
        return '';
    }
    const note = isLevel ? `\n\n${style.text(NOTE[view.locale])}` : '';
    return `${style.strong(WHY[view.locale])}\n\n${reasonLines(reason, style, view.locale, named.name).join('\n')}${note}`;
}

function findings(view: View, named: Nameable, style: Style): string {
    const found = (view.checked.byFile.get(named.at.file) ?? []).filter((each) => each.subjects.includes(named.name));
    const lines = found.slice(0, MOST_FINDINGS).map(({ rule, severity, waived, message }) => {
        const accepted = waived === null ? '' : ` (${{ en: 'waived', id: 'dikecualikan' }[view.locale]})`;
        return `- ${SEVERITY[severity]![view.locale]} ${style.name(rule)}${accepted}: ${style.text(message[view.locale])}`;
    });
    const rest = found.length > MOST_FINDINGS ? [`- … ${found.length - MOST_FINDINGS}`] : [];
    return lines.length === 0 ? '' : `${style.strong(FOUND[view.locale])}\n\n${[...lines, ...rest].join('\n')}`;
}

function ownership(view: View, named: Program | Asset, style: Style): readonly Fact[] {
    const owner = ownerOf(named);
    return owner === undefined ? [] : [[OWNER, link(view, owner, style)]];
}

function link(view: View, reference: Reference, style: Style): string {
    return titled(view, reference.name, style);
}

function days({ locale }: View, first: number, last: number): string {
    return `${longDay(first, locale)} – ${longDay(last, locale)}`;
}

function moneyOf(program: Program): number {
    return program.budgets.reduce((total, each) => total + each.amount.value, 0);
}

function slackOf(slack: number): Message {
    return slack < 0
        ? { en: `${-slack} days late`, id: `terlambat ${-slack} hari` }
        : { en: `${slack} days of slack`, id: `kelonggaran ${slack} hari` };
}

const OWNER: Message = { en: 'Owner', id: 'Penanggung jawab' };
const ELEMENT: Message = { en: 'Element', id: 'Unsur' };
const DIMENSION: Message = { en: 'Dimension', id: 'Dimensi' };
const FRAMEWORK: Message = { en: 'Framework', id: 'Kerangka penilaian' };
const REGION: Message = { en: 'Region', id: 'Daerah' };
const PERIOD: Message = { en: 'Period', id: 'Masa berlaku' };
const FROM: Message = { en: 'From', id: 'Mulai' };
const WITHIN: Message = { en: 'Within', id: 'Di dalam' };
const CODE: Message = { en: 'Code', id: 'Kode' };
const PROGRAMS: Message = { en: 'Programs', id: 'Program' };
const WHEN: Message = { en: 'When', id: 'Waktu' };
const WAITS: Message = { en: 'Waits for', id: 'Menunggu' };
const FREE: Message = { en: 'lets it start on', id: 'dapat mulai' };
const MONEY: Message = { en: 'Money', id: 'Anggaran' };
const RAISES: Message = { en: 'Raises', id: 'Menaikkan' };
const NOTHING: Message = { en: 'lifts nothing', id: 'tidak menaikkan apa pun' };
const THERE: Message = { en: 'There from', id: 'Tersedia sejak' };
const DELIVERED: Message = { en: 'Delivered by', id: 'Dihasilkan oleh' };
const REPLACED: Message = { en: 'Replaced by', id: 'Digantikan oleh' };
const LEVEL: Message = { en: 'Level', id: 'Tingkat' };
const LINE: Message = { en: 'Course', id: 'Perjalanan' };
const WHY: Message = { en: 'Why', id: 'Mengapa' };
const FOUND: Message = { en: 'Findings', id: 'Temuan' };
const NO_DATES: Message = { en: 'no dates follow from the plan', id: 'rencana tidak memberi tanggal' };
const CANCELLED: Message = { en: 'cancelled', id: 'dibatalkan' };
const NOTE: Message = {
    en: 'Planning simulation, not an official score.',
    id: 'Simulasi perencanaan, bukan nilai resmi.',
};
const SEVERITY: Readonly<Record<string, Message>> = {
    error: { en: 'error', id: 'kesalahan' },
    warning: { en: 'warning', id: 'peringatan' },
    info: { en: 'info', id: 'info' },
};
