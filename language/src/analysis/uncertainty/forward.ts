import type { Day, Length } from '../../plan/calendar.ts';
import { delay } from '../schedule/courses.ts';
import type { Draws } from './draws.ts';
import { floats, hasWrittenFinish, type Reach, type Waiting } from './reach.ts';
import { advance, advanceOne, likelyPlace, type Stretch, stretchOf } from './strides.ts';

/** Stands for a day that is not known yet, among nodes that wait for each other. */
const NEVER = 0x3fff_ffff;

/**
 * The schedule over and over: the last day of every program in every run, a forward pass for each. Only uncertain
 * programs are calculated, all runs of one after the other, in an order in which each stands behind what it waits for;
 * what waits for each other (through an asset that several deliver) is gone through until nothing changes: days only come
 * down, and one after the other becomes known, as in the schedule.
 */
export class Forward {
    /** The last day of each uncertain program in each run; of each uncertain asset the first day that it is there. */
    private readonly rows: (Int32Array | undefined)[] = [];
    private readonly begin: Int32Array;
    private readonly until: Int32Array;
    private readonly starts: Int32Array;

    constructor(
        readonly reach: Reach,
        private readonly draws: Draws,
    ) {
        this.begin = new Int32Array(draws.runs);
        this.until = new Int32Array(draws.runs);
        this.starts = new Int32Array(draws.runs);
        for (const group of reach.order) {
            for (const node of group) {
                this.rows[node] = new Int32Array(draws.runs).fill(group.length > 1 ? NEVER : 0);
            }
            while (this.calculate(group) && group.length > 1) {
                // Once more, with what is known now.
            }
        }
    }

    /** The last day of a program in every run; `undefined` where it is the schedule's in all of them. */
    finishes(node: number): Int32Array | undefined {
        return this.rows[node];
    }

    /**
     * The uncertain program that lets a program start in a run: what it waits for longest, through an asset the one that
     * delivers it first; of several by name. -1 when a date or a certain program holds it instead.
     */
    heldBy(node: number, run: number): number {
        const { reach } = this;
        let holder = -1;
        let last = reach.notBefore[node]!;
        for (const wait of reach.waits[node]!) {
            const before = wait.node < reach.programs.length ? wait.node : this.delivererOf(wait.node, run);
            const day = this.letsStart(node, wait, run);
            if (day > last || (day === last && holder >= 0 && this.comesFirst(before, holder))) {
                last = day;
                holder = before;
            }
        }
        return holder >= 0 && reach.uncertain[holder] === 1 ? holder : -1;
    }

    /** Calculates nodes once; says whether anything changed. */
    private calculate(group: readonly number[]): boolean {
        const { programs } = this.reach;
        let changed = false;
        for (const node of group) {
            const row = this.rows[node]!;
            const days = this.until;
            if (node < programs.length) {
                this.calculateProgram(node);
                days.set(this.begin);
            } else {
                days.fill(NEVER);
                for (const deliverer of this.reach.deliverers[node - programs.length]!) {
                    const finishes = this.rows[deliverer];
                    const finish = finishes === undefined ? programs[deliverer]!.finish : 0;
                    for (let run = 0; run < days.length; run++) {
                        days[run] = Math.min(days[run]!, (finishes === undefined ? finish : finishes[run]!) + 1);
                    }
                }
            }
            for (let run = 0; run < row.length; run++) {
                const day = Math.min(NEVER, days[run]!);
                changed ||= day !== row[run];
                row[run] = day;
            }
        }
        return changed;
    }

    /** Leaves the last days of a program in `begin`. */
    private calculateProgram(node: number): void {
        const { begin, reach } = this;
        const course = reach.courses[node]!;
        if (floats(course)) {
            begin.fill(reach.notBefore[node]!);
            for (const wait of reach.waits[node]!) {
                this.waitFor(node, wait);
            }
            for (let run = 0; course.delays.length > 0 && run < begin.length; run++) {
                begin[run] = delay(course, begin[run]!);
            }
        } else {
            // A delayed program keeps the length that it has without the delay.
            begin.fill(course.start! - course.shift);
        }
        this.work(node);
        for (let run = 0; course.shift !== 0 && run < begin.length; run++) {
            begin[run]! += course.shift;
        }
    }

