import { type CodeKind, faultOf } from '../analysis/code-faults.ts';
import type { Clause, Written } from '../plan/declarations/clause.ts';
import type { Draft } from '../plan/finding.ts';
import { type Message, say } from '../plan/message.ts';
import page from './malformed-code.md';
import type { Rule } from './rule.ts';
import { liveProgramsOf } from './scope.ts';

const KINDS: Readonly<Record<CodeKind, { readonly what: Message; readonly sample: string }>> = {
    program: { what: { en: 'code of a program', id: 'kode program' }, sample: '2.16.03.2.02.0014' },
    opd: { what: { en: 'code of an OPD', id: 'kode OPD' }, sample: '2.16.2.20.2.21.01.0000' },
    region: { what: { en: 'code of a region', id: 'kode wilayah' }, sample: '35.71' },
    mandate: { what: { en: 'code of a bidang', id: 'kode bidang urusan' }, sample: '2.16' },
};

/** A code that does not fit its grammar. */
export const malformedCode: Rule = {
    name: 'malformed-code',
    group: 'codes',
    severity: 'error',
    title: {
        en: 'A code is not written the way the nomenclature writes it',
        id: 'Kode tidak ditulis menurut aturan nomenklatur',
    },
    page,
    judges: 'each',
    *find({ plan }) {
        for (const masterplan of plan.masterplans) {
            yield* judge('region', masterplan.name, masterplan.code, masterplan.code);
        }
        for (const opd of plan.opds) {
            if (opd.library !== undefined) {
                continue;
            }
            yield* judge('opd', opd.name, opd.code, opd.code);
            const seen = new Set<string>();
            for (const bidang of opd.mandate?.bidang ?? []) {
                if (!seen.has(bidang.value)) {
                    seen.add(bidang.value);
                    yield* judge('mandate', opd.name, opd.mandate, bidang);
                }
            }
        }
        for (const program of liveProgramsOf(plan)) {
            yield* judge('program', program.name, program.code, program.code);
        }
    },
};

/** The finding about one code, at its clause; none when the code is well formed or not written. */
function* judge(
    kind: CodeKind,
    name: string,
    clause: Clause | undefined,
    code: Written<string> | undefined,
): Generator<Draft> {
    const fault = code && faultOf(kind, code.value);
    if (!clause || !code || !fault) {
        return;
    }
    const { what, sample } = KINDS[kind];
    yield {
        message: say(
            () => `\`${code.value}\` of \`${name}\` is no ${what.en}: ${fault.message.en}.`,
            () => `\`${code.value}\` pada \`${name}\` bukan ${what.id}: ${fault.message.id}.`,
        ),
        at: clause.clause,
        subjects: [name],
        evidence: [{ label: kind === 'mandate' ? 'mandate' : 'code', value: code.value, at: code.at }],
        ways: [
            fault.replacement === undefined
                ? say(
                      () => `Write it as in \`"${sample}"\`.`,
                      () => `Tuliskan seperti \`"${sample}"\`.`,
                  )
                : say(
                      () => `Write \`"${fault.replacement}"\`, if that is what is meant.`,
                      () => `Tuliskan \`"${fault.replacement}"\`, jika itu yang dimaksud.`,
                  ),
            {
                en: 'Leave the clause out until the code is known; nothing is guessed from its absence.',
                id: 'Hapus klausanya sampai kodenya diketahui; tidak ada yang ditebak dari ketiadaannya.',
            },
        ],
    };
}
