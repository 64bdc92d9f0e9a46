import { describe, expect, it } from 'vitest';
import { areas, meetingPlaces } from '../../src/analysis/areas.ts';
import { planOf } from '../support.ts';

const PLACES = `
    area city "Kediri Raya"
    area kota "Kota" within city
    area mojoroto "Mojoroto" within city
    area lirboyo "Lirboyo" within mojoroto
    area nameless "" within lirboyo
    area ring-a "Lingkar A" within ring-b
    area ring-b "Lingkar B" within ring-c
    area ring-c "Lingkar C" within ring-a
`;

/** Whether two `area` clauses meet; an empty one is left out altogether. */
function meet(one: string, other: string, more = ''): boolean {
    const clause = (text: string) => (text === '' ? '' : `area ${text}`);
    const plan = planOf(`${PLACES} ${more} program a "A" { ${clause(one)} } program b "B" { ${clause(other)} }`);
    const all = areas(plan);
    const [a, b] = plan.programs.map((program) => all.reach(program.area)) as [never, never];
    const [forth, back] = [meetingPlaces(a, b), meetingPlaces(b, a)];
    expect(forth === undefined).toBe(back === undefined);
    return forth !== undefined;
}

describe('areas', () => {
    it.each([
        ['none and anything', '', '"Kota"', true],
        ['the same text', '"Kota"', '"kota"', true],
        ['the same but for punctuation', '"Bandar-Lor"', '" bandar  lor."', true],
        ['different texts', '"Kota"', '"Pesantren"', false],
        ['a text and the area with that title', '"MOJOROTO"', 'mojoroto', true],
        ['a place and what contains it', 'lirboyo', 'mojoroto', true],
        ['a place and what contains that', 'lirboyo', 'city', true],
        ['a text and what contains the area with that title', '"Lirboyo"', '"Mojoroto"', true],
        ['two places in one', 'kota', 'mojoroto', false],
        ['one of many', '"Ngronggo", lirboyo', '"Setono", "Kota", mojoroto', true],
        ['many, but none', '"Ngronggo", lirboyo', '"Setono", kota', false],
        ['a place without a title, by its name', 'nameless', 'mojoroto', true],
        ['places in a circle', 'ring-a', 'ring-c', true],
        ['a circle and a place outside', 'ring-a', 'kota', false],
        ['an area that is not declared, by its name', 'pesantren', '"Pesantren"', true],
        ['a text that says nothing and anything', '"–"', '"Kota"', true],
    ])('%s', (_, one, other, expected) => {
        expect(meet(one, other)).toBe(expected);
    });

    it('takes the region of the masterplan as everywhere', () => {
        const region = 'masterplan m "M" { period 2020..2029  region "Kota Kediri" }';
        expect(meet('"kota kediri"', '"Pesantren"', region)).toBe(true);
        expect(meet('"Kota"', '"Pesantren"', region)).toBe(false);
    });

    it('ends a long chain, and a place within itself', () => {
        const chain = Array.from({ length: 500 }, (_, i) => `area p${i} "Tempat ${i}" within p${i + 1}`).join('\n');
        expect(meet('p0', 'p500', `${chain} area p500 "Tempat 500" within p500`)).toBe(true);
    });
});
