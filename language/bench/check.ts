import { library } from '../src/libraries.ts';
import { assemble } from '../src/plan/assemble.ts';
import { dayOf } from '../src/plan/calendar.ts';
import { DEFAULT_CONFIG } from '../src/plan/config.ts';
import type { Plan } from '../src/plan/plan.ts';
import { RULES } from '../src/rules/catalogue.ts';
import { type Checked, check } from '../src/rules/check.ts';
import type { Rule } from '../src/rules/rule.ts';
import { readFragment } from '../src/syntax/read.ts';
import { city } from './city.ts';

const TODAY = dayOf(2021, 1, 1);
const MOST_RULES = 8;

/** User time in milliseconds of the parts of a check, with the heap after it in megabytes. */
export interface CheckTimes {
    readonly programs: number;
    readonly findings: number;
    readonly read: number;
    readonly assemble: number;
    readonly check: number;
    readonly heap: number;
    /** What each rule takes, together with what it is the first to ask the analysis for. */
    readonly rules: ReadonlyMap<string, number>;
}

/** Reads, assembles and checks a city once. The first of all also pays for starting the parser. */
export function measureCheck(programs: number, files: number): CheckTimes {
    const texts = Object.entries(city({ programs, files }));
    const read = userTime(() => texts.map(([file, text]) => readFragment(file, text)));
    const plan = userTime((): Plan => assemble('.', DEFAULT_CONFIG, read.result, library));
    const rules = new Map<string, number>();
    const restore = RULES.map((rule) => timed(rule, rules));
    let checked: { readonly result: Checked; readonly ms: number };
    try {
        checked = userTime(() => check(plan.result, TODAY));
    } finally {
        for (const each of restore) {
            each();
        }
    }
    return {
        programs,
        findings: checked.result.findings.length,
        read: read.ms,
        assemble: plan.ms,
        check: checked.ms,
        heap: process.memoryUsage().heapUsed / 1e6,
        rules,
    };
}

/** Prints the parts for growing cities in many files and in one, the costliest rules, and the growth exponents. */
export function run(): void {
    // So that starting the parser and compiling the program are not counted as the smallest city's.
    measureCheck(1_000, 20);
    for (const files of [200, 1]) {
        const all = [1_000, 10_000, 100_000].map((programs) => measureCheck(programs, files));
        for (const t of all) {
            console.log(
                `check, ${t.programs} programs in ${files === 1 ? 'one file' : `${files} files`}: ${total(t).toFixed(0)} ms user ` +
                    `(read ${t.read.toFixed(0)}, assemble ${t.assemble.toFixed(0)}, rules ${t.check.toFixed(0)}), ` +
                    `heap ${t.heap.toFixed(0)} MB, ${t.findings} findings`,
            );
            const costly = [...t.rules].sort((a, b) => b[1] - a[1]).slice(0, MOST_RULES);
            console.log(`  ${costly.map(([name, ms]) => `${name} ${ms.toFixed(0)}`).join(', ')}`);
        }
        for (const [small, large] of [
            [all[0]!, all[1]!],
            [all[1]!, all[2]!],
        ] as const) {
            console.log(
                `  growth ${small.programs} to ${large.programs}: exponent ${exponent(small, large, total)} ` +
                    `(read ${exponent(small, large, (t) => t.read)}, rules ${exponent(small, large, (t) => t.check)})`,
            );
        }
    }
}

function total({ read, assemble, check }: CheckTimes): number {
    return read + assemble + check;
}

function exponent(small: CheckTimes, large: CheckTimes, part: (times: CheckTimes) => number): string {
    return (Math.log(part(large) / part(small)) / Math.log(large.programs / small.programs)).toFixed(2);
}

/** Lets a rule report its time; gives back the way to undo it. */
function timed(rule: Rule, times: Map<string, number>): () => void {
    const find = rule.find;
    const replace = (value: Rule['find']) =>
        Object.defineProperty(rule, 'find', { value, configurable: true, writable: true });
    replace((analysis, findings) => {
        const { result, ms } = userTime(() => [...find.call(rule, analysis, findings)]);
        times.set(rule.name, ms);
        return result;
    });
    return () => replace(find);
}

function userTime<T>(action: () => T): { readonly result: T; readonly ms: number } {
    const before = process.cpuUsage();
    const result = action();
    return { result, ms: process.cpuUsage(before).user / 1000 };
}
