import { meet } from '../analysis/lifetimes.ts';
import { type Form, fill, type Message } from '../plan/message.ts';
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
                    message: fill(
                        program ? NO_PARTNER : NO_PARTNERS,
                        dependent.name,
                        owner.name,
                        asset.name,
                        other.name,
                    ),
                    at: clause.at,
                    subjects: [dependent.name, asset.name],
                    evidence: [
                        { label: 'needs', value: asset.name, at: clause.at },
                        { label: asset.kind === 'data' ? 'producer' : 'owner', value: other.name, at: holder?.at },
                    ],
                    related: [{ at: asset.at, message: fill(DECLARED, asset.name, other.name) }],
                    from: both.from,
                    to: both.to,
                    facts: [owner.name, other.name].join('\n'),
                    ways: [
                        program ? fill(PARTNERS, other.name) : fill(LET_NEED, dependent.name, asset.name, other.name),
                        fill(HAND_OVER, asset.name, other.name),
                        waiveWay('uncoordinated-dependency', [dependent.name, asset.name], DECREE, owner),
                    ],
                };
            }
        }
    },
};

type Sides = readonly [dependent: string, owner: string, asset: string, other: string];

const NO_PARTNER: Form<Sides> = {
    en: (dependent, owner, asset, other) =>
        `\`${dependent}\` of \`${owner}\` needs \`${asset}\`, which belongs to \`${other}\`, but \`${other}\` is no partner of it.`,
    id: (dependent, owner, asset, other) =>
        `\`${dependent}\` milik \`${owner}\` membutuhkan \`${asset}\` milik \`${other}\`, tetapi \`${other}\` bukan mitranya.`,
};

const NO_PARTNERS: Form<Sides> = {
    en: (dependent, owner, asset, other) =>
        `Application \`${dependent}\` of \`${owner}\` needs \`${asset}\`, which belongs to \`${other}\`; an application has no partners who would see to it.`,
    id: (dependent, owner, asset, other) =>
        `Aplikasi \`${dependent}\` milik \`${owner}\` membutuhkan \`${asset}\` milik \`${other}\`; aplikasi tidak memiliki mitra yang mengurusnya.`,
};

const DECLARED: Form<[asset: string, other: string]> = {
    en: (asset, other) => `\`${asset}\` of \`${other}\` is declared here.`,
    id: (asset, other) => `\`${asset}\` milik \`${other}\` dideklarasikan di sini.`,
};

const PARTNERS: Form<[other: string]> = {
    en: (other) => `Work together: add \`partners ${other}\`.`,
    id: (other) => `Bekerja sama: tambahkan \`partners ${other}\`.`,
};

const LET_NEED: Form<[dependent: string, asset: string, other: string]> = {
    en: (dependent, asset, other) =>
        `Work together: let the program that builds or runs \`${dependent}\` need \`${asset}\`, with \`partners ${other}\`.`,
    id: (dependent, asset, other) =>
        `Bekerja sama: biarkan program yang membangun atau menjalankan \`${dependent}\` membutuhkan \`${asset}\`, dengan \`partners ${other}\`.`,
};

const HAND_OVER: Form<[asset: string, other: string]> = {
    en: (asset, other) => `Merge: hand the part that needs \`${asset}\` over to \`${other}\`.`,
    id: (asset, other) => `Gabungkan: serahkan bagian yang membutuhkan \`${asset}\` kepada \`${other}\`.`,
};

const DECREE: Message = { en: 'Use is settled in a joint decree', id: 'Pemakaian diatur dalam keputusan bersama' };
