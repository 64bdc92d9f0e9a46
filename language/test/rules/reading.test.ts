import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/catalogue.ts';
import { isFixed } from '../../src/rules/check.ts';
import { FIXED_RULES, RULE_NAMES, RULES_BY_GROUP } from '../../src/rules/names.ts';
import { checkOf, type Files, textOf } from '../support.ts';

/** The findings of one rule, as their file and words with their message. */
function found(
    rule: string,
    files: Files,
): { words: string; message: string; subjects: readonly string[]; replacement: string | undefined }[] {
    const texts = typeof files === 'string' ? { 'plan.smartcity': files } : files;
    return checkOf(files)
        .findings.filter((finding) => finding.rule === rule)
        .map(({ at, message, subjects, replacement }) => ({
            words: (texts[at.file] ?? '').slice(at.start, at.end),
            message: message.en,
            subjects,
            replacement,
        }));
}

describe('the names of rules', () => {
    it('are those of the catalogue, in the same groups', () => {
        for (const [group, names] of Object.entries(RULES_BY_GROUP)) {
            expect(
                RULES.filter((rule) => rule.group === group)
                    .map(({ name }) => name)
                    .sort(),
            ).toEqual([...names].sort());
        }
        expect(RULE_NAMES.size).toBe(RULES.length);
    });

    it('say which cannot be waived or switched off', () => {
        expect([...RULE_NAMES].filter(isFixed).sort()).toEqual([...FIXED_RULES].sort());
    });
});

describe.each(['everything', 'library'])('the file %s of the language', (name) => {
    it('has no finding of reading', () => {
        const { findings } = checkOf(textOf(`language/test/syntax/fixtures/${name}.smartcity`));
        expect(findings.filter(({ rule }) => FIXED_RULES.has(rule))).toEqual([]);
    });
});

describe('references', () => {
    it('stand in a declaration, or in a waiver of others, and are told apart by that', () => {
        const { findings } = checkOf(
            'program a "A" { owner x }\nprogram b "B" { owner x }\nopd o "O"\nwaive missing-kpi for a, b because "R" by x\nuse y',
        );
        const broken = findings.filter(({ rule }) => rule === 'unresolved-reference' || rule === 'unknown-library');
        expect(broken.map(({ rule, subjects }) => [rule, subjects])).toEqual([
            ['unresolved-reference', ['a']],
            ['unresolved-reference', ['b']],
            ['unresolved-reference', ['a', 'b']],
            ['unknown-library', []],
        ]);
        expect(new Set(broken.map(({ fingerprint }) => fingerprint)).size).toBe(4);
    });

    it('propose an element by its own name, and a name of the kind that is wanted', () => {
        expect(
            found('unresolved-reference', 'use smart-city-100\nprogram a "A" { element mobility }')[0],
        ).toMatchObject({ replacement: 'living.mobility' });
        expect(
            found('unresolved-reference', 'opd dishub "D"\nservice dishup "S"\nprogram dishux "P" { owner dishut }')[0],
        ).toMatchObject({ replacement: 'dishub' });
        expect(
            found('unresolved-reference', 'opd dishub "D"\nprogram a "P" { owner something-else }')[0],
        ).toMatchObject({ replacement: undefined });
    });

    it('of a library are not checked, and a library that is not known is named', () => {
        expect(
            checkOf('use garuda, spbe, pemdi, kominfo, funds, national-applications, opd-kota').findings.filter(
                ({ rule }) => FIXED_RULES.has(rule),
            ),
        ).toEqual([]);
        expect(found('unknown-library', 'use garudo, garuda, funds-x')).toMatchObject([
            { words: 'garudo', replacement: 'garuda' },
            { words: 'funds-x' },
        ]);
    });

    it('are cheap to look up, however many are broken', () => {
        const programs = Array.from(
            { length: 5000 },
            (_, i) => `program p${i}-${(i * 7919) % 1000} "P" { after q${i}-${(i * 104729) % 1000} }`,
        );
        const start = performance.now();
        expect(found('unresolved-reference', programs.join('\n'))).toHaveLength(5000);
        console.log(`5,000 broken references in 5,000 programs: ${(performance.now() - start).toFixed(0)} ms`);
    });

    it('take their names from nobody’s prototype', () => {
        for (const name of ['constructor', '__proto__', 'toString']) {
            const text =
                `program a "A" { owner ${name} needs ${name} after ${name} element ${name} raises ${name} to 4 budget 2020 Rp 1 juta from ${name} }\n` +
                `waive ${name} for ${name} because "R" by ${name}`;
            expect(found('unresolved-reference', text)).toHaveLength(9);
            expect(found('unknown-library', `use ${name}`)).toHaveLength(1);
        }
    });

    it('fit a name that is declared twice if one of its declarations does', () => {
        const text = 'opd a "A"\nprogram a "A"\nprogram b "B" { owner a after a needs a }';
        expect(found('duplicate-name', text)).toHaveLength(2);
        expect(found('wrong-reference-kind', text).map(({ words }) => words)).toEqual(['a']);
    });

    it('inside of something without a name are not reported on top of that', () => {
        const { findings } = checkOf('opd o "O"\nprogram "A" { owner o activity x "X" { after y } activity y "Y" }');
        expect(findings.filter(({ rule }) => FIXED_RULES.has(rule)).map(({ rule }) => rule)).toEqual(['syntax-error']);
    });
});

