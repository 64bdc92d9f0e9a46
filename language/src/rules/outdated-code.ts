import { readProgramCode } from '../analysis/codes.ts';
import { say } from '../plan/message.ts';
import page from './outdated-code.md';
import type { Rule } from './rule.ts';
import { liveProgramsOf } from './scope.ts';

/** A sub kegiatan in the old form of two digits. */
export const outdatedCode: Rule = {
    name: 'outdated-code',
    group: 'codes',
    severity: 'info',
    title: {
        en: 'A sub kegiatan is written in the old form of two digits',
        id: 'Sub kegiatan ditulis dalam bentuk lama dengan dua angka',
    },
    page,
    judges: 'each',
    *find({ plan }) {
        for (const program of liveProgramsOf(plan)) {
            const code = program.code && readProgramCode(program.code.value);
            if (!code?.outdated) {
                continue;
            }
            yield {
                message: say(
                    () =>
                        `The code \`${code.text}\` of \`${program.name}\` has a sub kegiatan of two digits, the old form; the nomenclature in force has four.`,
                    () =>
                        `Kode \`${code.text}\` pada \`${program.name}\` memuat sub kegiatan dua angka, yaitu bentuk lama; nomenklatur yang berlaku memakai empat angka.`,
                ),
                at: program.code!.clause,
                subjects: [program.name],
                evidence: [{ label: 'code', value: code.text, at: program.code!.at }],
                ways: [
                    say(
                        () =>
                            `Look the sub kegiatan up in the nomenclature in force; often it is the old number with zeros in front, \`${code.key}\`.`,
                        () =>
                            `Cari sub kegiatannya dalam nomenklatur yang berlaku; sering kali nomor lama dengan nol di depan, \`${code.key}\`.`,
                    ),
                ],
            };
        }
    },
};
