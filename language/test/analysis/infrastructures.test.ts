import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analysis.ts';
import { areas, meetingPlaces } from '../../src/analysis/areas.ts';
import { infrastructureDoubles } from '../../src/analysis/doubles/infrastructures.ts';
import { meet } from '../../src/analysis/lifetimes.ts';
import { planOf, TODAY } from '../support.ts';

const AREAS = `
    area kota "Kota"
    area utara "Utara" within kota
    area pasar "Pasar" within utara
    area selatan "Selatan" within kota
    area ring "Ring" within gelang
    area gelang "Gelang" within ring
    opd a "A" opd b "B" opd c "C"
`;
const PLACES = ['kota', 'utara', 'pasar', 'selatan', 'ring', 'gelang', '"Pasar"', '"Terminal"'];

const drawn = fc.record({
    owner: fc.constantFrom('a', 'b', 'c'),
    places: fc.uniqueArray(fc.constantFrom(...PLACES), { maxLength: 3 }),
    from: fc.integer({ min: 2015, max: 2020 }),
    years: fc.integer({ min: 0, max: 4 }),
    class: fc.constantFrom('cctv', 'CCTV', 'wifi'),
});

it('finds infrastructure of one class in one place as comparing all with all does', () => {
    fc.assert(
        fc.property(fc.array(drawn, { maxLength: 10 }), (all) => {
            const written = all.map(({ owner, places, from, years, class: kind }, i) => {
                const area = places.length > 0 ? `area ${places.join(', ')}` : '';
                return `infrastructure i${i} "I" { owner ${owner} class ${kind} ${area} since ${from} until ${from + years} }`;
            });
            const plan = planOf(AREAS + written.join('\n'));
            const { owners, lifetimes } = analyse(plan, TODAY);
            const compared = areas(plan);
            const expected = plan.infrastructures.flatMap((one, i) =>
                plan.infrastructures.slice(i + 1).flatMap((other) => {
                    const [left, right] = [one, other].map(({ area }) => compared.reach(area));
                    const isOneClass = one.class?.value.toLowerCase() === other.class?.value.toLowerCase();
                    const life = meet(lifetimes.of(one)!, lifetimes.of(other)!);
                    const places = meetingPlaces(left!, right!);
                    return isOneClass && life && places && owners.of(one) !== owners.of(other)
                        ? [{ names: [one.name, other.name], life, places }]
                        : [];
                }),
            );
            const found = infrastructureDoubles(plan, { owners, lifetimes }, compared);
            expect(
                found.map(({ a, b, life, places }) => ({
                    names: [a.declaration.name, b.declaration.name],
                    life,
                    places,
                })),
            ).toEqual(expected);
        }),
    );
});
