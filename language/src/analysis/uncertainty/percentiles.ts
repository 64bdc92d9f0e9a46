import type { Day } from '../../plan/calendar.ts';
import type { Percentiles } from '../uncertainty-types.ts';

/** The percentiles of days, one a run, by nearest rank. There must be one run at least. */
export function percentilesOf(days: Int32Array): Percentiles {
    const sorted = days.slice().sort();
    return { p10: rank(sorted, 10), p50: rank(sorted, 50), p90: rank(sorted, 90) };
}

/** The earliest day on or before which at least so many per cent of the days lie. */
function rank(sorted: Int32Array, percent: number): Day {
    return sorted[Math.ceil((sorted.length * percent) / 100) - 1]!;
}
