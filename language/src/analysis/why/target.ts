import { isoDate } from '../../plan/calendar.ts';
import type { Blocker, FrameworkLine, TargetResult } from '../projection-types.ts';
import { explainBars, explainStep } from './level.ts';
import { code, plain, type Reason, type Telling } from './reason.ts';

/** So many programs that could help are followed up. */
const MOST_SUPPLIERS = 3;

/** Where a framework stands, and why each of its targets is met or missed. */
export function explainFramework(telling: Telling, line: FrameworkLine): Reason {
    const { framework, steps, targets } = line;
    const last = steps.at(-1);
    const band = last?.band === null || last === undefined ? '' : ` (${last.band})`;
    const value = last === undefined ? '' : shown(last.value);
    const name = code(framework.name);
    return {
        sentence:
            last === undefined
                ? { en: `${name} has no value yet.`, id: `${name} belum punya nilai.` }
                : {
                      en: `${name} comes to ${value}${band} on ${isoDate(last.date)}, a planning simulation.`,
                      id: `${name} mencapai ${value.replace('.', ',')}${band} pada ${isoDate(last.date)}, menurut simulasi rencana.`,
                  },
        at: framework.at,
        because:
            targets.length > 0
                ? targets.map((target) => explainTarget(telling, line, target))
                : valueSteps(telling, line),
    };
}

/** Why an indicator's targets are met or missed. */
export function explainTargets(telling: Telling, line: FrameworkLine, indicator: string): readonly Reason[] {
    return line.targets
        .filter((target) => target.indicator?.name === indicator)
        .map((target) => explainTarget(telling, line, target));
}

function explainTarget(telling: Telling, line: FrameworkLine, result: TargetResult): Reason {
    const { target, value, by, met, attained, reached, blockers } = result;
    const name = code(result.indicator?.name ?? line.framework.name);
    const day = isoDate(by);
    if (met) {
        return {
            sentence: {
                en: `The target ${name} ${value} by ${day} is met${reached === null ? '' : `, on ${isoDate(reached)}`}.`,
                id: `Target ${name} ${value} pada ${day} tercapai${reached === null ? '' : `, ${isoDate(reached)}`}.`,
            },
            at: target.clause,
            because: reached === null ? [] : stepsOn(telling, line, result, reached),
        };
    }
    const have = attained === null ? undefined : shown(attained);
    const later =
        reached === null
            ? { en: 'no program leads there', id: 'tidak ada program yang mencapainya' }
            : { en: `it is reached on ${isoDate(reached)}`, id: `baru tercapai ${isoDate(reached)}` };
    return {
        sentence: {
            en: `The target ${name} ${value} by ${day} is missed: ${have === undefined ? 'nothing' : have} by then, and ${later.en}.`,
            id: `Target ${name} ${value} pada ${day} tidak tercapai: saat itu ${have === undefined ? 'belum ada nilai' : have.replace('.', ',')}, dan ${later.id}.`,
        },
        at: target.clause,
        because: blockers.map((blocker) => explainBlocker(telling, line, by, blocker)),
    };
}

function explainBlocker(
    telling: Telling,
    { framework }: FrameworkLine,
    by: number,
    { indicator, have, level, suppliers, barredBy }: Blocker,
): Reason {
    const because: Reason[] = suppliers.slice(0, MOST_SUPPLIERS).flatMap((name): Reason[] => {
        const program = telling.analysis.plan.names.get(name);
        if (program?.kind !== 'program') {
            return [];
        }
        const raise = program.raises.find(({ of, to }) => of.name === indicator.name && to.value >= level);
        return [
            {
                sentence: {
                    en: `${code(name)} raises it to ${raise?.to.value ?? level}.`,
                    id: `${code(name)} menaikkannya ke ${raise?.to.value ?? level}.`,
                },
                at: raise?.clause ?? program.at,
                because: [telling.program(program)],
            },
        ];
    });
    for (const rule of barredBy) {
        const bars = telling
            .barsOf(framework, indicator)
            .filter((bar) => bar.rule === rule && bar.level <= level && bar.from <= by && by <= bar.to);
        because.push({
            sentence: {
                en: `An open finding of ${code(rule)} keeps it below ${level}.`,
                id: `Temuan ${code(rule)} yang masih terbuka menahannya di bawah ${level}.`,
            },
            because: explainBars(bars),
        });
    }
    if (because.length === 0) {
        because.push(plain(`No program raises it to ${level}.`, `Tidak ada program yang menaikkannya ke ${level}.`));
    }
    return {
        sentence: {
            en: `${code(indicator.name)} has ${have ?? 'nothing'} by then, and needs ${level}.`,
            id: `${code(indicator.name)} saat itu ${have ?? 'belum ada nilai'}, dan perlu ${level}.`,
        },
        at: indicator.at,
        because,
    };
}

/** The steps of a target's line on the day on which it is reached. */
function stepsOn(telling: Telling, line: FrameworkLine, { indicator }: TargetResult, day: number): readonly Reason[] {
    return line.indicators
        .filter((each) => indicator === null || each.indicator.name === indicator.name)
        .flatMap(({ indicator: own, steps }) => {
            const i = steps.findIndex(({ date }) => date === day);
            if (i < 0) {
                return [];
            }
            const { sentence, ...rest } = explainStep(telling, line.framework, own, steps[i]!, steps[i - 1]);
            return [
                {
                    sentence: { en: `${code(own.name)}: ${sentence.en}`, id: `${code(own.name)}: ${sentence.id}` },
                    ...rest,
                },
            ];
        });
}

/** The last steps of a framework without targets. */
function valueSteps(telling: Telling, line: FrameworkLine): readonly Reason[] {
    const last = line.steps.at(-1);
    return last === undefined
        ? []
        : line.indicators.flatMap(({ indicator, steps }) =>
              steps
                  .filter(({ date }) => date === last.date)
                  .map((step) => explainStep(telling, line.framework, indicator, step, steps[steps.indexOf(step) - 1])),
          );
}

function shown(value: number): string {
    return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
