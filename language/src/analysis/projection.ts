import type { Finding } from '../plan/finding.ts';
import type { Plan } from '../plan/plan.ts';
import { readBars } from './projection/bars.ts';
import { lineOf } from './projection/line.ts';
import { type Swept, sweep } from './projection/sweep.ts';
import { type Judged, judge } from './projection/targets.ts';
import type { Ties } from './projection/ties.ts';
import { type FrameworkTracks, tracksOf } from './projection/track.ts';
import { bandOf, combine, type DomainValuation, valuationOf } from './projection/value.ts';
import type { FrameworkLine, Projection, TargetResult, ValueStep } from './projection-types.ts';
import type { Schedule } from './schedule-types.ts';

/**
 * What a plan makes of the city's maturity: for every framework the lines of its indicators, its domains and itself, what
 * becomes of its targets, and the raises that lift nothing. A planning simulation, never an official score.
 *
 * `bars` are findings of any rule; those waived are ignored, and of the others the ones count that `barred-by` names.
 * Cancelled programs and programs without dates lift nothing. What reading has reported (a level outside its scale, a name
 * that is nowhere) counts for nothing. Costs the raises, sorted by day.
 */
export function project(plan: Plan, schedule: Schedule, bars: readonly Finding[], ties?: Ties): Projection {
    const swept: Swept[] = [];
    const drawn = tracksOf(plan, schedule, readBars(plan, bars, ties)).map((tracks) => draw(tracks, swept));
    const targets = judge(plan, drawn);
    return {
        frameworks: drawn.map((one) => present(one, targets.get(one.framework.name) ?? [])),
        gaps: swept.flatMap(({ gaps }) => gaps),
        idle: swept.flatMap(({ idle }) => idle),
    };
}

/** A framework with its lines and how they are valued. */
interface Drawn extends Judged {
    readonly domains: readonly DomainValuation[];
}

/** Draws the lines of a framework; what the sweeps of its indicators found goes to `swept`. */
function draw(tracks: FrameworkTracks, swept: Swept[]): Drawn {
    const lines = tracks.tracks.map((track) => {
        const found = sweep(track);
        swept.push(found);
        return { indicator: track.indicator, steps: lineOf(track, found.changes) };
    });
    const { value, domains } = valuationOf(tracks.framework, tracks.tracks);
    return { ...tracks, lines, value, domains, steps: lines.length > 0 ? combine(lines, value) : measured(tracks) };
}

/** The line of a framework without indicators: what was measured of it. */
function measured({ actuals }: FrameworkTracks): ValueStep[] {
    const steps: ValueStep[] = [];
    for (const { date, value } of actuals) {
        if (steps.at(-1)?.date === date) {
            steps.pop();
        }
        if (steps.at(-1)?.value !== value) {
            steps.push({ date, value, causes: ['actual'] });
        }
    }
    return steps;
}

function present(drawn: Drawn, targets: readonly TargetResult[]): FrameworkLine {
    const { framework, actuals, lines, steps, domains } = drawn;
    return {
        framework,
        steps: steps.map((step) => ({ ...step, band: bandOf(framework, step.value) })),
        actuals,
        domains: domains.map(({ domain, members, value }) => ({
            name: domain.name,
            title: domain.title,
            steps: combine(lines, value, members),
        })),
        indicators: lines,
        targets,
    };
}
