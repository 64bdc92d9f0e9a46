import { isoDate } from '../plan/calendar.ts';
import type { Raise } from '../plan/declarations/program.ts';
import { gatherPrograms } from '../plan/gather.ts';
import { say } from '../plan/message.ts';
import { byName } from '../plan/plan.ts';
import page from './level-gap.md';
import { levelsStand } from './levels.ts';
import type { Rule } from './rule.ts';

/** How many of the programs that could fill a gap are shown beside it. */
const NAMED = 3;

/** A raise in a staged framework to a level whose lower level is not there when it begins to act. */
export const levelGap: Rule = {
    name: 'level-gap',
    group: 'maturity',
    severity: 'warning',
    title: {
        en: 'A raise skips a level that is not there yet',
        id: 'Kenaikan tingkat melompati tingkat yang belum tercapai',
    },
    page,
    stands: levelsStand,
    *find({ plan, projection }) {
        const suppliers = projection.gaps.length > 0 ? raisesIn(plan) : [];
        const known = new Map<string, readonly Supplier[]>();
        const fillersOf = (level: string): readonly Supplier[] => {
            const found = known.get(level) ?? suppliers.flatMap((part) => part.get(level) ?? []).sort(byName);
            known.set(level, found);
            return found;
        };
        for (const { program, raise, indicator, have, on } of projection.gaps) {
            const to = raise.to.value;
            const several = to - 1 > have + 1;
            const fillers = fillersOf(key(indicator.name, have + 1));
            yield {
                at: raise.clause,
                subjects: [program.name, indicator.name],
                message: say(
                    () =>
                        `Program \`${program.name}\` raises \`${indicator.name}\` to ${to} on ${isoDate(on)}, but it stands at ${have} then: without ${several ? `levels ${have + 1} to ${to - 1}` : `level ${have + 1}`} the raise lifts nothing.`,
                    () =>
                        `Program \`${program.name}\` menaikkan \`${indicator.name}\` ke ${to} pada ${isoDate(on)}, tetapi saat itu baru di ${have}: tanpa tingkat ${have + 1}${several ? ` sampai ${to - 1}` : ''} kenaikan ini tidak berpengaruh.`,
                ),
                evidence: [
                    { label: 'level', value: String(to), at: raise.clause },
                    { label: 'has', value: String(have) },
                    { label: 'acts on', value: isoDate(on) },
                    { label: 'lacks', value: several ? `${have + 1}..${to - 1}` : String(have + 1) },
                ],
                facts: `to ${to}`,
                related: fillers.slice(0, NAMED).map(({ name, raise: filler }) => ({
                    at: filler.clause,
                    message: say(
                        () =>
                            `\`${name}\` raises \`${indicator.name}\` to ${have + 1}, but that does not hold on this day.`,
                        () =>
                            `\`${name}\` menaikkan \`${indicator.name}\` ke ${have + 1}, tetapi itu tidak berlaku pada hari tersebut.`,
                    ),
                })),
                ways: [
                    say(
                        () =>
                            `Let a program that finishes before raise \`${indicator.name}\` to ${have + 1}${several ? ' and on' : ''}.`,
                        () =>
                            `Buat program yang selesai lebih dahulu menaikkan \`${indicator.name}\` ke ${have + 1}${several ? ' dan seterusnya' : ''}.`,
                    ),
                    say(
                        () => `Or raise to ${have + 1} here: one rung at a time.`,
                        () => `Atau naikkan ke ${have + 1} di sini: satu jenjang setiap kali.`,
                    ),
                    {
                        en: 'If the lower level is there already, say so with an `actual`.',
                        id: 'Jika tingkat di bawahnya sudah tercapai, nyatakan dengan `actual`.',
                    },
                ],
            };
        }
    },
};

/** A raise and the name of its program. */
interface Supplier {
    readonly name: string;
    readonly raise: Raise;
}

/** The raises of programs that are not cancelled, by indicator and level, file by file. */
const raisesIn = gatherPrograms((programs) => {
    const result = new Map<string, Supplier[]>();
    for (const { name, raises, cancelled, library } of programs) {
        for (const raise of cancelled === undefined && library === undefined ? raises : []) {
            const at = key(raise.of.name, raise.to.value);
            const list = result.get(at) ?? [];
            list.push({ name, raise });
            result.set(at, list);
        }
    }
    return result;
});

function key(indicator: string, level: number): string {
    return `${indicator} ${level}`;
}
