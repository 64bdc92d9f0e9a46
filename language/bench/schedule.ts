import { schedule } from '../src/analysis/schedule.ts';
import { library } from '../src/libraries.ts';
import { assemble } from '../src/plan/assemble.ts';
import { DEFAULT_CONFIG } from '../src/plan/config.ts';
import type { Plan } from '../src/plan/plan.ts';
import { readFragment } from '../src/syntax/read.ts';

const RUNS = 7;

/** How the programs of a plan hang together. */
type Shape = 'city' | 'chain' | 'staircase';

/**
 * A plan of a given size, always the same. A `city`: every fifth program pinned, every third with an `earliest`, most
 * waiting for one or two of the fifty before them or for what these deliver, every sixth with a deadline or a raise.
 * A `chain`: each after the one before, all critical. A `staircase`: a chain in which each also waits for a day of its
 * own, so that no chain ever arrives on a scheduled day: the worst there is for the slack.
 */
export function generatePlan(programs: number, shape: Shape): Plan {
    let seed = 1;
    const draw = (below: number) => {
        seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
        return Math.floor((seed / 0x80000000) * below);
    };
    const lines = [
        'masterplan m "Masterplan" { period 2020..2029 target f.a 3 by 2026 target f 2 by 2024 }',
        'framework f "Kerangka" { scale 1..5 staged aggregate mean indicator a "A" indicator b "B" }',
    ];
    for (let i = 0; i < programs; i++) {
        const near = () => Math.max(0, i - 1 - draw(50));
        if (shape !== 'city') {
            const year = 2020 + Math.floor(i / 6);
            const own = shape === 'staircase' ? `earliest ${year}-${String((i % 6) * 2 + 1).padStart(2, '0')}` : '';
            const last = i === programs - 1 ? 'finish by 2029' : '';
            lines.push(
                `program p${i} "Program ${i}" { ${own} duration 1 month ${i > 0 ? `after p${i - 1}` : ''} ${last} }`,
            );
            continue;
        }
        const after = Array.from(
            { length: i === 0 ? 0 : draw(3) },
            () => `p${near()}${draw(4) === 0 ? ' + 2 months' : ''}`,
        );
        const day = `202${draw(9)}-0${draw(9) + 1}`;
        const asset = near() & ~7;
        lines.push(
            `program p${i} "Program ${i}" {`,
            draw(5) === 0 ? `start ${day}` : draw(3) === 0 ? `earliest ${day}` : '',
            draw(3) > 0 ? `duration ${draw(18) + 1} months` : `duration ${draw(3) + 2}..${draw(9) + 6} months`,
            after.length > 0 ? `after ${after.join(', ')}` : '',
            draw(3) === 0 && asset < i - 8 ? `needs d${asset}` : '',
            i % 8 === 0 ? `delivers d${i}` : '',
            draw(6) === 0 ? `finish by 202${draw(9)}` : '',
            draw(6) === 0 ? `raises f.${draw(2) === 0 ? 'a' : 'b'} to ${draw(2) + 2} after 1 month` : '',
            draw(4) === 0 ? 'activity x "X" { duration 2 months } activity y "Y" { after x duration 3 months }' : '',
            '}',
        );
        if (i % 8 === 0) {
            lines.push(`data d${i} "Data ${i}"`);
        }
    }
    return assemble('.', DEFAULT_CONFIG, [readFragment('city.smartcity', lines.join('\n'))], library);
}

/** Wall time in milliseconds, median of some runs, of a whole schedule with its slack. */
export function measureSchedule(plan: Plan): {
    readonly scheduled: number;
    readonly critical: number;
    readonly ms: number;
} {
    const times: number[] = [];
    let result = schedule(plan);
    for (let i = 0; i < RUNS; i++) {
        const before = performance.now();
        result = schedule(plan);
        times.push(performance.now() - before);
    }
    return {
        scheduled: result.programs.length,
        critical: result.programs.filter((each) => each.critical).length,
        ms: times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!,
    };
}

/** Prints the time of plans of each shape. */
export function run(): void {
    for (const [shape, size] of [
        ['city', 10_000],
        ['chain', 10_000],
        ['staircase', 10_000],
        ['city', 100_000],
        ['chain', 100_000],
    ] as const) {
        const { scheduled, critical, ms } = measureSchedule(generatePlan(size, shape));
        console.log(
            `schedule, ${shape} of ${size}: ${ms.toFixed(0)} ms (${scheduled} scheduled, ${critical} critical)`,
        );
    }
}
