import { type Analysis, type AnalysisOptions, analyse } from '../analysis/analysis.ts';
import { noneOfResults } from '../analysis/none-of.ts';
import type { NoneOfResult } from '../analysis/projection-types.ts';
import { SimilarPrograms } from '../analysis/similar-programs.ts';
import { changesBetween } from '../analysis/versions/changes.ts';
import { Follower, type Following } from '../analysis/versions/follower.ts';
import { isOnSameGround } from '../analysis/versions/foundation.ts';
import type { Day } from '../plan/calendar.ts';
import type { Draft, Finding } from '../plan/finding.ts';
import type { Plan } from '../plan/plan.ts';
import { Books } from './books.ts';
import { RULES } from './catalogue.ts';
import { Edit } from './edit.ts';
import { finisher, libraryPlaces, spelled } from './finish.ts';
import { type Entry, Ledger } from './ledger.ts';
import { Moves } from './moves.ts';
import { barsOf, findingsFor, IN_ORDER, noneOfRules, waiversBetween } from './phases.ts';
import { Faults } from './references.ts';
import type { Rule } from './rule.ts';
import { Waivers } from './waivers.ts';

/** A plan with everything that follows from it, and what was found in it. */
export interface Checked {
    readonly analysis: Analysis;
    /** All findings, the waived ones too, in order of place, then rule. */
    readonly findings: readonly Finding[];
    /** The same by file; of a file in which nothing was found there is none. An unchanged list is the very same as before. */
    readonly byFile: ReadonlyMap<string, readonly Finding[]>;
    readonly noneOf: readonly NoneOfResult[];
    /** How much had to be done. */
    readonly work: Work;
}

/** What a check did anew. */
export interface Work {
    /** How many declarations were judged; `undefined` for all. */
    readonly judged: number | undefined;
    /** Whether the days of all programs were worked out. */
    readonly scheduled: boolean;
}

/** What a check may be given besides the plan and the day. */
export interface CheckOptions extends Pick<AnalysisOptions, 'scenario'> {
    /** Fingerprints that count as waived. */
    readonly baseline?: ReadonlySet<string>;
}

/** Runs every rule over a plan. Whoever checks one version of a plan after the other keeps a `Checker`. */
export function check(plan: Plan, today: Day, options: CheckOptions = {}): Checked {
    return new Checker().check(plan, today, options);
}

/** What is kept of the version that was checked last. */
interface Version {
    readonly plan: Plan;
    readonly today: Day;
    readonly baseline: ReadonlySet<string>;
    readonly books: Books;
    readonly checked: Checked;
    /** Made when the next version comes. */
    follower: Follower | undefined;
    faults: Faults | undefined;
}

const NO_BASELINE: ReadonlySet<string> = new Set();
/** An edit that may change more than this share of all findings is better checked from scratch. */
const MANY = 0.25;

/**
 * Runs every rule over a plan, version after version: what an edit cannot have changed is kept, and what is found is always
 * what a fresh run finds. Facts come first, then what rests on them: levels, which findings may bar, then waivers, which
 * findings they meet. A rule that is switched off is evaluated all the same, only not reported: switching it off changes no
 * other finding and lifts no level.
 */
export class Checker {
    private last: Version | undefined;
    private similarity = new SimilarPrograms();

    /** The findings of the next version, or of any plan. */
    check(plan: Plan, today: Day, { baseline = NO_BASELINE, scenario }: CheckOptions = {}): Checked {
        const { last } = this;
        if (scenario === undefined && last !== undefined && last.today === today && last.baseline === baseline) {
            if (last.plan === plan) {
                return last.checked;
            }
            const next = this.follow(last, plan);
            if (next !== undefined) {
                return next;
            }
        }
        return this.afresh(plan, today, baseline, scenario);
    }

    /**
     * Takes a step towards the next version, so that the first edit need not wait for what all of them rest on. False when
     * nothing is left to do.
     */
    prepare(): boolean {
        const { last } = this;
        if (last === undefined) {
            return false;
        }
        const { analysis } = last.checked;
        if (last.follower === undefined) {
            last.follower = new Follower(analysis);
        } else if (last.faults === undefined) {
            last.faults = new Faults(last.plan);
        } else {
            return last.follower.prepare(analysis);
        }
        return true;
    }

    private afresh(
        plan: Plan,
        today: Day,
        baseline: ReadonlySet<string>,
        scenario: AnalysisOptions['scenario'],
    ): Checked {
        this.last = undefined;
        this.similarity = new SimilarPrograms();
        const books = new Books(new Ledger(plan.config));
        const { ledger } = books;
        const waivers = new Waivers(plan, today, baseline);
        const analysis = analyse(plan, today, {
            similarity: this.similarity,
            ...(scenario && { scenario }),
            bars: () => barsOf(ledger, plan, waivers),
        });
        const places = libraryPlaces(plan);
        for (const rule of IN_ORDER) {
            const finish = finisher(plan, places, rule);
            for (const draft of [...rule.find(analysis, findingsFor(rule, ledger, plan, waivers))]) {
                const finding = finish(draft);
                // Who looks at the whole plan speaks with all of it at hand.
                books.enter(rule, draft, rule.judges === undefined ? spelled(finding) : finding);
            }
        }
        ledger.settle(waivers);
        const checked = present(analysis, ledger, { judged: undefined, scheduled: true });
        if (scenario === undefined) {
            this.last = { plan, today, baseline, books, checked, follower: undefined, faults: undefined };
        }
        return checked;
    }

