import type { Rupiah } from '../../plan/money.ts';

/** The marks of an axis of money from zero to above an amount: four or five round sums. */
export function moneySteps(most: Rupiah): { readonly top: Rupiah; readonly marks: readonly Rupiah[] } {
    const magnitude = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, most) / 4)));
    const step = [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude).find((size) => most / size <= 5) ?? most;
    const count = Math.max(1, Math.ceil(most / step));
    return { top: count * step, marks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}