describe('duplicate names', () => {
    it('name all others, wherever they are', () => {
        const { findings } = checkOf({ 'a.smartcity': 'opd x "1"', 'b.smartcity': 'opd x "2"\nfund x "3"' });
        const doubles = findings.filter(({ rule }) => rule === 'duplicate-name');
        expect(
            doubles.map(({ at, subjects, related }) => [at.file, subjects, related.map((each) => each.at.file)]),
        ).toEqual(
            [
                ['a.smartcity', ['x'], ['b.smartcity', 'b.smartcity']],
                ['b.smartcity', ['x'], ['b.smartcity', 'a.smartcity']],
                ['b.smartcity', ['x'], ['a.smartcity', 'b.smartcity']],
            ].map(([file, subjects, related]) => [file, subjects, expect.arrayContaining(related as string[])]),
        );
    });

    it('of two libraries are reported where they are used', () => {
        const { findings } = checkOf('use kominfo, kominfo-a');
        for (const { at } of findings.filter(({ rule }) => rule === 'duplicate-name')) {
            expect(at.file).toBe('plan.smartcity');
        }
    });
});

describe('waivers', () => {
    const PLAN = 'opd o "O"\nprogram a "A" { owner o }\nprogram b "B" { owner o }\n';

    it('of unused waivers are used when there is one', () => {
        const waived = `${PLAN}waive missing-owner for a because "R" by o\nwaive unused-waiver for a because "R" by o`;
        expect(
            checkOf(waived)
                .findings.filter(({ rule }) => rule === 'unused-waiver')
                .map((finding) => finding.waived?.because),
        ).toEqual(['R']);
        expect(found('unused-waiver', `${PLAN}waive unused-waiver for b because "R" by o`)).toHaveLength(1);
    });

    it('meet findings of rules that are switched off, and those that another waiver meets too', () => {
        const text = `${PLAN}waive missing-kpi for a because "R" by o\nwaive missing-kpi for a because "S" by o`;
        expect(found('unused-waiver', text)).toEqual([]);
        expect(
            checkOf(text, { rules: { 'missing-kpi': 'off' } }).findings.filter(({ rule }) => rule === 'unused-waiver'),
        ).toEqual([]);
    });

    it('of a fixed rule meet nothing', () => {
        const text = 'program a "A" { owner o }\nopd p "P"\nwaive unresolved-reference for a because "R" by p';
        expect(found('unused-waiver', text)).toHaveLength(1);
        expect(checkOf(text).findings.find(({ rule }) => rule === 'unresolved-reference')?.waived).toBeNull();
    });
});
