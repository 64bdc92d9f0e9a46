import { expect, it } from 'vitest';
import { meets, Waivers } from '../../src/rules/waivers.ts';
import { checkOf, planOf, TODAY } from '../support.ts';

const CITY = `
    opd dishub "Dinas Perhubungan"
    opd diskominfo "Dinas Komunikasi dan Informatika"
    service parking "Parkir" { owner dishub }
    application parkir-a "Parkir A" { owner dishub supports parking since 2020 }
    application parkir-b "Parkir B" { owner diskominfo supports parking since 2020 }
`;
const WAIVERS = ['parkir-b', 'parkir-a, parkir-b', 'parkir-a', 'parking', 'parkir-b, parkir-a'].map(
    (subjects, i) => `waive duplicate-application for ${subjects} because "alasan ${i}" by dishub\n`,
);

it('of several waivers that meet a finding the first of the plan counts, whichever subject they name', () => {
    for (let from = 0; from < WAIVERS.length; from++) {
        const text = CITY + WAIVERS.slice(from).join('');
        const plan = planOf(text);
        const finding = checkOf(text).findings.find(({ rule }) => rule === 'duplicate-application')!;
        const first = plan.waivers.find((waiver) => meets(waiver, finding))!;
        expect(new Waivers(plan, TODAY, new Set()).meet(finding)?.because).toBe(first.because?.value);
        expect(finding.waived?.because).toBe(first.because?.value);
    }
});

it('a waiver meets nothing of another rule, of other subjects, or after its end', () => {
    const plan = planOf(`${CITY}
        waive duplicate-service for parkir-a because "x" by dishub
        waive duplicate-application for parking because "x" by dishub
        waive duplicate-application for parkir-a because "x" by dishub until 2019
    `);
    const finding = checkOf(CITY).findings.find(({ rule }) => rule === 'duplicate-application')!;
    expect(new Waivers(plan, TODAY, new Set()).meet(finding)).toBeNull();
    expect(new Waivers(plan, TODAY, new Set([finding.fingerprint])).meet(finding)?.because).toBe('baseline');
});
