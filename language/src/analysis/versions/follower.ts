import type { Declaration } from '../../plan/declarations/declaration.ts';
import type { Reference } from '../../plan/declarations/reference.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Analysis } from '../analysis.ts';
import { isAlone, type Links } from '../links.ts';
import type { Schedule } from '../schedule-types.ts';
import type { SimilarPrograms } from '../similar-programs.ts';
import type { Change, Changes } from './changes.ts';
import { Company, type Key } from './company.ts';
import { Mentions } from './mentions.ts';
import { narrowed } from './narrowed.ts';
import { type Rescheduled, Rescheduler } from './rescheduled.ts';
import { Solitude } from './solitude.ts';

/** What of the next version of a plan has to be looked at again. */
export interface Following {
    /** The declarations that may be judged otherwise, by name. */
    readonly names: ReadonlySet<string>;
    /** The datasets that may be contested otherwise. */
    readonly contested: ReadonlySet<string>;
    /** These declarations alone. */
    readonly each: Analysis;
    /** These with all who name them and all they are compared with. */
    readonly around: Analysis;
}

/** Parts of a program that nobody else is judged by; its company is told by what it keeps of them. */
const OWN: ReadonlySet<string> = new Set([
    'title',
    'description',
    'source',
    'budgets',
    'kpis',
    'code',
    'quickWin',
    'progress',
]);
/** Parts by which those are judged that name the same assets. */
const BINDING: ReadonlySet<string> = new Set(['delivers', 'replaces', 'supports', 'integrates', 'cancelled', 'shared']);

const ASSETS: ReadonlySet<string> = new Set(['service', 'data', 'application', 'infrastructure']);

/** Knows of one version of a plan who names whom and who is compared with whom, and follows it from version to version. */
export class Follower {
    private readonly mentions: Mentions;
    private readonly company: Company;
    private readonly solitude: Solitude;
    private readonly alone: boolean;
    private readonly rescheduler: Rescheduler;
    private plan: Plan;

    constructor(analysis: Analysis) {
        this.plan = analysis.plan;
        this.mentions = new Mentions(analysis.plan.fragments);
        this.company = new Company(analysis.plan);
        this.solitude = new Solitude(analysis.links);
        this.alone = isAlone(analysis.plan, analysis.owners);
        this.rescheduler = new Rescheduler(analysis.plan);
    }

    /** The files in which something is named. */
    filesNaming(name: string): ReadonlySet<string> {
        return this.mentions.filesOf(name);
    }

    /** The declarations that name something in a version of the plan; `undefined` of any but the newest. */
    namers(name: string, plan: Plan): Iterable<string> | undefined {
        return plan === this.plan ? this.mentions.of(name) : undefined;
    }

    /** Takes a step towards the next version; false when nothing is left to do. */
    prepare({ plan, schedule }: Analysis): boolean {
        return this.rescheduler.prepare(schedule, plan);
    }

    /** The first step: gives the days of the next version. */
    reschedule(before: Schedule, plan: Plan, changes: Changes): Rescheduled & { readonly reached: Set<string> } {
        const reached = new Set<string>();
        this.plan = plan;
        this.reach(changes, plan, before, reached);
        for (const name of this.mentions.update(changes)) {
            reached.add(name);
        }
        const rescheduled = this.rescheduler.follow(before, plan, changes, this.mentions);
        this.reach(changes, plan, rescheduled.schedule, reached);
        for (const name of rescheduled.changed) {
            reached.add(name);
            for (const by of this.mentions.of(name)) {
                reached.add(by);
            }
        }
        return { ...rescheduled, reached };
    }

