import type { Asset } from '../plan/declarations/asset.ts';
import type { Program } from '../plan/declarations/program.ts';
import { say } from '../plan/message.ts';
import { ownerOf } from '../plan/plan.ts';
import page from './missing-owner.md';
import type { Rule } from './rule.ts';
import { liveProgramsOf } from './scope.ts';

const KINDS = {
    program: { en: 'Program', id: 'Program' },
    service: { en: 'Service', id: 'Layanan' },
    application: { en: 'Application', id: 'Aplikasi' },
    infrastructure: { en: 'Infrastructure', id: 'Infrastruktur' },
    data: { en: 'Data', id: 'Data' },
} as const;

/** A program or asset that no OPD answers for. */
export const missingOwner: Rule = {
    name: 'missing-owner',
    group: 'plan',
    severity: 'error',
    title: {
        en: 'A program, service, application, infrastructure or dataset has no owner',
        id: 'Program, layanan, aplikasi, infrastruktur, atau data belum memiliki penanggung jawab',
    },
    page,
    judges: 'each',
    *find({ plan }) {
        const { applications, data, infrastructures, services } = plan;
        for (const declaration of [
            ...liveProgramsOf(plan),
            ...applications,
            ...data,
            ...infrastructures,
            ...services,
        ]) {
            const keyword = declaration.kind === 'data' ? 'producer' : 'owner';
            if (declaration.library !== undefined || ownerOf(declaration) !== undefined || isShared(declaration)) {
                continue;
            }
            if (declaration.broken.includes(keyword)) {
                continue;
            }
            const kind = KINDS[declaration.kind];
            const ways = [
                say(
                    () => `Name the OPD that answers for it: \`${keyword} diskominfo\`.`,
                    () => `Sebutkan OPD yang bertanggung jawab: \`${keyword} diskominfo\`.`,
                ),
            ];
            if (declaration.kind === 'application' || declaration.kind === 'infrastructure') {
                ways.push({
                    en: 'If it is run for everyone and belongs to no OPD of this plan, mark it `shared`.',
                    id: 'Jika dikelola untuk bersama dan bukan milik OPD dalam rencana ini, tandai dengan `shared`.',
                });
            }
            yield {
                at: declaration.at,
                subjects: [declaration.name],
                message:
                    declaration.kind === 'data'
                        ? say(
                              () =>
                                  `Data \`${declaration.name}\` has no \`producer\`: no OPD answers for what it says.`,
                              () =>
                                  `Data \`${declaration.name}\` belum memiliki produsen (\`producer\`): tidak ada OPD yang bertanggung jawab atas isinya.`,
                          )
                        : say(
                              () => `${kind.en} \`${declaration.name}\` has no \`owner\`: no OPD answers for it.`,
                              () =>
                                  `${kind.id} \`${declaration.name}\` belum memiliki penanggung jawab (\`owner\`): tidak ada OPD yang mengampunya.`,
                          ),
                evidence: [{ label: 'missing', value: keyword, at: declaration.at }],
                ways,
            };
        }
    },
};

function isShared(declaration: Program | Asset): boolean {
    return 'shared' in declaration && declaration.shared !== undefined;
}
