import type { Day } from '../plan/calendar.ts';
import type { Scenario } from '../plan/declarations/change.ts';
import type { Finding } from '../plan/finding.ts';
import type { Plan } from '../plan/plan.ts';
import { type Areas, areas } from './areas.ts';
import { type Budget, budget } from './budget.ts';
import { type Coverage, coverage } from './coverage.ts';
import { type Doubles, doubles } from './doubles/doubles.ts';
import { type Lifetimes, lifetimes } from './lifetimes.ts';
import { type Links, links } from './links.ts';
import { type Owners, owners } from './owners.ts';
import { type Namers, type Ties, tiesIn } from './projection/ties.ts';
import { project } from './projection.ts';
import type { Projection } from './projection-types.ts';
import { withScenario } from './scenario.ts';
import { schedule } from './schedule.ts';
import type { Schedule } from './schedule-types.ts';
import { type Silos, silos } from './silos.ts';
import { SimilarPrograms } from './similar-programs.ts';
import type { SimilarPair } from './similarity/similar-pair.ts';
import { simulate } from './uncertainty.ts';
import { type Simulation, type Uncertainty, USUAL } from './uncertainty-types.ts';
import { type Uses, uses } from './uses.ts';
import { type PlanYear, yearsOf } from './years.ts';

/** What follows from a plan. Each part is derived once, when it is first asked for. */
export interface Analysis {
    /** The plan that everything else follows from: the one that is written, with a scenario's `drop`s if one is played. */
    readonly plan: Plan;
    /** The plan as it is written, whatever scenario is played. */
    readonly written: Plan;
    /** The scenario that is played; `undefined` for the plan as it is written. */
    readonly scenario: Scenario | undefined;
    /** The day of the run: waivers end against it, pictures mark it. */
    readonly today: Day;
    readonly schedule: Schedule;
    readonly budget: Budget;
    /** Who answers for what; units of one OPD are one owner. */
    readonly owners: Owners;
    readonly lifetimes: Lifetimes;
    readonly areas: Areas;
    /** Where two owners do the same. */
    readonly doubles: Doubles;
    /** Programs of different owners whose words are alike, by name. */
    readonly similar: readonly SimilarPair[];
    /** What ties owners together, and who is on its own. */
    readonly links: Links;
    /** What clauses refer to. */
    readonly uses: Uses;
    /** The years of the plan's period: the columns of yearly figures. */
    readonly years: readonly PlanYear[];
    readonly silos: Silos;
    readonly coverage: Coverage;
    /** Which programs tie which assets to which dimension. */
    readonly ties: Ties;
    /** Needs the findings that bar levels; rules that bar must not ask for it. */
    readonly projection: Projection;
    /** What the spreads of durations make of dates and targets, with the usual settings. Costs far more than all else. */
    readonly uncertainty: Uncertainty;
    /** The same with other settings, calculated anew. */
    simulate(settings: Simulation): Uncertainty;
}

/** What an analysis may be given besides the plan and the day. */
export interface AnalysisOptions {
    /**
     * Gives the un-waived findings that can keep a level down; none unless given. It is asked once, and only when the
     * projection is.
     */
    readonly bars?: (analysis: Analysis) => readonly Finding[];
    /** Kept from one version of a plan to the next, so that only what changed is compared again. */
    readonly similarity?: SimilarPrograms;
    /** Gives who names something, where that is known already; nothing once another version of the plan has come. */
    readonly namers?: Namers;
    /** The days of the plan, where they are known already. */
    readonly schedule?: Schedule;
    /** One of the plan's scenarios to play: what if its programs came later, or not at all. */
    readonly scenario?: Scenario;
}

/** Opens a plan for questions. */
export function analyse(written: Plan, today: Day, options: AnalysisOptions = {}): Analysis {
    const { bars = () => [], similarity = new SimilarPrograms(), scenario } = options;
    const plan = scenario === undefined ? written : withScenario(written, scenario);
    // Levels in a run are barred by what bars them in the projection, whatever has been found since that was made.
    let held: readonly Finding[] = [];
    return {
        plan,
        written,
        scenario,
        today,
        get schedule() {
            return remember(this, 'schedule', options.schedule ?? schedule(plan, { delays: scenario?.delays }));
        },
        get budget() {
            return remember(this, 'budget', budget(plan));
        },
        get owners() {
            return remember(this, 'owners', owners(plan));
        },
        get lifetimes() {
            return remember(this, 'lifetimes', lifetimes(plan, this.schedule));
        },
        get areas() {
            return remember(this, 'areas', areas(plan));
        },
        get doubles() {
            return remember(this, 'doubles', doubles(plan, this, this.areas));
        },
        get similar() {
            return remember(this, 'similar', similarity.pairs(plan, this));
        },
        get links() {
            return remember(this, 'links', links(plan, this.schedule, this));
        },
        get uses() {
            return remember(this, 'uses', uses(plan));
        },
        get years() {
            return remember(this, 'years', yearsOf(plan, this.schedule));
        },
        get silos() {
            return remember(this, 'silos', silos(this.years, this.links, this.doubles));
        },
        get coverage() {
            return remember(this, 'coverage', coverage(plan, this.schedule, this, this.years));
        },
        get ties() {
            return remember(this, 'ties', tiesIn(plan, options.namers));
        },
        get projection() {
            held = bars(this);
            return remember(this, 'projection', project(plan, this.schedule, held, this.ties));
        },
        get uncertainty() {
            return remember(this, 'uncertainty', this.simulate(USUAL));
        },
        simulate(settings) {
            const { schedule, projection } = this;
            const delays = scenario?.delays ?? [];
            return simulate({ plan, schedule, projection, delays, bars: held }, settings);
        },
    };
}

/** Replaces a getter by its value, so that it is computed once. */
function remember<T>(target: object, key: string, value: T): T {
    Object.defineProperty(target, key, { value, enumerable: true });
    return value;
}
