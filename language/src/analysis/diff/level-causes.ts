import { isoDate } from '../../plan/calendar.ts';
import type { Indicator } from '../../plan/declarations/framework.ts';
import type { Program, Raise } from '../../plan/declarations/program.ts';
import type { Finding } from '../../plan/finding.ts';
import type { Message } from '../../plan/message.ts';
import { readBars } from '../projection/bars.ts';
import type { Comparison } from './comparison.ts';
import type { Side, Traced } from './diff-types.ts';
import { meaningOf } from './meaning.ts';
import { code } from './wording.ts';

/** Reasons that are told of one level. */
const MOST_CAUSES = 4;

/** A program and how it raises an indicator. */
interface Lift {
    readonly program: Program;
    readonly raise: Raise;
}

/** Why an indicator comes to a level on another day, or no more: what the programs do that raise it, and what bars it. */
export function causesOf(
    comparison: Comparison,
    before: Indicator,
    after: Indicator,
    level: number,
): readonly Traced[] {
    const { base, head, names } = comparison;
    const was = new Map(liftsOf(base, before, level).map((lift) => [names.head(lift.program.name), lift]));
    const is = new Map(liftsOf(head, after, level).map((lift) => [lift.program.name, lift]));
    const causes: Traced[] = [];
    for (const name of [...new Set([...was.keys(), ...is.keys()])].sort()) {
        const sentence = compareLift(comparison, name, was.get(name), is.get(name));
        if (sentence !== undefined) {
            causes.push({ sentence, base: was.get(name)?.raise.clause, head: is.get(name)?.raise.clause });
        }
    }
    causes.push(...gapsOf(comparison, after, level), ...measuresOf(comparison, before, after));
    return (causes.length > 0 ? causes : barsOf(comparison, before, after, level)).slice(0, MOST_CAUSES);
}

const lifts = new WeakMap<Side, ReadonlyMap<string, readonly Lift[]>>();

/** The programs that raise an indicator to a level; found once a plan. */
function liftsOf(side: Side, indicator: Indicator, level: number): readonly Lift[] {
    let known = lifts.get(side);
    if (known === undefined) {
        const found = new Map<string, Lift[]>();
        for (const program of side.analysis.plan.programs) {
            for (const raise of program.raises) {
                const list = found.get(raise.of.name);
                if (list === undefined) {
                    found.set(raise.of.name, [{ program, raise }]);
                } else {
                    list.push({ program, raise });
                }
            }
        }
        known = found;
        lifts.set(side, known);
    }
    return (known.get(indicator.name) ?? []).filter(({ raise }) => raise.to.value === level);
}

function compareLift(
    { base, head, names }: Comparison,
    name: string,
    was: Lift | undefined,
    is: Lift | undefined,
): Message | undefined {
    if (is === undefined) {
        const left = head.analysis.plan.names.has(name);
        return left
            ? { en: `${code(name)} no longer raises it.`, id: `${code(name)} tidak lagi menaikkannya.` }
            : { en: `${code(name)} is gone.`, id: `${code(name)} tidak ada lagi.` };
    }
    if (was === undefined) {
        return { en: `${code(name)} now raises it.`, id: `${code(name)} kini menaikkannya.` };
    }
    const [before, after] = [was.program, is.program];
    if ((before.cancelled === undefined) !== (after.cancelled === undefined)) {
        return after.cancelled === undefined
            ? { en: `${code(name)} is no longer cancelled.`, id: `${code(name)} tidak jadi dibatalkan.` }
            : { en: `${code(name)} is cancelled or left out.`, id: `${code(name)} dibatalkan atau ditiadakan.` };
    }
    const [from, to] = [
        base.analysis.schedule.byName.get(before.name)?.finish,
        head.analysis.schedule.byName.get(after.name)?.finish,
    ];
    if (from !== to) {
        return {
            en: `${code(name)} finishes ${to === undefined ? 'on no known day' : isoDate(to)} (was ${from === undefined ? 'no known day' : isoDate(from)}).`,
            id: `${code(name)} selesai ${to === undefined ? 'tanpa tanggal' : isoDate(to)} (semula ${from === undefined ? 'tanpa tanggal' : isoDate(from)}).`,
        };
    }
    const text = (raise: Raise, name: (name: string) => string): string => JSON.stringify([...meaningOf(raise, name)]);
    return text(was.raise, (each) => names.head(each)) === text(is.raise, (each) => each)
        ? undefined
        : {
              en: `${code(name)} raises it for other days than before.`,
              id: `${code(name)} menaikkannya untuk masa yang berbeda.`,
          };
}

