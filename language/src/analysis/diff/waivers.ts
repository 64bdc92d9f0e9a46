import { type Day, isoDate } from '../../plan/calendar.ts';
import type { Waiver } from '../../plan/declarations/statement.ts';
import type { Message } from '../../plan/message.ts';
import { type Comparison, change } from './comparison.ts';
import type { Change, EndingWaiver } from './diff-types.ts';
import { meaningOf } from './meaning.ts';
import { code, codes, days, titled } from './wording.ts';

/** Waivers that end within so many days are about to expire. */
const SOON = 60;

/** Waivers that were added, withdrawn or changed. */
export function compareWaivers(comparison: Comparison): Change[] {
    const { base, head, names, whole } = comparison;
    const before = byParties(base.analysis.plan.waivers, (name) => names.head(name));
    const after = byParties(head.analysis.plan.waivers, (name) => name);
    const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
    return keys.flatMap((key): Change[] => {
        const was = before.get(key) ?? [];
        const is = after.get(key) ?? [];
        // Several waivers of the same findings are told apart by what else they say.
        const texts = new Set(was.map((each) => textOf(each, (name) => names.head(name))));
        const others = new Set(is.map((each) => textOf(each, (name) => name)));
        const gone = was.filter((each) => !others.has(textOf(each, (name) => names.head(name))));
        const fresh = is.filter((each) => !texts.has(textOf(each, (name) => name)));
        const count = Math.max(gone.length, fresh.length);
        return Array.from({ length: count }, (_, i) => {
            const [left, came] = [gone[i], fresh[i]];
            const waiver = (came ?? left)!;
            return change({
                kind: left === undefined ? 'waiver-added' : came === undefined ? 'waiver-removed' : 'waiver-changed',
                topic: 'waivers',
                subjects: waiver.subjects.map(({ name }) => (came === undefined ? names.head(name) : name)),
                sentence: sentenceOf(left, came),
                base: left?.at ?? whole.base,
                head: came?.at ?? whole.head,
                facts: {
                    rule: waiver.rule.name,
                    because: waiver.because?.value ?? null,
                    by: waiver.by?.ref.name ?? null,
                    untilBefore: ended(left),
                    until: ended(came),
                },
            });
        });
    });
}

function byParties(waivers: readonly Waiver[], names: (name: string) => string): Map<string, Waiver[]> {
    const groups = new Map<string, Waiver[]>();
    for (const waiver of waivers) {
        const key = [waiver.rule.name, ...waiver.subjects.map(({ name }) => names(name)).sort()].join('\n');
        groups.set(key, [...(groups.get(key) ?? []), waiver]);
    }
    return groups;
}

function textOf(waiver: Waiver, names: (name: string) => string): string {
    return JSON.stringify([...meaningOf(waiver, names)]);
}

function ended(waiver: Waiver | undefined): string | null {
    return waiver?.until === undefined ? null : isoDate(waiver.until.when.last);
}

function parties(waiver: Waiver): Message {
    const { en, id } = codes(waiver.subjects.map(({ name }) => name));
    return { en: `${code(waiver.rule.name)} for ${en}`, id: `${code(waiver.rule.name)} untuk ${id}` };
}

function until(waiver: Waiver): Message {
    const day = ended(waiver);
    return day === null
        ? { en: 'without an end', id: 'tanpa batas waktu' }
        : { en: `until ${day}`, id: `sampai ${day}` };
}

function sentenceOf(was: Waiver | undefined, is: Waiver | undefined): Message {
    const of = parties((is ?? was)!);
    if (was === undefined) {
        const who = is!.by === undefined ? '' : ` (${code(is!.by.ref.name)})`;
        return {
            en: `${of.en} is accepted ${until(is!).en}:${titled(is!.because?.value ?? '')}${who}.`,
            id: `${of.id} dikecualikan ${until(is!).id}:${titled(is!.because?.value ?? '')}${who}.`,
        };
    }
    if (is === undefined) {
        return { en: `${of.en} is no longer accepted.`, id: `${of.id} tidak lagi dikecualikan.` };
    }
    if (ended(was) !== ended(is)) {
        return {
            en: `${of.en} is accepted ${until(is).en}, was ${until(was).en}.`,
            id: `${of.id} dikecualikan ${until(is).id}, semula ${until(was).id}.`,
        };
    }
    const who = is.by === undefined ? '' : ` (${code(is.by.ref.name)})`;
    return {
        en: `${of.en} is accepted for another reason, or by somebody else:${titled(is.because?.value ?? '')}${who}.`,
        id: `${of.id} dikecualikan dengan alasan atau penanggung jawab lain:${titled(is.because?.value ?? '')}${who}.`,
    };
}

/** Waivers of the head that end within sixty days from today, the next one first. */
export function endingWaivers({ base, head, names }: Comparison): EndingWaiver[] {
    const { plan, today } = head.analysis;
    const before = byParties(base.analysis.plan.waivers, (name) => names.head(name));
    return plan.waivers
        .flatMap((waiver): EndingWaiver[] => {
            const last: Day | undefined = waiver.until?.when.last;
            if (last === undefined || last < today || last - today > SOON) {
                return [];
            }
            const left = days(last - today);
            const of = parties(waiver);
            const key = [waiver.rule.name, ...waiver.subjects.map(({ name }) => name).sort()].join('\n');
            return [
                {
                    rule: waiver.rule.name,
                    subjects: waiver.subjects.map(({ name }) => name).sort(),
                    until: isoDate(last),
                    daysLeft: last - today,
                    sentence: {
                        en: `${of.en} is accepted only until ${isoDate(last)} (${left.en} left).`,
                        id: `${of.id} hanya dikecualikan sampai ${isoDate(last)} (tinggal ${left.id}).`,
                    },
                    base: before.get(key)?.[0]?.at,
                    head: waiver.at,
                },
            ];
        })
        .sort((a, b) => a.daysLeft - b.daysLeft || (a.sentence.en < b.sentence.en ? -1 : 1));
}
