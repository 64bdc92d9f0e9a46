import { readProgramCode } from '../analysis/codes.ts';
import type { Owners } from '../analysis/owners.ts';
import type { Opd } from '../plan/declarations/city.ts';
import { say } from '../plan/message.ts';
import { findOpd } from '../plan/plan.ts';
import page from './code-outside-mandate.md';
import type { Rule } from './rule.ts';
import { quote, waiveWay } from './sides.ts';

/** A program carries a code of a field of government that is not its owner's. */
export const codeOutsideMandate: Rule = {
    name: 'code-outside-mandate',
    group: 'sectors',
    severity: 'warning',
    title: {
        en: 'A program’s code belongs to a field that is not its owner’s',
        id: 'Kode program termasuk bidang urusan yang bukan milik penanggung jawabnya',
    },
    page,
    judges: 'each',
    *find({ plan, owners, lifetimes }) {
        let holders: ReadonlyMap<string, readonly Opd[]> | undefined;
        for (const program of lifetimes.programs) {
            const code = program.code && readProgramCode(program.code.value);
            const opd = findOpd(plan, program.owner?.ref);
            if (!code || !opd || code.supporting || owners.isKecamatan(opd)) {
                continue;
            }
            const { bidang, unclear } = owners.mandate(opd);
            if (bidang.size === 0 || unclear || bidang.has(code.bidang)) {
                continue;
            }
            const life = lifetimes.of(program);
            const mandate = quote([...bidang]);
            holders ??= holdersOf(owners);
            const others = holders.get(code.bidang) ?? [];
            const right = others.length > 0 ? quote(others.map((other) => other.name)) : undefined;
            yield {
                message: say(
                    () =>
                        `The code \`${code.text}\` of \`${program.name}\` is of field \`${code.bidang}\`, but \`${opd.name}\` answers for ${mandate.en}${right ? `; \`${code.bidang}\` is with ${right.en}` : ''}.`,
                    () =>
                        `Kode \`${code.text}\` pada \`${program.name}\` termasuk bidang \`${code.bidang}\`, sedangkan \`${opd.name}\` menangani ${mandate.id}${right ? `; \`${code.bidang}\` ada pada ${right.id}` : ''}.`,
                ),
                at: program.code!.clause,
                subjects: [program.name],
                evidence: [
                    { label: 'code', value: code.text, at: program.code!.at },
                    { label: 'mandate', value: [...bidang].join(', '), at: (opd.mandate ?? opd.code)?.clause },
                ],
                related: [
                    {
                        at: (opd.mandate ?? opd.code)?.clause ?? opd.at,
                        message: say(
                            () => `This is what \`${opd.name}\` answers for.`,
                            () => `Inilah bidang urusan yang ditangani \`${opd.name}\`.`,
                        ),
                    },
                ],
                from: life?.from,
                to: life?.to,
                facts: [code.key, opd.name, ...[...bidang].sort()].join('\n'),
                ways: [
                    say(
                        () => `Correct the code, if another line of ${mandate.en} is meant.`,
                        () => `Perbaiki kodenya, jika yang dimaksud adalah nomenklatur ${mandate.id}.`,
                    ),
                    right
                        ? say(
                              () => `Hand the program over to ${right.en}, and stay on as a partner.`,
                              () => `Serahkan program kepada ${right.id}, dan tetap terlibat sebagai mitra.`,
                          )
                        : say(
                              () =>
                                  `Hand the program over to the OPD that answers for \`${code.bidang}\`, and stay on as a partner.`,
                              () =>
                                  `Serahkan program kepada OPD yang menangani \`${code.bidang}\`, dan tetap terlibat sebagai mitra.`,
                          ),
                    say(
                        () => `If the field is \`${opd.name}\`'s too, add \`"${code.bidang}"\` to its \`mandate\`.`,
                        () =>
                            `Jika bidang ini memang tugas \`${opd.name}\`, tambahkan \`"${code.bidang}"\` ke \`mandate\`-nya.`,
                    ),
                    waiveWay(
                        'code-outside-mandate',
                        [program.name],
                        { en: 'Delegated by decree', id: 'Dilimpahkan dengan keputusan' },
                        owners.ofOpd(opd),
                    ),
                ],
            };
        }
    },
};

/** The OPDs that have each field of government in their mandate, in the order of their owners. */
function holdersOf(owners: Owners): ReadonlyMap<string, readonly Opd[]> {
    const holders = new Map<string, Opd[]>();
    for (const opd of owners.all.flatMap((owner) => owner.opds)) {
        for (const bidang of owners.mandate(opd).bidang) {
            const all = holders.get(bidang);
            if (all === undefined) {
                holders.set(bidang, [opd]);
            } else {
                all.push(opd);
            }
        }
    }
    return holders;
}
