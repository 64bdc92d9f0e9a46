import { type Day, isoDate } from '../../plan/calendar.ts';
import type { Message } from '../../plan/message.ts';
import type { Origin } from '../../plan/origin.ts';
import type { TargetResult } from '../projection-types.ts';
import { type Comparison, change } from './comparison.ts';
import type { Change, Side, Traced } from './diff-types.ts';
import { code, codes, date } from './wording.ts';

/** One promise of a plan, whether of a level or of the absence of findings. */
interface Promised {
    /** What it is about: a framework, an indicator, or nothing for `none-of`. */
    readonly of: string;
    readonly value: number | undefined;
    /** Rules of a `none-of`, sorted. */
    readonly rules: readonly string[];
    readonly by: Day;
    readonly met: boolean;
    readonly reached: Day | null;
    readonly at: Origin;
    readonly result: TargetResult | undefined;
}

/** Targets that were set otherwise, and those that are newly met, missed, or reached on another day. */
export function compareTargets(comparison: Comparison): Change[] {
    const before = groupsOf(promisedOf(comparison.base), (name) => comparison.names.head(name));
    const after = groupsOf(promisedOf(comparison.head), (name) => name);
    return [...new Set([...before.keys(), ...after.keys()])]
        .sort()
        .flatMap((key) =>
            match(before.get(key) ?? [], after.get(key) ?? []).flatMap(([was, is]) => compareOne(comparison, was, is)),
        );
}

function promisedOf({ analysis, noneOf }: Side): Promised[] {
    const levels = analysis.projection.frameworks.flatMap(({ targets }) =>
        targets.map((result) => ({
            of: result.target.of.name,
            value: result.value,
            rules: [],
            by: result.by,
            met: result.met,
            reached: result.reached,
            at: result.target.clause,
            result,
        })),
    );
    const without = noneOf.map(({ noneOf: { rules, by, clause }, met }) => ({
        of: '',
        value: undefined,
        rules: rules.map(({ name }) => name).sort(),
        by: by.last,
        met,
        reached: null,
        at: clause,
        result: undefined,
    }));
    return [...levels, ...without];
}

function groupsOf(all: readonly Promised[], names: (name: string) => string): Map<string, Promised[]> {
    const groups = new Map<string, Promised[]>();
    for (const promised of [...all].sort((a, b) => a.by - b.by || (a.value ?? 0) - (b.value ?? 0))) {
        const key = promised.of === '' ? '' : names(promised.of);
        groups.set(key, [...(groups.get(key) ?? []), promised]);
    }
    return groups;
}

/** Pairs of targets: those that say the same, then those of one day or one value, then in their order. */
function match(
    before: readonly Promised[],
    after: readonly Promised[],
): (readonly [Promised | undefined, Promised | undefined])[] {
    const left = new Set(before);
    const right = new Set(after);
    const pairs: (readonly [Promised | undefined, Promised | undefined])[] = [];
    const value = (each: Promised): string => `${each.value}\n${each.rules.join('\n')}`;
    for (const key of [
        (each: Promised) => `${each.by}\n${value(each)}`,
        value,
        (each: Promised) => `${each.by}`,
        (each: Promised) => (each.value === undefined ? undefined : ''),
    ]) {
        for (const was of [...left]) {
            const text = key(was);
            const is = text === undefined ? undefined : [...right].find((each) => key(each) === text);
            if (is !== undefined) {
                left.delete(was);
                right.delete(is);
                pairs.push([was, is]);
            }
        }
    }
    return [
        ...pairs,
        ...[...left].map((was) => [was, undefined] as const),
        ...[...right].map((is) => [undefined, is] as const),
    ];
}

function compareOne(comparison: Comparison, was: Promised | undefined, is: Promised | undefined): Change[] {
    const told = (is ?? was)!;
    const name = was === undefined || is !== undefined ? told.of : comparison.names.head(told.of);
    const parts = {
        topic: 'targets' as const,
        subjects: name === '' ? [] : [name],
        base: was?.at ?? comparison.whole.base,
        head: is?.at ?? comparison.whole.head,
        facts: {
            target: name === '' ? null : name,
            rules: told.rules,
            was: was === undefined ? null : factsOf(was),
            is: is === undefined ? null : factsOf(is),
        },
    };
    const words = wordsOf(told, name);
    if (was === undefined || is === undefined) {
        return [
            change({
                kind: was === undefined ? 'target-added' : 'target-removed',
                sentence:
                    was === undefined
                        ? {
                              en: `New target: ${words.en}; it is ${verdict(told).en}.`,
                              id: `Target baru: ${words.id}; ${verdict(told).id}.`,
                          }
                        : { en: `The target ${words.en} is given up.`, id: `Target ${words.id} dihapus.` },
                breaking: was === undefined ? undefined : 'lowered-target',
                ...parts,
            }),
        ];
    }
    const changes = changed(was, is, name).map((each) => change({ ...parts, ...each }));
    if (was.met !== is.met) {
        changes.push(
            change({
                kind: is.met ? 'target-met' : 'target-missed',
                sentence: is.met
                    ? { en: `The target ${words.en} is now met.`, id: `Target ${words.id} kini tercapai.` }
                    : {
                          en: `The target ${words.en} is no longer met${later(is).en}.`,
                          id: `Target ${words.id} tidak lagi tercapai${later(is).id}.`,
                      },
                because: is.met ? blockersOf('base', comparison.base, was) : blockersOf('head', comparison.head, is),
                ...parts,
            }),
        );
    } else if (was.reached !== is.reached && was.value === is.value) {
        changes.push(
            change({
                kind: 'target-moved',
                sentence: {
                    en: `${name === '' ? '' : code(name)} ${is.value} is reached ${date(is.reached).en}, was ${date(was.reached).en}; the target by ${isoDate(is.by)} is still ${verdict(is).en}.`,
                    id: `${name === '' ? '' : code(name)} ${is.value} tercapai ${date(is.reached).id}, semula ${date(was.reached).id}; target ${isoDate(is.by)} tetap ${verdict(is).id}.`,
                },
                ...parts,
            }),
        );
    }
    return changes;
}

