import { stillHolding } from '../analysis/none-of.ts';
import { showNumber, showShort } from '../analysis/projection/level.ts';
import type { Blocker, TargetResult } from '../analysis/projection-types.ts';
import { dayAfter } from '../analysis/schedule/lengths.ts';
import type { Schedule } from '../analysis/schedule-types.ts';
import { isoDate } from '../plan/calendar.ts';
import type { Masterplan, NoneOf } from '../plan/declarations/masterplan.ts';
import type { Draft, Evidence, Finding, Related } from '../plan/finding.ts';
import { list, type Message, same, say } from '../plan/message.ts';
import type { Plan } from '../plan/plan.ts';
import { levelsStand } from './levels.ts';
import page from './misses-target.md';
import type { Rule } from './rule.ts';

/** How many blockers, programs and findings a message names; the evidence has all of them. */
const NAMED = 3;

/** A target of the masterplan that the plan does not meet by its day. */
export const missesTarget: Rule = {
    name: 'misses-target',
    group: 'maturity',
    severity: 'error',
    title: { en: 'A target is not met by its day', id: 'Target tidak tercapai pada waktunya' },
    page,
    stands: (edit) =>
        levelsStand(edit) &&
        !edit.finds((edit.after.masterplan?.noneOf ?? []).flatMap(({ rules }) => rules.map(({ name }) => name))),
    *find({ plan, schedule, projection }, findings) {
        for (const { framework, targets } of projection.frameworks) {
            const staged = framework.scale?.type === 'staged';
            for (const result of targets.filter(({ met }) => !met)) {
                yield missLevel(plan, schedule, result, staged);
            }
        }
        for (const noneOf of plan.masterplan?.noneOf ?? []) {
            const holding = stillHolding(noneOf, findings);
            if (holding.length > 0) {
                yield missNoneOf(plan.masterplan!, noneOf, holding);
            }
        }
    },
};

/** What is found of a target whose level is not there on its day. */
function missLevel(plan: Plan, schedule: Schedule, result: TargetResult, staged: boolean): Draft {
    const { target, value, by, attained, reached, blockers } = result;
    const name = target.of.name;
    const wanted = showNumber(value);
    const outcome = outcomeOf(result);
    const named = blockers.slice(0, NAMED).map((blocker) => describe(blocker, staged));
    const more = blockers.length - named.length;
    const way: Message = say(
        () =>
            named.length > 0
                ? ` In the way: ${named.map(({ en }) => en).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`
                : '',
        () =>
            named.length > 0
                ? ` Penghambat: ${named.map(({ id }) => id).join('; ')}${more > 0 ? `; dan ${more} lagi` : ''}.`
                : '',
    );
    const barring = [...new Set(blockers.flatMap(({ barredBy }) => barredBy))].sort();
    return {
        at: target.clause,
        subjects: [name],
        message: say(
            () => `\`${name}\` is to reach ${wanted.en} by ${target.by.text}, but ${outcome.en}.${way.en}`,
            () =>
                `\`${name}\` ditargetkan mencapai ${wanted.id} paling lambat ${target.by.text}, tetapi ${outcome.id}.${way.id}`,
        ),
        evidence: [
            { label: 'target', value: String(value), at: target.clause },
            { label: 'deadline', value: isoDate(by) },
            { label: 'attained', value: attained === null ? 'nothing' : showShort(attained, value).en },
            { label: 'reached', value: reached === null ? 'never' : isoDate(reached) },
            ...blockers.map(
                ({ indicator, level }): Evidence => ({ label: 'blocker', value: `${indicator.name} lacks ${level}` }),
            ),
        ],
        related: blockers.slice(0, NAMED).flatMap((blocker) => raisesTo(plan, schedule, blocker, staged)),
        // The identity of a missed target is the target: it stays the same finding while the plan comes nearer.
        facts: `${value} by ${isoDate(by)}`,
        ways: [
            {
                en: 'Bring forward the programs that raise to what is lacking, or add some.',
                id: 'Majukan program yang menaikkan ke tingkat yang belum tercapai, atau tambahkan program.',
            },
            ...(barring.length > 0 ? [liftBars(barring)] : []),
            {
                en: 'Move the target to a day by which the plan gets there, or lower it.',
                id: 'Ubah target ke tanggal yang dapat dicapai rencana, atau turunkan nilainya.',
            },
        ],
    };
}

/** What is found of a `target none-of` on whose day findings of its rules still hold. At least one finding. */
export function missNoneOf(masterplan: Masterplan, noneOf: NoneOf, findings: readonly Finding[]): Draft {
    const rules = noneOf.rules.map((rule) => rule.name);
    const counts = [...new Set(rules)]
        .map((rule) => ({ rule, count: findings.filter((finding) => finding.rule === rule).length }))
        .filter(({ count }) => count > 0);
    const holding = list(counts.map(({ rule, count }) => `${count} × \`${rule}\``));
    const asked = list([...new Set(rules)].map((rule) => `\`${rule}\``));
    const one = findings.length === 1;
    return {
        at: noneOf.clause,
        subjects: [masterplan.name],
        message: say(
            () =>
                `Masterplan \`${masterplan.name}\` wants no finding of ${asked.en} left by ${noneOf.by.text}, but ${findings.length} ${one ? 'holds' : 'hold'} on that day: ${holding.en}.`,
            () =>
                `Masterplan \`${masterplan.name}\` menargetkan tidak ada lagi temuan ${asked.id} paling lambat ${noneOf.by.text}, tetapi ${findings.length} masih berlaku pada hari itu: ${holding.id}.`,
        ),
        evidence: [
            { label: 'deadline', value: isoDate(noneOf.by.last), at: noneOf.clause },
            ...counts.map(({ rule, count }): Evidence => ({ label: rule, value: String(count) })),
        ],
        related: findings.slice(0, NAMED).map(({ message, at }) => ({ message, at })),
        facts: `none-of ${[...rules].sort().join(' ')} by ${isoDate(noneOf.by.last)}`,
        ways: [
            {
                en: 'Resolve the findings, or let them end before the day: merge, share, replace, hand over.',
                id: 'Selesaikan temuannya, atau akhiri sebelum hari itu: gabungkan, pakai bersama, gantikan, serahkan.',
            },
            {
                en: 'What is meant to stay is waived with a reason; a waived finding does not count.',
                id: 'Yang memang dipertahankan dikecualikan dengan alasan; temuan yang dikecualikan tidak dihitung.',
            },
        ],
    };
}

