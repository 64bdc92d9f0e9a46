import { isoDate } from '../../plan/calendar.ts';
import type { Program } from '../../plan/declarations/program.ts';
import type { Message } from '../../plan/message.ts';
import { showMoney } from '../../plan/money.ts';
import { findAsset } from '../../plan/plan.ts';
import { type Comparison, change, type Pair } from './comparison.ts';
import type { Change, Side, Traced } from './diff-types.ts';
import { code, titled } from './wording.ts';

/** Programs that came, went, were called otherwise, cancelled or taken up again. */
export function comparePrograms(comparison: Comparison): Change[] {
    const { base, head } = comparison;
    const { both, gone, fresh } = comparison.of('program');
    const leaving = [...gone, ...both.filter(isCancelled).map((pair) => pair.base)];
    const waiters = leaving.length === 0 ? new Map<string, Program[]>() : waitersOf(base);
    const lost = (program: Program): readonly Traced[] =>
        (waiters.get(program.name) ?? []).flatMap((waiter) => {
            const other = head.analysis.plan.names.get(comparison.names.head(waiter.name));
            return other?.kind !== 'program' || other.cancelled !== undefined
                ? []
                : [
                      {
                          sentence: {
                              en: `${code(other.name)} waited for it.`,
                              id: `${code(other.name)} menunggunya.`,
                          },
                          base: waiter.at,
                          head: other.at,
                      },
                  ];
        });
    const left = (kind: 'program-removed' | 'program-cancelled', program: Program, after?: Program): Change => {
        const because = lost(program);
        const scenario = head.analysis.scenario;
        const isDropped = after !== undefined && scenario !== undefined && isDroppedBy(head, after);
        return change({
            kind,
            topic: 'programs',
            subjects: [after?.name ?? program.name],
            sentence: isDropped
                ? {
                      en: `${whole(program, 'en')} is left out by the scenario ${code(scenario.name)}.`,
                      id: `${whole(program, 'id')} ditiadakan dalam skenario ${code(scenario.name)}.`,
                  }
                : after === undefined
                  ? {
                        en: `${whole(program, 'en')} is gone.`,
                        id: `${whole(program, 'id')} tidak ada lagi.`,
                    }
                  : { en: `${whole(program, 'en')} is cancelled.`, id: `${whole(program, 'id')} dibatalkan.` },
            because,
            base: program.at,
            head: after?.cancelled?.clause,
            breaking: because.length > 0 ? 'removed-dependency' : undefined,
            facts: {
                owner: program.owner?.ref.name ?? null,
                waiting: because.length === 0 ? [] : (waiters.get(program.name) ?? []).map(({ name }) => name),
            },
        });
    };
    return [
        ...fresh.map((program) => added(head, program)),
        ...gone.map((program) => left('program-removed', program)),
        ...both.flatMap((pair): Change[] => {
            const { base: before, head: after } = pair;
            const changes: Change[] = [];
            if (before.name !== after.name) {
                changes.push(
                    change({
                        kind: 'program-renamed',
                        topic: 'programs',
                        subjects: [after.name],
                        sentence: {
                            en: `${code(before.name)} is now called ${code(after.name)}.`,
                            id: `${code(before.name)} kini bernama ${code(after.name)}.`,
                        },
                        base: before.at,
                        head: after.at,
                        facts: { was: before.name },
                    }),
                );
            }
            if (isCancelled(pair)) {
                changes.push(left('program-cancelled', before, after));
            } else if (before.cancelled !== undefined && after.cancelled === undefined) {
                changes.push(
                    change({
                        kind: 'program-revived',
                        topic: 'programs',
                        subjects: [after.name],
                        sentence: {
                            en: `${whole(after, 'en')} is no longer cancelled${when(head, after).en}.`,
                            id: `${whole(after, 'id')} tidak jadi dibatalkan${when(head, after).id}.`,
                        },
                        base: before.cancelled.clause,
                        head: after.at,
                        facts: factsOf(head, after),
                    }),
                );
            }
            return changes;
        }),
    ];
}

function isCancelled({ base, head }: Pair<Program>): boolean {
    return base.cancelled === undefined && head.cancelled !== undefined;
}

/** Whether it is the scenario that leaves a program out, and not the plan. */
function isDroppedBy({ analysis }: Side, program: Program): boolean {
    const written = analysis.written.names.get(program.name);
    return written?.kind === 'program' && written.cancelled === undefined;
}

function added(head: Side, program: Program): Change {
    const money = program.budgets.reduce((sum, { amount }) => sum + amount.value, 0);
    const cost = money === 0 ? undefined : showMoney(money);
    return change({
        kind: 'program-added',
        topic: 'programs',
        subjects: [program.name],
        sentence: {
            en: `${whole(program, 'en')} is new${when(head, program).en}${cost === undefined ? '' : `, ${cost.en}`}.`,
            id: `${whole(program, 'id')} baru${when(head, program).id}${cost === undefined ? '' : `, ${cost.id}`}.`,
        },
        base: undefined,
        head: program.at,
        facts: { ...factsOf(head, program), money },
    });
}

function factsOf({ analysis }: Side, program: Program): Change['facts'] {
    const dates = analysis.schedule.byName.get(program.name);
    return {
        owner: program.owner?.ref.name ?? null,
        start: dates === undefined ? null : isoDate(dates.start),
        finish: dates === undefined ? null : isoDate(dates.finish),
    };
}

function when({ analysis }: Side, program: Program): Message {
    const dates = analysis.schedule.byName.get(program.name);
    if (program.cancelled !== undefined) {
        return { en: ', but cancelled', id: ', tetapi dibatalkan' };
    }
    return dates === undefined
        ? { en: ', without dates', id: ', tanpa tanggal' }
        : {
              en: `: ${isoDate(dates.start)} to ${isoDate(dates.finish)}`,
              id: `: ${isoDate(dates.start)} sampai ${isoDate(dates.finish)}`,
          };
}

/** A program with its title and its owner. */
function whole(program: Program, locale: 'en' | 'id'): string {
    const owner =
        program.owner === undefined ? '' : ` ${locale === 'en' ? 'of' : 'milik'} ${code(program.owner.ref.name)}`;
    return `${code(program.name)}${titled(program.title)}${owner}`;
}

/** Who waits for a program, by its name: programs that stand behind it, or need what nobody delivers before it. */
function waitersOf({ analysis }: Side): Map<string, Program[]> {
    const waiters = new Map<string, Program[]>();
    const wait = (name: string, waiter: Program): void => {
        const list = waiters.get(name);
        if (list === undefined) {
            waiters.set(name, [waiter]);
        } else if (list.at(-1) !== waiter && waiter.name !== name) {
            list.push(waiter);
        }
    };
    for (const program of analysis.plan.programs) {
        if (program.cancelled !== undefined) {
            continue;
        }
        const names = new Set(program.after?.items.map(({ ref }) => ref.name));
        for (const ref of program.needs?.refs ?? []) {
            const life = analysis.schedule.assets.get(findAsset(analysis.plan, ref)?.name ?? '');
            const deliverer = life?.deliverer ?? (life?.deliverers.length === 1 ? life.deliverers[0] : undefined);
            if (deliverer !== undefined) {
                names.add(deliverer.name);
            }
        }
        for (const name of names) {
            wait(name, program);
        }
    }
    return waiters;
}
