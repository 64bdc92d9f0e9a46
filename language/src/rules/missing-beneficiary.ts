import type { Service } from '../plan/declarations/asset.ts';
import type { Program } from '../plan/declarations/program.ts';
import { type Form, fill, type Message } from '../plan/message.ts';
import { find, type Plan } from '../plan/plan.ts';
import page from './missing-beneficiary.md';
import type { Rule } from './rule.ts';
import { liveProgramsOf } from './scope.ts';

/** A program of which nobody says whom it serves, neither itself nor a service that it delivers. */
export const missingBeneficiary: Rule = {
    name: 'missing-beneficiary',
    group: 'plan',
    severity: 'warning',
    title: { en: 'Nothing says whom a program serves', id: 'Penerima manfaat program belum disebutkan' },
    page,
    judges: 'each',
    *find({ plan }) {
        for (const program of liveProgramsOf(plan)) {
            // A `delivers` that could not be read may well name a service with beneficiaries.
            if (program.serves || program.broken.includes('serves') || program.broken.includes('delivers')) {
                continue;
            }
            const services = servicesOf(plan, program);
            if (services.some(saysWhom)) {
                continue;
            }
            yield {
                at: program.at,
                subjects: [program.name],
                message: fill(NOBODY, program.name, services.length > 0),
                evidence: [
                    { label: 'missing', value: 'serves', at: program.at },
                    ...services.map((service) => ({ label: 'service', value: service.name, at: service.at })),
                ],
                ways: WAYS,
            };
        }
    },
};

const NOBODY: Form<[program: string, delivers: boolean]> = {
    en: (program, delivers) =>
        `Nothing says whom program \`${program}\` serves: it has no \`serves\`${delivers ? ', nor has a service that it delivers' : ''}.`,
    id: (program, delivers) =>
        `Penerima manfaat program \`${program}\` belum disebutkan: tidak ada \`serves\`${delivers ? ', juga tidak pada layanan yang dihasilkannya' : ''}.`,
};

const WAYS: readonly Message[] = [
    {
        en: 'Name the people who will notice the difference: `serves residents, smes`; staff are people too.',
        id: 'Sebutkan siapa yang merasakan manfaatnya: `serves residents, smes`; pegawai pun penerima manfaat.',
    },
    {
        en: 'If it delivers a service, write `serves` there, once for every program that delivers it.',
        id: 'Jika program menghasilkan layanan, tulis `serves` pada layanannya, sekali untuk semua program yang menghasilkannya.',
    },
];

function saysWhom(service: Service): boolean {
    return service.serves !== undefined || service.broken.includes('serves');
}

/** The services that a program delivers. */
function servicesOf(plan: Plan, program: Program): readonly Service[] {
    return (program.delivers?.refs ?? [])
        .map((ref) => find(plan, ref, 'service'))
        .filter((service) => service !== undefined);
}
