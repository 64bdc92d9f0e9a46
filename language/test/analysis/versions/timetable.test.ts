import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schedule } from '../../../src/analysis/schedule.ts';
import type { Schedule } from '../../../src/analysis/schedule-types.ts';
import { changesBetween } from '../../../src/analysis/versions/changes.ts';
import { Mentions } from '../../../src/analysis/versions/mentions.ts';
import { Rescheduler } from '../../../src/analysis/versions/rescheduled.ts';
import { library } from '../../../src/libraries.ts';
import { Assembler } from '../../../src/plan/assemble.ts';
import { DEFAULT_CONFIG } from '../../../src/plan/config.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { type Reading, read } from '../../../src/syntax/read.ts';
import { edit, FRAME, first } from './days.ts';

/** A schedule as text, with tables in one order. */
function told(schedule: Schedule): string {
    const sorted = <V>(table: ReadonlyMap<string, V>) => [...table].sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify({
        ...schedule,
        byName: sorted(schedule.byName),
        assets: sorted(schedule.assets),
        inCycle: [...schedule.inCycle].sort(),
    });
}

/** A plan in one file that somebody edits, with its schedule from version to version. */
class Desk {
    private readonly assembler = new Assembler('.', library);
    private reading: Reading | undefined;
    private readonly rescheduler: Rescheduler;
    private readonly mentions: Mentions;
    plan: Plan;
    schedule: Schedule;

    constructor(texts: readonly string[]) {
        this.plan = this.read(texts);
        this.schedule = schedule(this.plan);
        this.rescheduler = new Rescheduler(this.plan);
        this.mentions = new Mentions(this.plan.fragments);
    }

    /** Goes on to the next version; whether all days were worked out. */
    write(texts: readonly string[]): boolean {
        const before = this.plan;
        this.plan = this.read(texts);
        const changes = changesBetween(before, this.plan);
        this.mentions.update(changes);
        const { schedule, again } = this.rescheduler.follow(this.schedule, this.plan, changes, this.mentions);
        this.schedule = schedule;
        return again;
    }

    private read(texts: readonly string[]): Plan {
        this.reading = read('a.smartcity', [FRAME, ...texts].join('\n'), { before: this.reading });
        return this.assembler.assemble(DEFAULT_CONFIG, [this.reading.fragment]);
    }
}

describe('a timetable', () => {
    it('gives after any edits the days, waits, slack and lives that a fresh schedule gives', {
        timeout: 600_000,
    }, () => {
        let edits = 0;
        let again = 0;
        fc.assert(
            fc.property(first, fc.array(edit, { minLength: 3, maxLength: 10 }), (declarations, steps) => {
                const texts = [...declarations];
                const desk = new Desk(texts);
                for (const { kind, place, text } of steps) {
                    const at = place % texts.length;
                    texts.splice(
                        at,
                        kind === 'write' || kind === 'delete' ? 1 : 0,
                        ...(kind === 'delete' ? [] : [kind === 'comment' ? '// catatan' : text]),
                    );
                    edits++;
                    again += desk.write(texts) ? 1 : 0;
                    expect(told(desk.schedule)).toBe(told(schedule(desk.plan)));
                }
            }),
            { numRuns: 400, seed: 20261124 },
        );
        // Circles abound in such plans, and yet most edits are followed.
        expect(again).toBeLessThan(edits / 2);
    });
});