    /** Checks the next version by what changed; `undefined` where that is too much, or everything rests on it. */
    private follow(last: Version, plan: Plan): Checked | undefined {
        const changes = changesBetween(last.plan, plan);
        if (!isOnSameGround(last.plan, plan, changes)) {
            return undefined;
        }
        last.follower ??= new Follower(last.checked.analysis);
        last.faults ??= new Faults(last.plan);
        this.last = undefined;
        const { follower, faults, books, today, baseline } = last;
        const { ledger } = books;
        const rescheduled = follower.reschedule(last.checked.analysis.schedule, plan, changes);
        const { schedule, reached } = rescheduled;
        const moves = new Moves(last.plan, plan, changes);
        const { moved, stale } = movedIn(ledger, moves, reached);
        if (reached.size > Math.max(400, plan.names.size * MANY)) {
            return undefined;
        }
        const waivers = new Waivers(plan, today, baseline);
        const analysis = analyse(plan, today, {
            schedule,
            similarity: this.similarity,
            namers: (name) => follower.namers(name, plan),
            bars: () => barsOf(ledger, plan, waivers),
        });
        const following = follower.follow(analysis, reached, this.similarity);
        if (following === undefined) {
            return undefined;
        }
        faults.follow(plan, changes, follower);
        for (const [entry, finding] of moved) {
            ledger.move(entry, finding);
        }
        ledger.open();
        books.strike(following.names, following.contested);
        ledger.unsettle(waiversBetween(last.plan, plan));
        const solitary = Object.create(analysis, { links: { value: follower.solitary(analysis) } }) as Analysis;
        const edit = new Edit(last.plan, plan, changes, rescheduled.changed, {
            changed: (rules) => {
                ledger.settle(waivers);
                return ledger.hasChanged(rules);
            },
            of: (rules) => ledger.of(rules),
        });
        const places = libraryPlaces(plan);
        for (const rule of IN_ORDER) {
            const finish = finisher(plan, places, rule);
            if (rule.judges !== undefined) {
                for (const draft of draftsOf(rule, following)) {
                    books.enter(rule, draft, spelled(finish(draft)));
                }
            } else if (stale.has(rule) || rule.stands?.(edit) !== true) {
                const found = [...rule.find(solitary, findingsFor(rule, ledger, plan, waivers))];
                books.replace(
                    rule,
                    found.map((draft) => ({ draft, finding: spelled(finish(draft)) })),
                );
            }
        }
        ledger.settle(waivers);
        const checked = present(analysis, ledger, { judged: following.names.size, scheduled: rescheduled.again });
        this.last = { plan, today, baseline, books, checked, follower, faults };
        return checked;
    }
}

/**
 * The entries whose places have moved, as they are now. Who is judged by what is gone is added to those reached; rules over
 * the whole plan that point at what is gone are stale.
 */
function movedIn(
    ledger: Ledger,
    moves: Moves,
    reached: Set<string>,
): { readonly moved: ReadonlyMap<Entry, Finding>; readonly stale: ReadonlySet<Rule> } {
    const moved = new Map<Entry, Finding>();
    const stale = new Set<Rule>();
    for (const file of moves.changed()) {
        for (const entry of ledger.in(file)) {
            const { rule } = entry;
            if ((rule.judges === undefined && rule.stands === undefined) || moved.has(entry)) {
                continue;
            }
            const finding = moves.follow(entry.base);
            if (finding === undefined && rule.judges === undefined) {
                stale.add(rule);
            } else if (finding === undefined) {
                reached.add(entry.judged);
            } else if (finding !== entry.base) {
                moved.set(entry, spelled(finding));
            }
        }
    }
    return { moved, stale };
}

/** What a rule reports about those that have to be looked at again. */
function draftsOf(rule: Rule, { each, around, names, contested }: Following): readonly Draft[] {
    if (rule.judges === 'each') {
        return [...rule.find(each, [])];
    }
    const drafts = [...rule.find(around, [])];
    switch (rule.judges) {
        case 'around':
            return drafts.filter(({ subjects }) => names.has(subjects[0] ?? ''));
        case 'groups':
            return drafts.filter(({ subjects }) => subjects.some((subject) => contested.has(subject)));
        default:
            return drafts.filter(({ subjects }) => subjects.some((subject) => names.has(subject)));
    }
}

function present(analysis: Analysis, ledger: Ledger, work: Work): Checked {
    const byFile = ledger.byFile();
    let findings: readonly Finding[] | undefined;
    return {
        analysis,
        get findings() {
            findings ??= [...byFile.keys()].sort().flatMap((file) => byFile.get(file)!);
            return findings;
        },
        byFile,
        noneOf: noneOfResults(analysis.plan, ledger.of(new Set(noneOfRules(analysis.plan)))),
        work,
    };
}

const FIXED = new Set(RULES.filter((rule) => rule.fixed === true).map((rule) => rule.name));

/** Whether a rule cannot be waived or switched off. */
export function isFixed(rule: string): boolean {
    return FIXED.has(rule);
}