/** How far it comes by the day, and when it gets there. */
function outcomeOf({ value, by, attained, reached }: TargetResult): Message {
    const then: Message =
        attained === null
            ? { en: 'nothing is measured by then', id: 'sampai saat itu belum ada nilai terukur' }
            : say(
                  () => `comes to ${showShort(attained, value).en} by then`,
                  () => `saat itu baru ${showShort(attained, value).id}`,
              );
    if (reached === null) {
        return say(
            () => `${then.en} and never gets there in this plan`,
            () => `${then.id} dan tidak pernah tercapai dalam rencana ini`,
        );
    }
    const date = isoDate(reached);
    return reached > by
        ? say(
              () => `${then.en} and gets there on ${date}`,
              () => `${then.id} dan baru tercapai pada ${date}`,
          )
        : say(
              () => `${then.en}, having been there on ${date}`,
              () => `${then.id}, padahal pernah tercapai pada ${date}`,
          );
}

/** One blocker with what would lift it: `garuda.living` lacks level 4 (`bus` raises to it). */
function describe({ indicator, level, suppliers, barredBy }: Blocker, staged: boolean): Message {
    const shown = showNumber(level);
    const programs = some(suppliers);
    const rules = list(barredBy.map((rule) => `\`${rule}\``));
    const lack: Message = staged
        ? say(
              () => `lacks level ${shown.en}`,
              () => `belum mencapai tingkat ${shown.id}`,
          )
        : say(
              () => `is below ${shown.en}`,
              () => `masih di bawah ${shown.id}`,
          );
    const supply: Message =
        suppliers.length > 0
            ? say(
                  () => `${programs.en} ${suppliers.length > 1 ? 'raise' : 'raises'} to it`,
                  () => `dinaikkan oleh ${programs.id}`,
              )
            : { en: 'no program raises to it', id: 'tidak ada program yang menaikkannya' };
    const bar: Message =
        barredBy.length > 0
            ? say(
                  () => `, kept down by ${rules.en}`,
                  () => `, tertahan oleh ${rules.id}`,
              )
            : same('');
    return say(
        () => `\`${indicator.name}\` ${lack.en} (${supply.en}${bar.en})`,
        () => `\`${indicator.name}\` ${lack.id} (${supply.id}${bar.id})`,
    );
}

/** The first names of many, and how many more there are. */
function some(names: readonly string[]): Message {
    const quoted = names.slice(0, NAMED).map((name) => `\`${name}\``);
    const more = names.length - quoted.length;
    return more > 0
        ? say(
              () => `${quoted.join(', ')} and ${more} more`,
              () => `${quoted.join(', ')} dan ${more} lagi`,
          )
        : list(quoted);
}

/** The clauses of the programs that a message names as raising to what is lacking, with the day each acts. */
function raisesTo(
    plan: Plan,
    schedule: Schedule,
    { indicator, level, suppliers }: Blocker,
    staged: boolean,
): Related[] {
    const supplies = (to: number) => (staged ? to === level : to >= level);
    return suppliers.slice(0, NAMED).flatMap((supplier): Related | [] => {
        const program = plan.names.get(supplier);
        const raises = program?.kind === 'program' ? program.raises : [];
        const raise = raises.find(({ of, to }) => of.name === indicator.name && supplies(to.value));
        if (!raise) {
            return [];
        }
        const to = showNumber(raise.to.value);
        const finish = schedule.byName.get(supplier)?.finish;
        const when: Message =
            finish === undefined
                ? { en: 'but has no dates', id: 'tetapi belum terjadwal' }
                : say(
                      () =>
                          `from ${isoDate(dayAfter(finish, raise.after))}${raise.until ? ` until ${raise.until.text}` : ''}`,
                      () =>
                          `mulai ${isoDate(dayAfter(finish, raise.after))}${raise.until ? ` sampai ${raise.until.text}` : ''}`,
                  );
        return {
            at: raise.clause,
            message: say(
                () => `\`${supplier}\` raises \`${indicator.name}\` to ${to.en}, ${when.en}.`,
                () => `\`${supplier}\` menaikkan \`${indicator.name}\` ke ${to.id}, ${when.id}.`,
            ),
        };
    });
}

function liftBars(rules: readonly string[]): Message {
    const names = list(rules.map((rule) => `\`${rule}\``));
    return say(
        () => `Resolve the findings of ${names.en} in that dimension, or waive them with a reason.`,
        () => `Selesaikan temuan ${names.id} dalam dimensi itu, atau kecualikan dengan alasan.`,
    );
}
