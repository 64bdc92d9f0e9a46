import type { Declaration } from '../../plan/declarations/declaration.ts';
import type { Program } from '../../plan/declarations/program.ts';
import type { Reference } from '../../plan/declarations/reference.ts';
import type { Plan } from '../../plan/plan.ts';
import { pullsIn } from '../schedule/bounds.ts';
import { schedule } from '../schedule.ts';
import type { AssetLife, Schedule, ScheduledProgram, Wait } from '../schedule-types.ts';
import type { Change, Changes } from './changes.ts';
import type { Mentions } from './mentions.ts';
import { changedBetween, changedIn } from './redated.ts';
import { Timetable } from './timetable/timetable.ts';
import { placeOf, versioned } from './timetable/writing.ts';

/** A schedule, and whose days are not what they were. */
export interface Rescheduled {
    readonly schedule: Schedule;
    /** Names of programs and assets whose days, slack or waits changed. */
    readonly changed: ReadonlySet<string>;
    /** Whether the days of all programs were worked out again. */
    readonly again: boolean;
}

/** The parts of a program that no date hangs on. */
const TIMELESS: ReadonlySet<string> = new Set([
    'title',
    'description',
    'source',
    'budgets',
    'kpis',
    'code',
    'owner',
    'partners',
    'element',
    'serves',
    'area',
    'progress',
    'quickWin',
    'resolves',
    'respondsTo',
    'broken',
]);
/** The same of an asset. */
const TIMELESS_ASSET: ReadonlySet<string> = new Set([
    'title',
    'description',
    'source',
    'owner',
    'producer',
    'serves',
    'area',
    'class',
    'shared',
    'supports',
    'integrates',
    'needs',
    'broken',
]);
const TIMED: ReadonlySet<string> = new Set(['program', 'service', 'data', 'application', 'infrastructure']);

/** The days of one version of a plan after the other. */
export class Rescheduler {
    /** Made when the first edit comes that dates hang on, and again after one that it cannot follow. */
    private timetable: Timetable | undefined;

    /** A schedule that no timetable can be made of. */
    private unfit: Schedule | undefined;

    /** Begins with a version of a plan. */
    constructor(private plan: Plan) {}

    /** Gets ready for an edit of dates. False where that is done already, or cannot be. */
    prepare(schedule: Schedule, plan: Plan): boolean {
        if (this.timetable !== undefined || this.unfit === schedule) {
            return false;
        }
        this.timetable = Timetable.of(plan, schedule, pullsIn(plan));
        this.unfit = this.timetable === undefined ? schedule : undefined;
        return true;
    }

    /**
     * The schedule of the next version. What says the same about dates elsewhere is put in; behind what says something else
     * days are worked out again, or all of them where that is simpler.
     */
    follow(before: Schedule, plan: Plan, changes: Changes, mentions: Mentions): Rescheduled {
        const pairs = new Map<Declaration, Declaration>(changes.moved);
        const edits = new Map<string, Change>();
        for (const [name, change] of changes.changed) {
            const { before: was, after: is, parts } = change;
            if (TIMED.has(was?.kind ?? is!.kind) || TIMED.has(is?.kind ?? was!.kind)) {
                const timeless = was?.kind === 'program' ? TIMELESS : TIMELESS_ASSET;
                if (was !== undefined && is !== undefined && [...parts].every((part) => timeless.has(part))) {
                    pairs.set(was, is);
                } else {
                    edits.set(name, change);
                }
            }
        }
        const last = this.plan;
        this.plan = plan;
        if (edits.size === 0) {
            this.timetable?.renew(pairs);
            return { schedule: replaced(before, pairs, mentions), changed: new Set(), again: false };
        }
        const pulls = pullsIn(plan);
        this.timetable ??= Timetable.of(last, before, pulls);
        this.timetable?.renew(pairs);
        const renewed = replaced(before, pairs, mentions);
        const next = this.timetable?.follow(renewed, plan, edits, {
            namers: (name) => mentions.of(name),
            pulls,
        });
        if (next === undefined) {
            this.timetable = undefined;
            const after = schedule(plan);
            return { schedule: after, changed: changedBetween(before, after), again: true };
        }
        return { schedule: next.schedule, changed: changedIn(next, before), again: false };
    }
}

