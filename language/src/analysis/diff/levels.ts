import { civil, type Day, dayOf, isoDate } from '../../plan/calendar.ts';
import type { Message } from '../../plan/message.ts';
import type { Origin } from '../../plan/origin.ts';
import type { Analysis } from '../analysis.ts';
import type { FrameworkLine, IndicatorLine, LevelStep, ValueStep } from '../projection-types.ts';
import { type Comparison, change, ownPlace } from './comparison.ts';
import type { Change, ChangeKind, Side } from './diff-types.ts';
import { causesOf } from './level-causes.ts';
import { code, shifted } from './wording.ts';

/** Levels that an indicator comes to, loses, or has on other days; and where each framework stands year by year. */
export function compareLevels(comparison: Comparison): Change[] {
    const { base, head, names } = comparison;
    const before = new Map(base.analysis.projection.frameworks.map((line) => [names.head(line.framework.name), line]));
    return head.analysis.projection.frameworks.flatMap((after) => {
        const line = before.get(after.framework.name);
        return line === undefined
            ? []
            : [...compareValue(comparison, line, after), ...compareLines(comparison, line, after)];
    });
}

function compareLines(comparison: Comparison, before: FrameworkLine, after: FrameworkLine): Change[] {
    const known = new Map(before.indicators.map((line) => [comparison.names.head(line.indicator.name), line]));
    const least = after.framework.scale?.least ?? 0;
    return after.indicators.flatMap((now) => {
        const { indicator, steps } = now;
        const line = known.get(indicator.name);
        if (line === undefined || isSame(line.steps, steps)) {
            return [];
        }
        const levels = [...new Set([...line.steps, ...steps].map(({ level }) => level))].filter(
            (level) => level > least,
        );
        return levels
            .sort((a, b) => a - b)
            .flatMap((level): Change[] => {
                const [was, is] = [spansOf(line.steps, level), spansOf(steps, level)];
                const kind = kindOf(was, is);
                return kind === undefined
                    ? []
                    : [
                          change({
                              kind,
                              topic: 'levels',
                              subjects: [indicator.name],
                              sentence: levelSentence(kind, indicator.name, level, was, is),
                              because: causesOf(comparison, line.indicator, indicator, level),
                              base: placeOfRaise(comparison.base.analysis, line, level),
                              head: placeOfRaise(comparison.head.analysis, now, level),
                              facts: { level, was: spanFacts(was), is: spanFacts(is) },
                          }),
                      ];
            });
    });
}

function isSame(before: readonly LevelStep[], after: readonly LevelStep[]): boolean {
    return (
        before.length === after.length &&
        before.every((step, i) => step.date === after[i]!.date && step.level === after[i]!.level)
    );
}

/** Days over which a line is at a level or higher; `to` is the last day, `null` for no end. */
interface Held {
    readonly from: Day;
    readonly to: Day | null;
}

function spansOf(steps: readonly LevelStep[], level: number): readonly Held[] {
    const spans: Held[] = [];
    let from: Day | undefined;
    for (const step of steps) {
        if (step.level >= level && from === undefined) {
            from = step.date;
        } else if (step.level < level && from !== undefined) {
            spans.push({ from, to: step.date - 1 });
            from = undefined;
        }
    }
    return from === undefined ? spans : [...spans, { from, to: null }];
}

function spanFacts(spans: readonly Held[]): { from: string; to: string | null }[] {
    return spans.map(({ from, to }) => ({ from: isoDate(from), to: to === null ? null : isoDate(to) }));
}

function kindOf(was: readonly Held[], is: readonly Held[]): ChangeKind | undefined {
    const [first, now] = [was[0]?.from, is[0]?.from];
    if (first === undefined || now === undefined) {
        return first === now ? undefined : first === undefined ? 'level-gained' : 'level-lost';
    }
    if (first !== now) {
        return now > first ? 'level-later' : 'level-earlier';
    }
    const same = was.length === is.length && was.every((span, i) => span.from === is[i]!.from && span.to === is[i]!.to);
    return same ? undefined : 'level-changed';
}

