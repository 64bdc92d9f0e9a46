import { describe, expect, it } from 'vitest';
import { type CodeKind, faultOf } from '../../src/analysis/code-faults.ts';
import { readOpdCode, readProgramCode } from '../../src/analysis/codes.ts';

describe('program codes', () => {
    it.each([
        ['2.16', 'bidang', '2.16', false],
        ['2.16.01', 'program', '2.16', true],
        ['2.16.03', 'program', '2.16', false],
        ['2.16.03.2.01', 'kegiatan', '2.16', false],
        ['2.16.01.2.06', 'kegiatan', '2.16', true],
        ['2.16.03.2.02.0014', 'sub-kegiatan', '2.16', false],
        ['7.01.02.1.01.07', 'sub-kegiatan', '7.01', false],
    ] as const)('%s is a %s of %s', (text, depth, bidang, supporting) => {
        expect(readProgramCode(text)).toMatchObject({ text, depth, bidang, supporting });
    });

    it('takes the old and the new form of a sub kegiatan as one', () => {
        const [old, today] = [readProgramCode('2.16.03.2.02.14')!, readProgramCode('2.16.03.2.02.0014')!];
        expect([old.outdated, today.outdated]).toEqual([true, false]);
        expect(old.key).toBe(today.key);
    });
});

describe('OPD codes', () => {
    it('name up to three bidang and part the unit from the office', () => {
        expect(readOpdCode('2.16.2.20.2.21.01.0000')).toEqual({
            office: '2.16.2.20.2.21.01',
            unit: '0000',
            bidang: ['2.16', '2.20', '2.21'],
        });
        expect(readOpdCode('1.02.0.00.0.00.02.0003')).toEqual({
            office: '1.02.0.00.0.00.02',
            unit: '0003',
            bidang: ['1.02'],
        });
    });
});

describe('what is wrong with a code', () => {
    it.each([
        ['program', '5.1.02.04.01.0001', 'account code', undefined],
        ['program', '5.1.02', 'account code', undefined],
        ['program', '5.1', 'account code', undefined],
        ['program', '1.1.12.01.03.0002', 'account code', undefined],
        ['program', 'x.xx.01', '`X.XX` is the printed placeholder', undefined],
        ['program', '2.16.2.20.2.21.01.0000', 'it is an OPD’s code', undefined],
        ['program', '2.16.3.2.02.0014', '`3` stands where group 3 is the program', '2.16.03.2.02.0014'],
        ['program', '2.16.03.2.02.014', '`014` stands where group 6 is the sub kegiatan', '2.16.03.2.02.0014'],
        ['program', '2.16.03.3.02', '`3` stands where group 4 is the level', undefined],
        ['program', '2.16.03.2', 'it has 4 groups and takes 2, 3, 5 or 6', undefined],
        ['program', '2.16.03.2.02.0014.1', 'it has 7 groups', undefined],
        ['program', '9.16', '`9` stands where group 1 is the urusan', undefined],
        ['program', '2', 'it has 1 group and takes', undefined],
        ['program', '2-16-03', 'it is made of digits and points', '2.16.03'],
        ['program', '2.16.03.', 'group 4 is empty, where the level', '2.16.03'],
        ['program', '', 'group 1 is empty', undefined],
        ['opd', '2.16.2.20.2.21.1.0000', '`1` stands where group 7 is the serial number', '2.16.2.20.2.21.01.0000'],
        ['opd', '2.16.2.20.2.21.01', 'it has 7 groups and takes 8', undefined],
        ['opd', '2.16.03.2.02.0014', 'it is a program’s code', undefined],
        ['region', '3571', 'the way of the statistics office', '35.71'],
        ['region', '35.71.1', '`1` stands where group 3 is the kecamatan', '35.71.01'],
        ['region', '35', 'it has 1 group and takes 2, 3 or 4', undefined],
        ['mandate', '2.16.03', 'it has 3 groups and takes 2', undefined],
        ['mandate', '2.6', '`6` stands where group 2 is the bidang', '2.06'],
        ['mandate', '2.16.2.20.2.21.01.0000', 'write its bidang one by one', undefined],
    ] as const)('%s %j: %s', (kind, text, message, replacement) => {
        const fault = faultOf(kind, text);
        expect(fault?.message.en).toContain(message);
        expect(fault?.message.id).not.toBe(fault?.message.en);
        expect(fault?.replacement).toBe(replacement);
        if (replacement !== undefined) {
            expect(faultOf(kind, replacement)).toBeUndefined();
        }
    });

    it.each([
        ['program', ['2.16', '8.01.01', '2.16.03.1.02', '2.16.03.2.02.14', '2.16.03.2.02.0014', '2.99']],
        ['opd', ['2.16.2.20.2.21.01.0000', '3.31.3.30.1.04.02.0000', '4.01.1.06.8.01.01.0001']],
        ['region', ['35.71', '35.71.01', '35.71.01.1001']],
        ['mandate', ['2.16', '7.01', '2.99']],
    ] as const)('%s: nothing in the right ones', (kind: CodeKind, texts: readonly string[]) => {
        expect(texts.map((text) => faultOf(kind, text))).toEqual(texts.map(() => undefined));
    });
});
