import type { Nameable } from '../plan/declarations/declaration.ts';
import type { Kpi, Program } from '../plan/declarations/program.ts';
import type { Reference } from '../plan/declarations/reference.ts';
import type { Message } from '../plan/message.ts';
import { showMoney } from '../plan/money.ts';
import type { Plan } from '../plan/plan.ts';
import { type Style, titled } from './hover-text.ts';
import type { View } from './view.ts';

/** A line of a card. */
export type Fact = readonly [label: Message, value: string];

/** More names than this a line only counts. */
const MOST_NAMES = 5;

/**
 * What the things around a plan's programs are tied to: who answers an impact, removes an obstacle, serves an audience,
 * pays from a fund. A cancelled program does none of that.
 */
export function ties(view: View, named: Nameable, style: Style): readonly Fact[] {
    const { plan, locale } = view;
    const that = (names: (program: Program) => Refs): readonly Program[] =>
        alive(plan, (each) => names(each)?.refs.some(({ name }) => name === named.name) === true);
    const listed = (found: readonly { readonly name: string }[]): string => list(view, style, found);
    switch (named.kind) {
        case 'driver': {
            const answers = that((each) => each.respondsTo);
            return named.impacts.map((impact): Fact => {
                const by = answers.filter((each) => each.element?.ref.name === impact.element.name);
                const words = impact.text === undefined ? '' : ` ${style.text(impact.text)}`;
                return [EFFECT[impact.effect], `${style.name(impact.element.name)}${words} · ${listed(by)}`];
            });
        }
        case 'obstacle': {
            const raised = named.raisedBy?.refs ?? [];
            return [
                ...(raised.length === 0 ? [] : [[RAISED_BY, listed(raised)] as const]),
                [RESOLVED_BY, listed(that((each) => each.resolves))],
            ];
        }
        case 'audience': {
            const assets = [...plan.services, ...plan.applications];
            const served = assets.filter((each) => each.serves?.refs.some(({ name }) => name === named.name));
            return [[SERVED_BY, listed([...that((each) => each.serves), ...served])]];
        }
        case 'fund': {
            const paid = alive(plan, (each) => each.budgets.some(({ from }) => from?.name === named.name));
            const budgets = paid.flatMap((each) => each.budgets.filter(({ from }) => from?.name === named.name));
            const sum = budgets.reduce((total, each) => total + each.amount.value, 0);
            return [[PAYS, paid.length === 0 ? NOBODY[locale] : `${showMoney(sum)[locale]} · ${listed(paid)}`]];
        }
        case 'element':
            return [[PROGRAMS, listed(alive(plan, (each) => each.element?.ref.name === named.name))]];
        case 'dimension': {
            const inside = `${named.name}.`;
            return [[PROGRAMS, listed(alive(plan, (each) => each.element?.ref.name.startsWith(inside) === true))]];
        }
        case 'scenario': {
            const dropped = named.drops.flatMap((each) => each.refs);
            return [
                ...named.delays.map((each): Fact => [DELAYS, listed(each.programs)]),
                ...(dropped.length === 0 ? [] : [[DROPS, listed(dropped)] as const]),
            ];
        }
        case 'kpi':
            return [
                [AIM, aim(named, style)],
                [PROGRAM, titled(view, parent(named), style)],
            ];
        case 'activity':
            return [[PROGRAM, titled(view, parent(named), style)]];
        default:
            return [];
    }
}

function alive({ programs }: Plan, fits: (program: Program) => boolean): readonly Program[] {
    return programs.filter((each) => each.cancelled === undefined && fits(each));
}

type Refs = { readonly refs: readonly Reference[] } | undefined;

/** Names with their titles, the first ones in order, as many as one reads; who there are none of is said too. */
function list(view: View, style: Style, found: readonly { readonly name: string }[]): string {
    const names = new Set(found.map((each) => each.name));
    const first: string[] = [];
    for (const name of names) {
        // Of the thousands whom a fund pays, only those that are shown are put in order.
        if (first.length < MOST_NAMES || name < first[MOST_NAMES - 1]!) {
            first.push(name);
            first.sort();
            first.length = Math.min(first.length, MOST_NAMES);
        }
    }
    const rest = names.size > MOST_NAMES ? `, … +${names.size - MOST_NAMES}` : '';
    return first.length === 0
        ? NOBODY[view.locale]
        : `${first.map((name) => titled(view, name, style)).join(', ')}${rest}`;
}

/** `72 → 48 (2021) → 24 (2022) jam`. */
function aim({ unit, from, steps }: Kpi, style: Style): string {
    const aims = steps.map(({ to, by }) => `${to}${by === undefined ? '' : ` (${by.text})`}`);
    return `${[...(from === undefined ? [] : [from]), ...aims].join(' → ')} ${style.text(unit ?? '')}`.trim();
}

function parent({ name }: Nameable): string {
    return name.slice(0, name.lastIndexOf('.'));
}

const EFFECT: Readonly<Record<'positive' | 'negative', Message>> = {
    positive: { en: 'Good for', id: 'Baik bagi' },
    negative: { en: 'Bad for', id: 'Buruk bagi' },
};
const RAISED_BY: Message = { en: 'Raised by', id: 'Disampaikan oleh' };
const RESOLVED_BY: Message = { en: 'Resolved by', id: 'Diatasi oleh' };
const SERVED_BY: Message = { en: 'Served by', id: 'Dilayani oleh' };
const PAYS: Message = { en: 'Pays', id: 'Membiayai' };
const PROGRAMS: Message = { en: 'Programs', id: 'Program' };
const PROGRAM: Message = { en: 'Program', id: 'Program' };
const DELAYS: Message = { en: 'Delays', id: 'Menunda' };
const DROPS: Message = { en: 'Drops', id: 'Membatalkan' };
const AIM: Message = { en: 'Aim', id: 'Target' };
const NOBODY: Message = { en: 'nobody yet', id: 'belum ada' };