    /** The second step: what is to be looked at again, `names` and all that follows; `undefined` for everything. */
    follow(whole: Analysis, names: Set<string>, similarity: SimilarPrograms): Following | undefined {
        const { plan } = whole;
        if (isAlone(plan, whole.owners) !== this.alone) {
            return undefined;
        }
        const alike = similarity.follow(plan, whole, names);
        if (alike === undefined) {
            return undefined;
        }
        for (const name of alike) {
            names.add(name);
        }
        const keys = this.company.update(plan, names);
        const contested = this.company.contested(keys);
        const around = this.around(plan, names, [...keys, ...contested.keys]);
        const each = narrowed(whole, { names, uses: this.mentions });
        const similar = similarity.pairsOf(names);
        const wide = narrowed(whole, { names: around, similar, uses: this.mentions });
        this.solitude.update(wide.links, names);
        return { names, contested: contested.data, each, around: wide };
    }

    /** The links of the whole plan as far as a rule about owners on their own asks for them. */
    solitary(whole: Analysis): Pick<Links, 'isolatedOwners'> {
        return { isolatedOwners: this.alone ? [] : this.solitude.isolated(whole) };
    }

    /** Adds who may be judged otherwise after changes, as the mentions stand. */
    private reach({ changed }: Changes, plan: Plan, schedule: Schedule, reached: Set<string>): void {
        for (const [name, change] of changed) {
            reached.add(name);
            const isAsset = [change.before, change.after].some((each) => each !== undefined && ASSETS.has(each.kind));
            for (const by of this.mentions.of(name)) {
                reached.add(by);
                // A program provides a service through an application.
                if (isAsset) {
                    this.addAll(this.mentions.of(by), reached);
                }
            }
            this.reachNamed(change, plan, schedule, reached);
        }
    }

    private reachNamed({ before, after, parts }: Change, plan: Plan, schedule: Schedule, reached: Set<string>): void {
        if (before !== undefined && after !== undefined && [...parts].every((part) => OWN.has(part))) {
            return;
        }
        const binds = before === undefined || after === undefined || [...parts].some((part) => BINDING.has(part));
        for (const { name } of [before, after].flatMap((each) => (each === undefined ? [] : referencesIn(each)))) {
            reached.add(name);
            for (const deliverer of schedule.assets.get(name)?.deliverers ?? []) {
                reached.add(deliverer.name);
            }
            const kind = plan.names.get(name)?.kind;
            if (binds && kind !== undefined && ASSETS.has(kind)) {
                this.addAll(this.mentions.of(name), reached);
            }
        }
    }

    /** Some declarations with all who name them or what they deliver, and with their company. */
    private around(plan: Plan, names: ReadonlySet<string>, keys: Iterable<Key>): ReadonlySet<string> {
        const around = new Set(names);
        for (const name of names) {
            const declaration = plan.names.get(name);
            if (declaration?.kind === 'program') {
                this.addAll(this.mentions.of(name), around);
                for (const delivered of declaration.delivers?.refs ?? []) {
                    this.addAll(this.mentions.of(delivered.name), around);
                }
            } else if (declaration !== undefined && ASSETS.has(declaration.kind)) {
                this.addAll(this.mentions.of(name), around);
            }
        }
        for (const key of keys) {
            this.addAll(this.company.of(key), around);
        }
        // Whether two applications are coordinated is also said by the programs that deliver them.
        for (const name of [...around]) {
            if (plan.names.get(name)?.kind === 'application') {
                this.addAll(this.mentions.of(name), around);
            }
        }
        return around;
    }

    private addAll(names: Iterable<string>, to: Set<string>): void {
        for (const name of names) {
            to.add(name);
        }
    }
}

/** All names that a declaration names. */
function referencesIn(declaration: Declaration): readonly Reference[] {
    const found: Reference[] = [];
    const look = (value: unknown): void => {
        if (Array.isArray(value)) {
            value.forEach(look);
        } else if (typeof value === 'object' && value !== null) {
            if ('expected' in value) {
                found.push(value as Reference);
            } else {
                Object.values(value).forEach(look);
            }
        }
    };
    look(declaration);
    return found;
}