/** A schedule with declarations in the places of others that say the same about days. */
function replaced(before: Schedule, pairs: ReadonlyMap<Declaration, Declaration>, mentions: Mentions): Schedule {
    const references = new Map<Reference, Reference>();
    const programs = new Set<string>();
    const assets = new Set<string>();
    for (const [was, is] of pairs) {
        if (was.kind === 'program' && is.kind === 'program') {
            pairReferences(was, is, references);
            programs.add(was.name);
            for (const name of mentions.of(was.name)) {
                programs.add(name);
            }
            for (const { name: asset } of is.delivers?.refs ?? []) {
                assets.add(asset);
                for (const name of mentions.of(asset)) {
                    programs.add(name);
                }
            }
        } else if (TIMED.has(was.kind)) {
            assets.add(was.name);
        }
    }
    if (programs.size === 0 && assets.size === 0) {
        return before;
    }
    const now = <T extends Declaration>(declaration: T): T => (pairs.get(declaration) as T | undefined) ?? declaration;
    const list = before.programs.slice();
    const byName: [string, ScheduledProgram][] = [];
    for (const name of programs) {
        const was = before.byName.get(name);
        if (was !== undefined) {
            const is = withProgram(was, now, references);
            list[placeOf(list, was)] = is;
            byName.push([name, is]);
        }
    }
    const lives: [string, AssetLife][] = [];
    for (const name of assets) {
        const was = before.assets.get(name);
        if (was !== undefined) {
            lives.push([name, withAsset(was, now)]);
        }
    }
    const reference = (each: Reference) => references.get(each) ?? each;
    return {
        ...before,
        programs: list,
        byName: versioned(before.byName).with(byName),
        assets: versioned(before.assets).with(lives),
        unscheduled: before.unscheduled.some((each) => pairs.has(each))
            ? before.unscheduled.map(now)
            : before.unscheduled,
        cycles: before.cycles.some((cycle) => cycle.references.some((each) => references.has(each)))
            ? before.cycles.map((cycle) => ({ ...cycle, references: cycle.references.map(reference) }))
            : before.cycles,
    };
}

function withProgram(
    was: ScheduledProgram,
    now: <T extends Declaration>(declaration: T) => T,
    references: ReadonlyMap<Reference, Reference>,
): ScheduledProgram {
    const program = now(was.program);
    const activities = new Map(was.program.activities.map((each, place) => [each, program.activities[place]!]));
    return {
        ...was,
        program,
        waits: was.waits.map(
            (wait): Wait => ({
                ...wait,
                reference: references.get(wait.reference) ?? wait.reference,
                program: wait.program && now(wait.program),
            }),
        ),
        activities:
            program === was.program
                ? was.activities
                : was.activities.map((each) => ({ ...each, activity: activities.get(each.activity)! })),
    };
}

function withAsset(was: AssetLife, now: <T extends Declaration>(declaration: T) => T): AssetLife {
    return {
        ...was,
        asset: now(was.asset),
        deliverers: was.deliverers.map(now),
        deliverer: was.deliverer && now(was.deliverer),
    };
}

/** Notes which reference of one stands where which of the other stood; both wait for the same. */
function pairReferences(was: Program, is: Program, references: Map<Reference, Reference>): void {
    was.after?.items.forEach((item, place) => {
        references.set(item.ref, is.after!.items[place]!.ref);
    });
    was.needs?.refs.forEach((ref, place) => {
        references.set(ref, is.needs!.refs[place]!);
    });
    was.activities.forEach((activity, place) => {
        activity.after?.items.forEach((item, index) => {
            references.set(item.ref, is.activities[place]!.after!.items[index]!.ref);
        });
    });
}
