import { fold } from '../analysis/folding.ts';
import type { Asset } from '../plan/declarations/asset.ts';
import type { Reference } from '../plan/declarations/reference.ts';
import { type Form, fill, type Message } from '../plan/message.ts';
import { findAsset, type Plan } from '../plan/plan.ts';
import type { Rule } from './rule.ts';
import { nameOwner, nameSide, quote, waiveWay } from './sides.ts';
import page from './unconsulted-ict.md';

/** Classes of infrastructure that are the ICT unit's field, folded. */
const ICT_CLASSES = new Set(['network', 'server', 'cloud', 'data center', 'wifi', 'cctv', 'command center']);

/** A program brings an application or ICT infrastructure, and nobody asked the ICT unit (SPBE indicators 13 and 15). */
export const unconsultedIct: Rule = {
    name: 'unconsulted-ict',
    group: 'sectors',
    severity: 'warning',
    title: {
        en: 'A program delivers an application or ICT infrastructure without the ICT unit',
        id: 'Program menghasilkan aplikasi atau infrastruktur TIK tanpa melibatkan unit TIK',
    },
    page,
    judges: 'each',
    *find({ plan, owners, lifetimes }) {
        if (owners.ict.length === 0) {
            return;
        }
        for (const program of lifetimes.programs) {
            if (program.delivers === undefined) {
                continue;
            }
            const delivered = deliveredBy(plan, program.delivers.refs);
            if (delivered.length === 0 || program.broken.includes('owner') || program.broken.includes('partners')) {
                continue;
            }
            const owner = owners.of(program);
            if (!owner && program.owner) {
                continue; // Misspelt, it may be the ICT unit.
            }
            const involved = [owner, ...(program.partners?.refs ?? []).map(owners.named)];
            if (owners.ict.some((unit) => involved.includes(unit))) {
                continue;
            }
            const life = lifetimes.of(program);
            const names = quote(delivered.map(({ asset }) => asset.name));
            const unit = nameOwner(owners.ict[0]!);
            const who = owner && life ? nameSide({ declaration: program, owner, life }) : quote([program.name]);
            yield {
                message: fill(NOT_ASKED, who, names, unit),
                at: program.at,
                subjects: [program.name],
                evidence: delivered.map(({ asset, clause }) => ({
                    label: asset.kind,
                    value: asset.name,
                    at: clause.at,
                })),
                related: owners.ict.slice(0, 1).flatMap((ict) =>
                    ict.opds.map((opd) => ({
                        at: opd.at,
                        message: fill(ICT, opd.name),
                    })),
                ),
                from: life?.from,
                to: life?.to,
                facts: [...new Set(delivered.map(({ asset }) => asset.name))].sort().join('\n'),
                ways: [
                    fill(ASK, owners.ict[0]!.name),
                    SHARE,
                    waiveWay('unconsulted-ict', [program.name], CONSULTED, owner ?? owners.ict[0]!),
                ],
            };
        }
    },
};

const NOT_ASKED: Form<[who: Message, names: Message, unit: Message]> = {
    en: (who, names, unit) =>
        `${who.en} delivers ${names.en}, but the ICT unit ${unit.en} is neither owner nor partner.`,
    id: (who, names, unit) =>
        `${who.id} menghasilkan ${names.id}, tetapi unit TIK ${unit.id} bukan penanggung jawab maupun mitranya.`,
};

const ICT: Form<[opd: string]> = {
    en: (opd) => `\`${opd}\` answers for information and communication technology (2.16).`,
    id: (opd) => `\`${opd}\` menangani bidang komunikasi dan informatika (2.16).`,
};

const ASK: Form<[unit: string]> = {
    en: (unit) => `Ask before building: add \`partners ${unit}\`.`,
    id: (unit) => `Konsultasikan sebelum membangun: tambahkan \`partners ${unit}\`.`,
};

const SHARE: Message = {
    en: 'Share: look first whether an application or a network that is there already does it.',
    id: 'Pakai bersama: periksa dahulu apakah aplikasi atau jaringan yang sudah ada memadai.',
};

const CONSULTED: Message = { en: 'Consulted in writing', id: 'Sudah dikonsultasikan secara tertulis' };

/** The ICT among what a program delivers, with the clauses. */
function deliveredBy(
    plan: Plan,
    refs: readonly Reference[],
): readonly { readonly asset: Asset; readonly clause: Reference }[] {
    return refs.flatMap((clause) => {
        const asset = findAsset(plan, clause);
        return asset && isIct(asset) ? [{ asset, clause }] : [];
    });
}

function isIct(asset: Asset): boolean {
    return (
        asset.kind === 'application' ||
        (asset.kind === 'infrastructure' && asset.class !== undefined && ICT_CLASSES.has(fold(asset.class.value)))
    );
}
