import { meet } from '../analysis/lifetimes.ts';
import { say } from '../plan/message.ts';
import { findAsset, ownerOf } from '../plan/plan.ts';
import type { Rule } from './rule.ts';
import { waiveWay } from './sides.ts';
import page from './uncoordinated-dependency.md';

/** A program or application leans on what another agency owns, without that agency at the table. */
export const uncoordinatedDependency: Rule = {
    name: 'uncoordinated-dependency',
    group: 'sectors',
    severity: 'warning',
    title: {
        en: 'A program or application needs another agency’s asset, and that agency is no partner',
        id: 'Program atau aplikasi membutuhkan aset OPD lain yang bukan mitranya',
    },
    page,
    judges: 'each',
    *find({ plan, owners, lifetimes }) {
        for (const dependent of [...lifetimes.programs, ...plan.applications]) {
            const owner = dependent.needs && owners.of(dependent);
            const life = owner && lifetimes.of(dependent);
            const unread = dependent.broken.includes('partners');
            if (!owner || !life || unread) {
                continue;
            }
            const partners = dependent.kind === 'program' ? (dependent.partners?.refs ?? []).map(owners.named) : [];
            const seen = new Set<string>();
            for (const clause of dependent.needs?.refs ?? []) {
                const asset = findAsset(plan, clause);
                const other = asset && owners.of(asset);
                const days = asset && lifetimes.of(asset);
                const both = days && meet(life, days);
                if (!asset || !other || !both || other === owner || partners.includes(other) || seen.has(asset.name)) {
                    continue;
                }
                seen.add(asset.name);
                const program = dependent.kind === 'program';
                const holder = ownerOf(asset);
                yield {
                    message: program
                        ? say(
                              () =>
                                  `\`${dependent.name}\` of \`${owner.name}\` needs \`${asset.name}\`, which belongs to \`${other.name}\`, but \`${other.name}\` is no partner of it.`,
                              () =>
                                  `\`${dependent.name}\` milik \`${owner.name}\` membutuhkan \`${asset.name}\` milik \`${other.name}\`, tetapi \`${other.name}\` bukan mitranya.`,
                          )
                        : say(
                              () =>
                                  `Application \`${dependent.name}\` of \`${owner.name}\` needs \`${asset.name}\`, which belongs to \`${other.name}\`; an application has no partners who would see to it.`,
                              () =>
                                  `Aplikasi \`${dependent.name}\` milik \`${owner.name}\` membutuhkan \`${asset.name}\` milik \`${other.name}\`; aplikasi tidak memiliki mitra yang mengurusnya.`,
                          ),
                    at: clause.at,
                    subjects: [dependent.name, asset.name],
                    evidence: [
                        { label: 'needs', value: asset.name, at: clause.at },
                        { label: asset.kind === 'data' ? 'producer' : 'owner', value: other.name, at: holder?.at },
                    ],
                    related: [
                        {
                            at: asset.at,
                            message: say(
                                () => `\`${asset.name}\` of \`${other.name}\` is declared here.`,
                                () => `\`${asset.name}\` milik \`${other.name}\` dideklarasikan di sini.`,
                            ),
                        },
                    ],
                    from: both.from,
                    to: both.to,
                    facts: [owner.name, other.name].join('\n'),
                    ways: [
                        program
                            ? say(
                                  () => `Work together: add \`partners ${other.name}\`.`,
                                  () => `Bekerja sama: tambahkan \`partners ${other.name}\`.`,
                              )
                            : say(
                                  () =>
                                      `Work together: let the program that builds or runs \`${dependent.name}\` need \`${asset.name}\`, with \`partners ${other.name}\`.`,
                                  () =>
                                      `Bekerja sama: biarkan program yang membangun atau menjalankan \`${dependent.name}\` membutuhkan \`${asset.name}\`, dengan \`partners ${other.name}\`.`,
                              ),
                        say(
                            () => `Merge: hand the part that needs \`${asset.name}\` over to \`${other.name}\`.`,
                            () =>
                                `Gabungkan: serahkan bagian yang membutuhkan \`${asset.name}\` kepada \`${other.name}\`.`,
                        ),
                        waiveWay(
                            'uncoordinated-dependency',
                            [dependent.name, asset.name],
                            { en: 'Use is settled in a joint decree', id: 'Pemakaian diatur dalam keputusan bersama' },
                            owner,
                        ),
                    ],
                };
            }
        }
    },
};
