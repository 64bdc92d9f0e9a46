import { schedule } from '../../src/analysis/schedule.ts';
import type { Schedule } from '../../src/analysis/schedule-types.ts';
import { isoDate } from '../../src/plan/calendar.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { planOf } from '../support.ts';

/** A schedule in words that can be compared with dates counted by hand. */
export interface View {
    readonly schedule: Schedule;
    /** `2020-07-01..2020-12-31`; `undefined` for a program without days. */
    of(program: string): string | undefined;
    /** The same of an activity, by its qualified name. */
    activity(name: string): string | undefined;
    /** `2015-01-01..` of an asset; an open end is empty. */
    life(asset: string): string;
    /** `city-fibre 2021-02-01`, one for each thing that a program waits for. */
    waits(program: string): readonly string[];
    slack(program: string): number | null | undefined;
    /** Names of critical programs, in order. */
    readonly critical: readonly string[];
    readonly unscheduled: readonly string[];
}

/** Declarations in a plan of 2020 to 2029, scheduled. A scenario of the plan may be named. */
export function scheduled(text: string, scenario?: string): View {
    return view(planOf(`masterplan kediri "Kediri" { period 2020..2029 }\n${text}`), scenario);
}

/** A plan, scheduled. */
export function view(plan: Plan, scenario?: string): View {
    const changes = plan.scenarios.find((each) => each.name === scenario);
    const drops = changes?.drops.flatMap((clause) => clause.refs.map((ref) => ref.name));
    const result = schedule(plan, { delays: changes?.delays, drops });
    const activities = result.programs.flatMap((program) => program.activities);
    return {
        schedule: result,
        of: (program) => spanOf(result.byName.get(program)),
        activity: (name) => spanOf(activities.find((each) => each.activity.name === name)),
        life(asset) {
            const life = result.assets.get(asset)!;
            return `${life.from === null ? '' : isoDate(life.from)}..${life.to === null ? '' : isoDate(life.to)}`;
        },
        waits: (program) => result.byName.get(program)!.waits.map((wait) => `${wait.name} ${isoDate(wait.until)}`),
        slack: (program) => result.byName.get(program)?.slack,
        critical: result.programs
            .filter((each) => each.critical)
            .map((each) => each.program.name)
            .sort(),
        unscheduled: result.unscheduled.map((program) => program.name),
    };
}

function spanOf(span: { readonly start: number; readonly finish: number } | undefined): string | undefined {
    return span && `${isoDate(span.start)}..${isoDate(span.finish)}`;
}