/** Lower levels that are missing in one plan and not in the other, so that a raise counts in vain. */
function gapsOf({ base, head, names }: Comparison, indicator: Indicator, level: number): Traced[] {
    const found = (side: Side, name: (name: string) => string): Map<string, Traced['base']> =>
        new Map(
            side.analysis.projection.gaps
                .filter((gap) => name(gap.indicator.name) === indicator.name && gap.raise.to.value === level)
                .map((gap) => [name(gap.program.name), gap.raise.clause]),
        );
    const before = found(base, (name) => names.head(name));
    const after = found(head, (name) => name);
    return [...after]
        .filter(([name]) => !before.has(name))
        .map(([name, at]) => ({
            sentence: {
                en: `${code(name)} raises it over a level that is missing.`,
                id: `${code(name)} menaikkannya melewati tingkat yang belum ada.`,
            },
            base: undefined,
            head: at,
        }));
}

/** Measured levels that are other ones now. */
function measuresOf({ base, head, names }: Comparison, before: Indicator, after: Indicator): Traced[] {
    const actuals = ({ analysis }: Side, indicator: Indicator, name: (name: string) => string) => {
        const all = analysis.plan.masterplan?.actuals ?? [];
        const own = all.filter(({ of }) => of.name === indicator.name || of.name === indicator.framework);
        return {
            text: own
                .map((each) => JSON.stringify([...meaningOf(each, name)]))
                .sort()
                .join(),
            at: own[0]?.clause,
        };
    };
    const [was, is] = [actuals(base, before, (name) => names.head(name)), actuals(head, after, (name) => name)];
    return was.text === is.text
        ? []
        : [
              {
                  sentence: { en: 'What was measured is something else now.', id: 'Hasil pengukuran kini berbeda.' },
                  base: was.at,
                  head: is.at,
              },
          ];
}

const readers = new WeakMap<Side, ReturnType<typeof readBars>>();

/** The findings that bar an indicator from a level, by fingerprint. */
function barring(side: Side, indicator: Indicator, level: number): Map<string, Finding> {
    const { plan } = side.analysis;
    const read = readers.get(side) ?? readBars(plan, side.findings);
    readers.set(side, read);
    const framework = plan.names.get(indicator.framework);
    const bars = framework?.kind === 'framework' ? read(framework, indicator).bars : [];
    return new Map(bars.filter((bar) => bar.level <= level).map(({ finding }) => [finding.fingerprint, finding]));
}

/** Findings that bar the level in one plan and not in the other. */
function barsOf({ base, head }: Comparison, before: Indicator, after: Indicator, level: number): Traced[] {
    const [was, is] = [barring(base, before, level), barring(head, after, level)];
    const bars = [...is.values()].filter(({ fingerprint }) => !was.has(fingerprint));
    const freed = [...was.values()].filter(({ fingerprint }) => !is.has(fingerprint));
    return [
        ...bars.map(
            ({ rule, subjects, at }): Traced => ({
                sentence: {
                    en: `${code(rule)} between ${subjects.map(code).join(', ')} keeps it down.`,
                    id: `${code(rule)} antara ${subjects.map(code).join(', ')} menahannya.`,
                },
                base: undefined,
                head: at,
            }),
        ),
        ...freed.map(
            ({ rule, subjects, at }): Traced => ({
                sentence: {
                    en: `${code(rule)} between ${subjects.map(code).join(', ')} no longer keeps it down.`,
                    id: `${code(rule)} antara ${subjects.map(code).join(', ')} tidak lagi menahannya.`,
                },
                base: at,
                head: undefined,
            }),
        ),
    ];
}
