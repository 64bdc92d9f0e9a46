import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/plan/finding.ts';
import { RULES } from '../../src/rules/catalogue.ts';
import { checkOf, type Files, textOf } from '../support.ts';

const SECTORS = RULES.filter((rule) => rule.group === 'sectors' || rule.group === 'codes').map((rule) => rule.name);
const CITY = textOf('examples/silos/city.smartcity');
const WRONG = `${textOf('examples/silos/what-goes-wrong.smartcity')}
    program malformed "Belanja" { owner dkpp  code "5.1.02" }
    program outdated "Serat optik" { owner diskominfo  partners dishub  code "2.16.03.2.02.14" }
`;
const WHOLE = { 'city.smartcity': CITY, 'wrong.smartcity': WRONG };

const sectors = (files: Files, rules = {}) =>
    checkOf(files, { rules }).findings.filter((finding) => SECTORS.includes(finding.rule));
const tell = ({ rule, subjects, fingerprint, from, to, message, evidence }: Finding) =>
    JSON.stringify([
        rule,
        subjects,
        fingerprint,
        from,
        to,
        message,
        evidence.map(({ label, value }) => [label, value]),
    ]);
const told = (files: Files, rules = {}) => sectors(files, rules).map(tell).sort();

describe('what is found about agencies', () => {
    it('has every rule at least once in this city, in two languages, with evidence and ways out', () => {
        const findings = sectors(WHOLE);
        expect([...new Set(findings.map((finding) => finding.rule))].sort()).toEqual([...SECTORS].sort());
        for (const { message, evidence, ways, related, subjects } of findings) {
            expect(message.id).not.toBe(message.en);
            expect(evidence.length).toBeGreaterThan(0);
            expect(ways.length).toBeGreaterThan(0);
            expect(ways.every((way) => way.en !== way.id)).toBe(true);
            expect(related.length).toBeGreaterThanOrEqual(subjects.length - 1);
        }
    });

    it('does not depend on files, their order or their layout', () => {
        const declarations = (CITY + WRONG).split(/\n(?=[a-z]+ [a-z0-9-]+ ")/);
        const expected = told(WHOLE);
        expect(declarations.length).toBeGreaterThan(40);
        expect(told(declarations.reverse().join('\n').replace(/ {4}/g, '\t'))).toEqual(expected);
        const scattered = declarations.map((text, i) => [`${(i * 7) % declarations.length}.smartcity`, `\n\n${text}`]);
        expect(told(Object.fromEntries(scattered))).toEqual(expected);
    });

    it.each(SECTORS)('does not change when %s is switched off or waived', (rule) => {
        const others = (findings: readonly Finding[]) =>
            findings
                .filter((finding) => finding.rule !== rule)
                .map(tell)
                .sort();
        const expected = others(sectors(WHOLE));
        expect(others(sectors(WHOLE, { [rule]: 'off' }))).toEqual(expected);
        const waivers = sectors(WHOLE)
            .filter((finding) => finding.rule === rule)
            .map(({ subjects }) => `waive ${rule} for ${subjects.join(', ')} because "Uji" by dkpp until 2099`);
        const waived = sectors({ ...WHOLE, 'waivers.smartcity': waivers.join('\n') });
        expect(others(waived)).toEqual(expected);
        expect(waived.filter((finding) => finding.rule === rule).every((finding) => finding.waived !== null)).toBe(
            true,
        );
    });

    it('has fingerprints of its own each, that change with the facts', () => {
        const fingerprints = sectors(WHOLE).map((finding) => finding.fingerprint);
        expect(new Set(fingerprints).size).toBe(fingerprints.length);
        const changes: readonly [RegExp, string, string][] = [
            [/area north/, 'area "Barat"', 'overlapping-service'],
            [/kpi clean-days "Hari udara bersih"/g, 'kpi clean-days "Hari tanpa asap"', 'contested-kpi'],
            [/1\.05\.03\.2\.02\.0003/g, '1.05.03.2.02.0004', 'duplicate-code'],
            [/class weather-station/g, 'class rain-gauge', 'duplicate-infrastructure'],
            [/code "3\.30\.02"/, 'code "3.31.02"', 'code-outside-mandate'],
            [/owner dishub(\s+supports)/, 'owner satpol-pp$1', 'duplicate-application'],
        ];
        for (const [from, to, rule] of changes) {
            const changed = sectors({ ...WHOLE, 'wrong.smartcity': WRONG.replace(from, to) });
            const [before, after] = [sectors(WHOLE), changed].map((all) => all.filter((each) => each.rule === rule));
            expect(after!.map((finding) => finding.subjects)).toEqual(before!.map((finding) => finding.subjects));
            expect(after!.map((finding) => finding.fingerprint)).not.toEqual(
                before!.map((finding) => finding.fingerprint),
            );
        }
    });
});
