import type { Waiver } from '../plan/declarations/statement.ts';
import type { Finding } from '../plan/finding.ts';
import { say } from '../plan/message.ts';
import { FIXED_RULES, RULE_NAMES } from './names.ts';
import type { Rule } from './rule.ts';
import page from './unused-waiver.md';
import { hasEnded, meets, partiesOf } from './waivers.ts';

/** A waiver in force that accepts nothing. */
export const unusedWaiver: Rule = {
    name: 'unused-waiver',
    group: 'waivers',
    severity: 'warning',
    title: { en: 'A waiver meets no finding', id: 'Pengecualian tidak mengenai temuan apa pun' },
    page,
    stands: (edit) =>
        !edit.renames &&
        !edit.finds(edit.after.waivers.map(({ rule }) => rule.name)) &&
        edit.before.waivers === edit.after.waivers,
    *find({ plan, today }, findings) {
        const byParty = new Map<string, Finding[]>();
        for (const finding of findings) {
            for (const subject of finding.subjects) {
                const key = `${finding.rule} ${subject}`;
                const all = byParty.get(key);
                if (all === undefined) {
                    byParty.set(key, [finding]);
                } else {
                    all.push(finding);
                }
            }
        }
        const asked = plan.waivers.filter(
            (waiver) =>
                !hasEnded(waiver, today) &&
                RULE_NAMES.has(waiver.rule.name) &&
                waiver.subjects.every(({ name }) => plan.names.has(name)),
        );
        const isUnused = (waiver: Waiver): boolean =>
            FIXED_RULES.has(waiver.rule.name) ||
            !(byParty.get(`${waiver.rule.name} ${waiver.subjects[0]?.name}`) ?? []).some((finding) =>
                meets(waiver, finding),
            );
        // Findings of this very rule can be waived too: first those are found, then who waives them.
        const unused = asked.filter((waiver) => waiver.rule.name !== 'unused-waiver' && isUnused(waiver));
        const answers = asked.filter(
            (waiver) =>
                waiver.rule.name === 'unused-waiver' &&
                !unused.some((other) =>
                    waiver.subjects.every(({ name }) => other.subjects.some((each) => each.name === name)),
                ),
        );
        for (const waiver of [...unused, ...answers]) {
            const { rule } = waiver;
            const parties = partiesOf(waiver);
            const isFixed = FIXED_RULES.has(rule.name);
            yield {
                at: waiver.at,
                subjects: waiver.subjects.map(({ name }) => name),
                message: isFixed
                    ? say(
                          () => `\`${rule.name}\` cannot be waived: what it reports has to be put right.`,
                          () => `\`${rule.name}\` tidak dapat dikecualikan: yang dilaporkannya harus diperbaiki.`,
                      )
                    : say(
                          () => `There is no \`${rule.name}\` for ${parties.en}: the waiver accepts nothing.`,
                          () =>
                              `Tidak ada \`${rule.name}\` untuk ${parties.id}: pengecualian ini tidak mengenai apa pun.`,
                      ),
                evidence: [{ label: 'rule', value: rule.name, at: rule.at }],
                ways: [
                    { en: 'Delete it: what it accepted is gone.', id: 'Hapus: yang dikecualikan sudah tidak ada.' },
                    ...(isFixed
                        ? []
                        : [
                              {
                                  en: 'If it should meet a finding, name subjects that this one finding has: all of the waiver’s subjects must be among them.',
                                  id: 'Jika seharusnya mengenai suatu temuan, sebutkan subjek temuan itu: semua subjek pengecualian harus ada di dalamnya.',
                              },
                          ]),
                ],
            };
        }
    },
};
