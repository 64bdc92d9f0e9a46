import { analyse } from '../src/analysis/analysis.ts';
import { USUAL } from '../src/analysis/uncertainty-types.ts';
import { dayOf } from '../src/plan/calendar.ts';
import { generatePlan } from './schedule.ts';

const TIMES = 5;

/** Wall time in milliseconds, median of some times, of a thousand runs of a plan; schedule and projection not counted. */
export function measureUncertainty(programs: number): {
    readonly programs: number;
    readonly uncertain: number;
    readonly first: number;
    readonly median: number;
} {
    const analysis = analyse(generatePlan(programs, 'city'), dayOf(2020, 1, 1));
    analysis.projection.frameworks.length;
    const times: number[] = [];
    let uncertain = 0;
    for (let i = 0; i < TIMES; i++) {
        const from = performance.now();
        const result = analysis.simulate(USUAL);
        uncertain = 0;
        for (const { program } of analysis.schedule.programs) {
            const { p10, p90 } = result.finishOf(program.name)!;
            uncertain += p10 === p90 ? 0 : 1;
        }
        times.push(performance.now() - from);
    }
    const [first] = times;
    times.sort((a, b) => a - b);
    return { programs, uncertain, first: first!, median: times[TIMES >> 1]! };
}

/** Prints the figures of plans of different sizes. */
export function run(): void {
    for (const programs of [300, 3_000, 10_000]) {
        const { uncertain, first, median } = measureUncertainty(programs);
        console.log(
            `${USUAL.runs} runs of ${programs} programs, ${uncertain} of them uncertain: first ${first.toFixed(0)} ms, median ${median.toFixed(0)} ms`,
        );
    }
}
