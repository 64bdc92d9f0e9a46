import type { Projection } from '../../src/analysis/projection-types.ts';
import { isoDate } from '../../src/plan/calendar.ts';

/** What a projection says, as short texts to compare with. */

/** A line as texts: `2021-01-01 4 city-fibre`. Of a framework, an indicator (`garuda.governance`) or a domain (`kominfo/output`). */
export function line(projection: Projection, name: string): string[] {
    const [frameworkName, domain] = name.split('/');
    const one = projection.frameworks.find(({ framework: { name: own } }) => own === frameworkName!.split('.')[0])!;
    const steps =
        domain !== undefined
            ? one.domains.find((candidate) => candidate.name === domain)!.steps
            : name.includes('.')
              ? one.indicators.find(({ indicator }) => indicator.name === name)!.steps
              : one.steps;
    return steps.map((step) =>
        [isoDate(step.date), 'level' in step ? step.level : step.value, step.causes.join(' & ')].join(' ').trimEnd(),
    );
}

/** What becomes of the targets, as texts: `garuda 4 met 2021-01-01`, `garuda.governance 4 missed never`. */
export function targets(projection: Projection): string[] {
    return projection.frameworks.flatMap(({ framework: { name }, targets: results }) =>
        results.map(({ indicator, value, met, reached }) =>
            [
                indicator?.name ?? name,
                value,
                met ? 'met' : 'missed',
                reached === null ? 'never' : isoDate(reached),
            ].join(' '),
        ),
    );
}

/** Gaps as texts: `p to 5 over garuda.governance 3 on 2021-01-01`. */
export function gaps(projection: Projection): string[] {
    return projection.gaps.map(
        ({ program, raise, indicator, have, on }) =>
            `${program.name} to ${raise.to.value} over ${indicator.name} ${have} on ${isoDate(on)}`,
    );
}

/** Idle raises as texts: `p to 4 lifted by q`. */
export function idle(projection: Projection): string[] {
    return projection.idle.map(({ program, raise, reason }) => {
        const why =
            reason.kind === 'lifted'
                ? ` by ${reason.by}`
                : reason.kind === 'measured'
                  ? ` ${reason.level} on ${isoDate(reason.on)}`
                  : '';
        return `${program.name} to ${raise.to.value} ${reason.kind}${why}`;
    });
}
