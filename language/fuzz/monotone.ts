import fc from 'fast-check';
import { schedule as schedulePlan } from '../src/analysis/schedule.ts';
import { type Day, isoDate } from '../src/plan/calendar.ts';
import { declarations } from './plan-text.ts';
import { checkTexts } from './plans.ts';
import type { Property } from './property.ts';

/** A later predecessor never makes a successor earlier: with one program delayed, no other starts sooner. */
export const laterWaits: Property = {
    name: 'a delay makes nothing earlier',
    build: (counters) =>
        fc.property(declarations, fc.integer({ min: 1, max: 900 }), (all, days) => {
            const text = `${all.join('\n')}\n`;
            const before = checkTexts({ 'plan.smartcity': text });
            const { schedule, plan } = before.analysis;
            const [program] = plan.programs.filter((each) => schedule.byName.get(each.name)?.pinned === false);
            counters.checks += 2;
            if (program === undefined || program.at.file !== 'plan.smartcity') {
                return;
            }
            const delayed = checkTexts({
                'plan.smartcity': `${text}scenario fuzz "F" { delay ${program.name} by ${days} days }\n`,
            }).analysis.plan;
            const delays = delayed.scenarios.find((each) => each.name === 'fuzz')?.delays ?? [];
            const pushed = schedulePlan(delayed, { delays });
            for (const later of pushed.programs) {
                const base = schedule.byName.get(later.program.name);
                if (base !== undefined && later.start < base.start) {
                    throw new Error(
                        `${later.program.name} starts ${isoDate(later.start)}, before ${isoDate(base.start)}`,
                    );
                }
            }
        }),
};

/** One raise more never lowers a level on any day. */
export const moreRaises: Property = {
    name: 'a raise more lowers no level',
    build: (counters) =>
        fc.property(
            declarations,
            fc.constantFrom('governance', 'living', 'economy'),
            fc.integer({ min: 1, max: 5 }),
            (all, indicator, level) => {
                const text = [
                    'use smart-city-100, garuda',
                    ...all,
                    'program fuzz-more "Lebih" { during 2020..2021 }',
                ].join('\n');
                const more = text.replace(
                    'program fuzz-more "Lebih" { during 2020..2021 }',
                    `program fuzz-more "Lebih" { during 2020..2021 raises garuda.${indicator} to ${level} }`,
                );
                counters.checks += 2;
                const before = stepsOf(text);
                const after = stepsOf(more);
                for (const [name, steps] of before) {
                    const raised = after.get(name);
                    if (raised === undefined) {
                        throw new Error(`${name} has lost its line`);
                    }
                    for (const day of [...steps, ...raised].map((each) => each.date)) {
                        const [low, high] = [at(steps, day), at(raised, day)];
                        if (low !== undefined && (high === undefined || high < low)) {
                            throw new Error(`${name} falls from ${low} to ${high} on ${isoDate(day)}`);
                        }
                    }
                }
            },
        ),
};

type Steps = readonly { readonly date: Day; readonly level: number }[];

function stepsOf(text: string): ReadonlyMap<string, Steps> {
    const { projection } = checkTexts({ 'plan.smartcity': text }).analysis;
    return new Map(
        projection.frameworks
            // The planner's own frameworks may be barred by findings about raises themselves.
            .filter((each) => each.framework.name === 'garuda')
            .flatMap((each) => each.indicators.map((line) => [line.indicator.name, line.steps] as const)),
    );
}

function at(steps: Steps, day: Day): number | undefined {
    return steps.filter((each) => each.date <= day).at(-1)?.level;
}
