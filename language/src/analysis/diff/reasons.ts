import { isoDate } from '../../plan/calendar.ts';
import type { Program } from '../../plan/declarations/program.ts';
import type { Message } from '../../plan/message.ts';
import type { Origin } from '../../plan/origin.ts';
import type { ScheduledProgram, Wait } from '../schedule-types.ts';
import { anchor, type Comparison, type Pair } from './comparison.ts';
import type { Side, Traced } from './diff-types.ts';
import { meaningOf } from './meaning.ts';
import { code, date } from './wording.ts';

/** The clauses of a program that give it days of its own. */
const OWN = ['start', 'earliest', 'during', 'duration', 'started', 'finished', 'activities'] as const;

/** Reasons that are told of one program; beyond them the reader opens the plan. */
const MOST_REASONS = 4;

/** Why a program has other days: its own clauses, what it waits for, the scenario, or the plan's first day. */
export function reasonsOf(
    comparison: Comparison,
    pair: Pair<Program>,
    before: ScheduledProgram | undefined,
    after: ScheduledProgram | undefined,
): readonly Traced[] {
    const reasons = [...ownReasons(comparison, pair), ...delayReasons(comparison, pair)];
    if (before !== undefined && after !== undefined && before.start !== after.start) {
        reasons.push(...waitReasons(comparison, pair, before, after));
    }
    if (after === undefined && comparison.head.analysis.schedule.inCycle.has(pair.head.name)) {
        reasons.push({
            sentence: {
                en: 'It waits for itself in a circle.',
                id: 'Program ini menunggu dirinya sendiri dalam lingkaran.',
            },
            base: pair.base.at,
            head: pair.head.at,
        });
    }
    const [was, is] = [comparison.base.analysis.schedule.firstDay, comparison.head.analysis.schedule.firstDay];
    if (reasons.length === 0 && was !== is) {
        reasons.push({
            sentence: {
                en: `The plan begins ${isoDate(is)} (was ${isoDate(was)}).`,
                id: `Rencana mulai ${isoDate(is)} (semula ${isoDate(was)}).`,
            },
            base: placeOfPeriod(comparison.base),
            head: placeOfPeriod(comparison.head),
        });
    }
    return reasons.slice(0, MOST_REASONS);
}

function placeOfPeriod({ analysis }: Side): Origin | undefined {
    return analysis.plan.masterplan?.period?.clause ?? anchor(analysis.plan);
}

/** Clauses of the program itself that say something else now. */
function ownReasons({ names }: Comparison, { base, head }: Pair<Program>): Traced[] {
    const before = meaningOf(base, (name) => names.head(name));
    const after = meaningOf(head, (name) => name);
    return OWN.filter((key) => before.get(key) !== after.get(key)).map((key) => {
        const [was, is] = [wordsOf(base, key), wordsOf(head, key)];
        return {
            sentence:
                is === undefined
                    ? { en: `Its ${code(was!)} is gone.`, id: `Klausul ${code(was!)} tidak ada lagi.` }
                    : was === undefined
                      ? { en: `It now says ${code(is)}.`, id: `Kini tertulis ${code(is)}.` }
                      : was === is
                        ? { en: `Its ${code(key)} changed.`, id: `Klausul ${code(key)} berubah.` }
                        : {
                              en: `It says ${code(is)} (was ${code(was)}).`,
                              id: `Tertulis ${code(is)} (semula ${code(was)}).`,
                          },
            base: clauseOf(base, key) ?? base.at,
            head: clauseOf(head, key) ?? head.at,
        };
    });
}

function clauseOf(program: Program, key: (typeof OWN)[number]): Origin | undefined {
    return key === 'activities' ? program.activities[0]?.whole : program[key]?.clause;
}

/** A clause as it is written. */
function wordsOf(program: Program, key: (typeof OWN)[number]): string | undefined {
    switch (key) {
        case 'activities':
            return program.activities.length === 0 ? undefined : 'activity';
        case 'during':
            return program.during && `during ${program.during.from.text}..${program.during.to.text}`;
        case 'duration':
            return program.duration && `duration ${program.duration.length.text}`;
        default:
            return program[key] && `${key} ${program[key].when.text}`;
    }
}

/** Scenarios that delay the program, in one plan and not in the other. */
function delayReasons({ base, head }: Comparison, pair: Pair<Program>): Traced[] {
    const delayOf = ({ analysis }: Side, name: string) => {
        const delays =
            analysis.scenario?.delays.filter(({ programs }) => programs.some((ref) => ref.name === name)) ?? [];
        return {
            scenario: analysis.scenario?.name ?? '',
            by: delays.map(({ by }) => by.text).join(' + '),
            clause: delays[0]?.clause,
        };
    };
    const [was, is] = [delayOf(base, pair.base.name), delayOf(head, pair.head.name)];
    if (was.by === is.by) {
        return [];
    }
    return [
        {
            sentence:
                is.by === ''
                    ? {
                          en: `The scenario ${code(was.scenario)} delayed it by ${was.by}.`,
                          id: `Skenario ${code(was.scenario)} menundanya ${was.by}.`,
                      }
                    : {
                          en: `The scenario ${code(is.scenario)} delays it by ${is.by}.`,
                          id: `Skenario ${code(is.scenario)} menundanya ${is.by}.`,
                      },
            base: was.clause ?? pair.base.at,
            head: is.clause ?? pair.head.at,
        },
    ];
}

/** What the program waited for, or waits for now, that let it start on another day. */
function waitReasons(
    { names }: Comparison,
    pair: Pair<Program>,
    before: ScheduledProgram,
    after: ScheduledProgram,
): Traced[] {
    const earlier = new Map(before.waits.map((wait) => [names.head(wait.name), wait]));
    const later = new Map(after.waits.map((wait) => [wait.name, wait]));
    // Only what holds the program on its day: of the side on which it comes later.
    const side = after.start > before.start ? after : before;
    const binding = side.waits.filter((wait) => wait.until === latest(side.waits));
    return binding.flatMap((wait): Traced[] => {
        const name = side === after ? wait.name : names.head(wait.name);
        const [was, is] = [earlier.get(name), later.get(name)];
        if (was?.until === is?.until || side.pinned) {
            return [];
        }
        return [
            {
                sentence: waitSentence(name, was, is),
                base: was?.reference.at ?? pair.base.at,
                head: is?.reference.at ?? pair.head.at,
            },
        ];
    });
}

function latest(waits: readonly Wait[]): number {
    return waits.reduce((day, { until }) => Math.max(day, until), Number.NEGATIVE_INFINITY);
}

function waitSentence(name: string, was: Wait | undefined, is: Wait | undefined): Message {
    if (was === undefined) {
        return {
            en: `It now waits for ${code(name)} until ${date(is!.until).en}.`,
            id: `Kini program ini menunggu ${code(name)} sampai ${date(is!.until).id}.`,
        };
    }
    if (is === undefined) {
        return {
            en: `It no longer waits for ${code(name)} (until ${date(was.until).en}).`,
            id: `Program ini tidak lagi menunggu ${code(name)} (sampai ${date(was.until).id}).`,
        };
    }
    const through =
        is.program === undefined || is.program.name === name
            ? { en: '', id: '' }
            : { en: `, delivered by ${code(is.program.name)},`, id: `, diserahkan oleh ${code(is.program.name)},` };
    return {
        en: `${code(name)}${through.en} lets it start on ${date(is.until).en} (was ${date(was.until).en}).`,
        id: `${code(name)}${through.id} memungkinkannya mulai pada ${date(is.until).id} (semula ${date(was.until).id}).`,
    };
}