/** What a target promises less, more, sooner or later than before. */
function changed(was: Promised, is: Promised, name: string): Pick<Change, 'kind' | 'sentence' | 'breaking'>[] {
    const changes: Pick<Change, 'kind' | 'sentence' | 'breaking'>[] = [];
    if (was.value !== undefined && is.value !== undefined && was.value !== is.value) {
        const down = is.value < was.value;
        changes.push({
            kind: 'target-changed',
            sentence: {
                en: `The target of ${code(name)} by ${isoDate(is.by)} is ${down ? 'lowered' : 'raised'} from ${was.value} to ${is.value}.`,
                id: `Target ${code(name)} pada ${isoDate(is.by)} ${down ? 'diturunkan' : 'dinaikkan'} dari ${was.value} menjadi ${is.value}.`,
            },
            breaking: down ? 'lowered-target' : undefined,
        });
    }
    const given = was.rules.filter((rule) => !is.rules.includes(rule));
    const taken = is.rules.filter((rule) => !was.rules.includes(rule));
    if (given.length + taken.length > 0) {
        const parts: Message[] = [
            ...(taken.length > 0
                ? [{ en: `also asks for no ${codes(taken).en}`, id: `kini juga tanpa ${codes(taken).id}` }]
                : []),
            ...(given.length > 0
                ? [{ en: `no longer asks for no ${codes(given).en}`, id: `tidak lagi mencakup ${codes(given).id}` }]
                : []),
        ];
        changes.push({
            kind: 'target-changed',
            sentence: {
                en: `The target by ${isoDate(is.by)} ${parts.map(({ en }) => en).join(' and ')}.`,
                id: `Target pada ${isoDate(is.by)} ${parts.map(({ id }) => id).join(' dan ')}.`,
            },
            breaking: given.length > 0 ? 'lowered-target' : undefined,
        });
    }
    if (was.by !== is.by) {
        const words = wordsOf(is, name, false);
        const put = is.by > was.by;
        changes.push({
            kind: 'target-changed',
            sentence: {
                en: `The target ${words.en} is ${put ? 'put off' : 'brought forward'} to ${isoDate(is.by)}, was ${isoDate(was.by)}.`,
                id: `Target ${words.id} ${put ? 'diundur' : 'dimajukan'} ke ${isoDate(is.by)}, semula ${isoDate(was.by)}.`,
            },
            breaking: put ? 'later-deadline' : undefined,
        });
    }
    return changes;
}

function factsOf({ value, by, met, reached }: Promised): Change['facts'] {
    return { value: value ?? null, by: isoDate(by), met, reached: reached === null ? null : isoDate(reached) };
}

/** A target in words: `garuda` 5 by 2023-12-31. */
function wordsOf({ value, rules, by }: Promised, name: string, dated = true): Message {
    const day = isoDate(by);
    const what: Message =
        value === undefined
            ? { en: `of no ${codes(rules).en}`, id: `tanpa ${codes(rules).id}` }
            : { en: `${code(name)} ${value}`, id: `${code(name)} ${value}` };
    return dated ? { en: `${what.en} by ${day}`, id: `${what.id} pada ${day}` } : what;
}

function verdict({ met }: Promised): Message {
    return met ? { en: 'met', id: 'tercapai' } : { en: 'missed', id: 'tidak tercapai' };
}

function later({ reached, value }: Promised): Message {
    if (value === undefined) {
        return { en: '', id: '' };
    }
    return reached === null
        ? { en: ': no program leads there', id: ': tidak ada program yang mencapainya' }
        : { en: `: it is reached on ${isoDate(reached)}`, id: `: baru tercapai ${isoDate(reached)}` };
}

/** What is in the way of a missed target. */
function blockersOf(side: 'base' | 'head', { analysis }: Side, { result, met }: Promised): Traced[] {
    return met || result === undefined
        ? []
        : result.blockers.slice(0, 4).map(({ indicator, have, level, suppliers, barredBy }) => {
              const raise = analysis.plan.programs
                  .find(({ name }) => name === suppliers[0])
                  ?.raises.find(({ of }) => of.name === indicator.name);
              const stands = have === null ? { en: 'nothing', id: 'belum ada' } : { en: `${have}`, id: `${have}` };
              const ways: Message =
                  barredBy.length > 0
                      ? { en: `${codes(barredBy).en} keeps it down`, id: `tertahan oleh ${codes(barredBy).id}` }
                      : suppliers.length > 0
                        ? {
                              en: `${codes(suppliers).en} would raise it`,
                              id: `dapat dinaikkan oleh ${codes(suppliers).id}`,
                          }
                        : { en: 'no program raises it', id: 'tidak ada program yang menaikkannya' };
              return {
                  sentence: {
                      en: `${code(indicator.name)} has ${stands.en} by then, ${level} is needed: ${ways.en}.`,
                      id: `${code(indicator.name)} saat itu ${stands.id}, perlu ${level}: ${ways.id}.`,
                  },
                  base: undefined,
                  head: undefined,
                  [side]: raise?.clause ?? result.target.clause,
              };
          });
}