function levelSentence(
    kind: ChangeKind,
    name: string,
    level: number,
    was: readonly Held[],
    is: readonly Held[],
): Message {
    const [first, now] = [was[0], is[0]];
    const subject = `${code(name)} ${level}`;
    if (kind === 'level-gained') {
        return {
            en: `${subject} is gained: on ${isoDate(now!.from)}, was never reached.`,
            id: `${subject} bertambah: tercapai ${isoDate(now!.from)}, semula tidak pernah.`,
        };
    }
    if (kind === 'level-lost') {
        return {
            en: `${subject} is lost: was reached on ${isoDate(first!.from)}, now never.`,
            id: `${subject} hilang: semula tercapai ${isoDate(first!.from)}, kini tidak pernah.`,
        };
    }
    if (kind !== 'level-changed') {
        const { en, id } = shifted(now!.from - first!.from);
        return {
            en: `${subject} comes ${en}: on ${isoDate(now!.from)}, was ${isoDate(first!.from)}.`,
            id: `${subject} tercapai ${id}: ${isoDate(now!.from)}, semula ${isoDate(first!.from)}.`,
        };
    }
    return {
        en: `${subject} holds ${held(is).en}, was ${held(was).en}.`,
        id: `${subject} berlaku ${held(is).id}, semula ${held(was).id}.`,
    };
}

function held(spans: readonly Held[]): Message {
    const say = (end: string, to: string): string =>
        spans.map((span) => `${isoDate(span.from)} ${span.to === null ? end : `${to} ${isoDate(span.to)}`}`).join(', ');
    return { en: say('and on', 'to'), id: say('dan seterusnya', 'sampai') };
}

/** The clause that raises a line to a level; `undefined` where it was measured, or comes from what no longer bars it. */
function placeOfRaise({ plan }: Analysis, { indicator, steps }: IndicatorLine, level: number): Origin | undefined {
    const causes = steps.find((step) => step.level >= level)?.causes ?? [];
    for (const cause of causes) {
        const program = plan.names.get(cause);
        const raise =
            program?.kind === 'program' ? program.raises.find(({ of }) => of.name === indicator.name) : undefined;
        if (raise !== undefined) {
            return raise.clause;
        }
    }
    return ownPlace(plan, indicator.at);
}

/** Where a framework stands at the end of each year, where that is not what it was. */
function compareValue(comparison: Comparison, before: FrameworkLine, after: FrameworkLine): Change[] {
    const { base, head } = comparison;
    const days = yearEnds([...before.steps, ...after.steps], [base, head]);
    const years = days
        .map((day) => ({ year: civil(day).year, was: valueOn(before.steps, day), is: valueOn(after.steps, day) }))
        .filter(({ was, is }) => was !== is);
    const last = years.at(-1);
    if (last === undefined) {
        return [];
    }
    const first = years[0]!;
    const say = (locale: 'en' | 'id', { year, was, is }: typeof last): string =>
        locale === 'en'
            ? `${shown(is, locale)} at the end of ${year}, was ${shown(was, locale)}`
            : `${shown(is, locale)} pada akhir ${year}, semula ${shown(was, locale)}`;
    const { name, at } = after.framework;
    const told = first === last ? [first] : [first, last];
    return [
        change({
            kind: 'value-changed',
            topic: 'levels',
            subjects: [name],
            sentence: {
                en: `${code(name)} stands at ${told.map((each) => say('en', each)).join('; ')}.`,
                id: `${code(name)} berada pada ${told.map((each) => say('id', each)).join('; ')}.`,
            },
            base: ownPlace(base.analysis.plan, before.framework.at),
            head: ownPlace(head.analysis.plan, at),
            facts: { framework: name, years },
        }),
    ];
}

/** The last days of the years in which anything happens, and of the plans' years. */
function yearEnds(steps: readonly ValueStep[], sides: readonly Side[]): Day[] {
    const years = new Set(steps.map(({ date }) => civil(date).year));
    for (const { analysis } of sides) {
        for (const { year } of analysis.years) {
            years.add(year);
        }
    }
    return [...years].sort((a, b) => a - b).map((year) => dayOf(year, 12, 31));
}

function valueOn(steps: readonly ValueStep[], day: Day): number | null {
    return steps.findLast(({ date }) => date <= day)?.value ?? null;
}

function shown(value: number | null, locale: 'en' | 'id'): string {
    if (value === null) {
        return locale === 'en' ? 'nothing' : 'belum ada nilai';
    }
    const text = value.toFixed(2);
    return locale === 'en' ? text : text.replace('.', ',');
}
