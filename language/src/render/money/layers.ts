import type { BudgetRow } from '../../analysis/budget.ts';
import type { Rupiah } from '../../plan/money.ts';
import type { Checked } from '../../rules/check.ts';
import { orderDimensions, titleOf } from '../program-view.ts';

/** What the layers of the picture are. */
export type MoneyBy = 'fund' | 'dimension' | 'opd';

/** What is stacked: the money of one fund, dimension or OPD, or of all the small ones together. */
export interface Layer {
    readonly key: string;
    readonly title: string;
    readonly hue: number | undefined;
    readonly years: readonly Rupiah[];
    readonly total: Rupiah;
}

/** More layers than this cannot be told apart; the smallest are drawn as one. */
const MOST = 8;

/** The layers from bottom to top, the small ones joined where there are too many. */
export function layersOf(checked: Checked, by: MoneyBy, id: boolean): Layer[] {
    const { budget, plan } = checked.analysis;
    const hues = new Map(orderDimensions(plan).map((dimension, index) => [dimension.name, index]));
    const rows: readonly BudgetRow<{ readonly name: string; readonly title: string }>[] = {
        fund: budget.funds,
        dimension: budget.dimensions,
        opd: budget.opds,
    }[by];
    const none = {
        fund: id ? 'tanpa sumber dana' : 'no fund',
        dimension: id ? 'tanpa dimensi' : 'no dimension',
        opd: id ? 'tanpa OPD' : 'no OPD',
    }[by];
    const layers = rows.map(
        (row, index): Layer => ({
            key: row.of?.name ?? '',
            title: row.of ? titleOf(row.of) : none,
            hue: row.of === undefined ? undefined : by === 'dimension' ? hues.get(row.of.name) : index,
            years: row.years.map((sum) => sum.amount),
            total: row.total.amount,
        }),
    );
    if (layers.length <= MOST) {
        return layers;
    }
    const bySize = [...layers].sort((a, b) => b.total - a.total);
    const large = new Set(bySize.slice(0, MOST - 1));
    const small = layers.filter((layer) => !large.has(layer));
    const rest: Layer = {
        key: '*',
        title: id ? `${small.length} lainnya` : `${small.length} others`,
        hue: undefined,
        years: small[0]!.years.map((_, year) => small.reduce((sum, layer) => sum + layer.years[year]!, 0)),
        total: small.reduce((sum, layer) => sum + layer.total, 0),
    };
    return [
        ...layers
            .filter((layer) => large.has(layer))
            .map((layer, index) => ({ ...layer, hue: by === 'dimension' ? layer.hue : index })),
        rest,
    ];
}