    /** Puts the starts in `begin` off until a wait lets the program start. */
    private waitFor(node: number, wait: Waiting): void {
        const { begin, until, reach, rows } = this;
        const row = rows[wait.node];
        const isAsset = wait.node >= reach.programs.length;
        if (row === undefined) {
            until.fill(this.certainDay(wait.node));
        } else if (isAsset) {
            until.set(row);
        } else {
            for (let run = 0; run < until.length; run++) {
                until[run] = row[run]! + 1;
            }
        }
        if (wait.lag !== undefined) {
            this.stretch(node, wait.part, wait.lag, this.certainDay(wait.node), until);
        }
        for (let run = 0; run < begin.length; run++) {
            begin[run] = Math.max(begin[run]!, until[run]!);
        }
    }

    /** The first day after a program, or on which an asset is there, according to the schedule. */
    private certainDay(node: number): Day {
        const { programs, deliverers } = this.reach;
        return node < programs.length
            ? programs[node]!.finish + 1
            : Math.min(...deliverers[node - programs.length]!.map((each) => programs[each]!.finish + 1));
    }

    /** Moves days on by a length of a program, drawn where it has a spread. */
    private stretch(node: number, part: string, length: Length, likelyFrom: Day, days: Int32Array): void {
        const stretch = stretchOf(length);
        advance(days, stretch, stretch.isUncertain ? this.draw(node, part, stretch, likelyFrom) : undefined);
    }

    private draw(node: number, part: string, stretch: Stretch, likelyFrom: Day): Float64Array {
        const { name } = this.reach.programs[node]!.program;
        return this.draws.row(name, part, likelyPlace(likelyFrom, stretch));
    }

    /** Turns the starts in `begin` into last days: by duration or activities, the longer. */
    private work(node: number): void {
        const { begin, starts, reach } = this;
        const { duration, agenda, shift } = reach.courses[node]!;
        const scheduled = reach.programs[node]!;
        if (hasWrittenFinish(scheduled)) {
            begin.fill(scheduled.finish);
            return;
        }
        starts.set(begin);
        if (duration !== undefined) {
            this.stretch(node, 'duration', duration, scheduled.start - shift, begin);
            for (let run = 0; run < begin.length; run++) {
                begin[run] = Math.max(starts[run]!, begin[run]! - 1);
            }
        }
        const finishes: Int32Array[] = [];
        for (const { activity, length, after } of agenda.steps) {
            const days = starts.slice();
            for (const [item, { step, lag }] of after.entries()) {
                const until = finishes[step]!.map((finish) => finish + 1);
                if (lag !== undefined) {
                    const before = agenda.steps[step]!.activity.name;
                    this.stretch(node, `${activity.name} after ${before} ${item}`, lag, scheduled.start, until);
                }
                for (let run = 0; run < days.length; run++) {
                    days[run] = Math.max(days[run]!, until[run]!);
                }
            }
            const planned = scheduled.activities.find((each) => each.activity === activity)?.start ?? scheduled.start;
            const first = days.slice();
            this.stretch(node, activity.name, length, planned - shift, days);
            for (let run = 0; run < days.length; run++) {
                days[run] = Math.max(first[run]!, days[run]! - 1);
                begin[run] = Math.max(begin[run]!, days[run]!);
            }
            finishes.push(days);
        }
    }

    /** The first day on which a wait lets a program start in a run. */
    private letsStart(node: number, { node: before, lag, part }: Waiting, run: number): Day {
        const { reach, rows, draws } = this;
        const row = rows[before];
        const isAsset = before >= reach.programs.length;
        const day = row === undefined ? this.certainDay(before) : row[run]! + (isAsset ? 0 : 1);
        if (lag === undefined) {
            return day;
        }
        const stretch = stretchOf(lag);
        const { name } = reach.programs[node]!.program;
        const fraction = stretch.isUncertain
            ? draws.at(name, part, likelyPlace(this.certainDay(before), stretch), run)
            : undefined;
        return advanceOne(day, stretch, fraction);
    }

    /** The program that delivers an asset first in a run; of several by name. */
    private delivererOf(asset: number, run: number): number {
        const { programs, deliverers } = this.reach;
        let first = -1;
        let earliest = Number.POSITIVE_INFINITY;
        for (const node of deliverers[asset - programs.length]!) {
            const finish = this.rows[node]?.[run] ?? programs[node]!.finish;
            if (finish < earliest || (finish === earliest && this.comesFirst(node, first))) {
                earliest = finish;
                first = node;
            }
        }
        return first;
    }

    private comesFirst(a: number, b: number): boolean {
        const { programs } = this.reach;
        return programs[a]!.program.name < programs[b]!.program.name;
    }
}
