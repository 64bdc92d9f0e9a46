import { describe, expect, it } from 'vitest';
import { fixAll, fixesOf } from '../../src/fixes/fixes.ts';
import { SHIPPED } from '../format/texts.ts';
import { day } from '../support.ts';
import { applied, newFixed, type Trial, tryPlan } from './trial.ts';

type Texts = Readonly<Record<string, string>>;

function texts(files: Texts | string): Texts {
    return typeof files === 'string' ? { a: files } : files;
}

function offers(trial: Trial, rule: string) {
    return trial.checked.findings
        .filter((finding) => finding.rule === rule)
        .flatMap((finding) => fixesOf(trial.checked, finding, (file) => trial.files[file]));
}

/** The texts after the fix of a rule's first finding whose title begins so; the titles offered when there is none. */
function fix(files: Texts | string, rule: string, title: string, today?: number): string | readonly string[] {
    const trial = tryPlan(texts(files), {}, today);
    const found = offers(trial, rule);
    const chosen = found.find(({ title: { en } }) => en.startsWith(title));
    if (chosen === undefined) {
        return found.map((each) => each.title.en);
    }
    const after = applied(trial, chosen.edits).files;
    return Object.keys(after).length === 1 ? Object.values(after)[0]! : Object.values(after).join('----\n');
}

const CITY = `opd x "X" { mandate "2.16" }
opd y "Y" { mandate "2.15" }
`;

describe('names', () => {
    it('are declared below the last of their kind', () => {
        expect(fix(`${CITY}\nprogram a "A" { owner dishub }\n`, 'unresolved-reference', 'Declare `dishub`')).toBe(
            `${CITY.trimEnd()}\nopd dishub "Dishub"\n\nprogram a "A" { owner dishub }\n`,
        );
    });

    it('are declared below what asks for them where none of their kind is there', () => {
        expect(
            fix('program a "A" {\n    needs road-map\n}\n', 'unresolved-reference', 'Declare `road-map` as a dataset'),
        ).toBe('program a "A" {\n    needs road-map\n}\ndata road-map "Road map"\n');
    });

    it('come from a library, added to the `use` there is or to a new one', () => {
        const program = 'program a "A" { budget 2020 Rp 1 juta from apbd }\n';
        expect(fix(`// A city.\n${program}`, 'unresolved-reference', 'Use the library `funds`')).toBe(
            `// A city.\nuse funds\n\n${program}`,
        );
        expect(fix({ a: program, b: 'use garuda\n' }, 'unresolved-reference', 'Use the library')).toBe(
            `${program}----\nuse garuda, funds\n`,
        );
    });

    it('of elements are declared in their dimension', () => {
        expect(
            fix(
                'dimension living "Living" { element health "Sehat" }\nprogram a "A" { element living.mobility }\n',
                'unresolved-reference',
                'Declare the element',
            ),
        ).toBe(
            'dimension living "Living" { element health "Sehat"  element mobility "Mobility" }\nprogram a "A" { element living.mobility }\n',
        );
    });

    it('of another kind move to the clause that takes them', () => {
        expect(
            fix('program a "A" {\n    needs b\n}\nprogram b "B"\n', 'wrong-reference-kind', 'Move `b` to `after`'),
        ).toBe('program a "A" {\n    after b\n}\nprogram b "B"\n');
    });
});

describe('clauses', () => {
    it('are added where they belong, as their neighbours are indented', () => {
        const program = (clauses: string) => `${CITY}program a "A" {\n${clauses}}\n`;
        expect(
            fix(
                program('  duration 1 month // short\n\n  // Money.\n  budget 2020 Rp 1 juta\n'),
                'missing-owner',
                'Add `owner x`',
            ),
        ).toBe(program('  owner x\n  duration 1 month // short\n\n  // Money.\n  budget 2020 Rp 1 juta\n'));
        expect(
            fix(
                program('    duration 1 month // short\n    activity b "B" {\n        duration 1 month\n    }\n'),
                'missing-kpi',
                'Add',
            ),
        ).toBe(
            program(
                '    duration 1 month // short\n    kpi result "Indikator hasil" unit "%" from 0 to 100 by 1970\n    activity b "B" {\n        duration 1 month\n    }\n',
            ),
        );
    });

    it('open a block where there is none, fill an empty one, and keep the line ends', () => {
        expect(fix(`${CITY}program a "A"\n`, 'missing-owner', 'Add `owner x`')).toBe(
            `${CITY}program a "A" {\n    owner x\n}\n`,
        );
        expect(fix(`${CITY}program a "A" {}\r\n\r\n\r\n\r\n`, 'missing-owner', 'Add `owner x`')).toBe(
            `${CITY}program a "A" { owner x }\r\n\r\n\r\n\r\n`,
        );
        expect(fix(`${CITY}program a "A"\r\n\r\n\r\n\r\n`, 'missing-owner', 'Add `owner x`')).toBe(
            `${CITY}program a "A" {\r\n    owner x\r\n}\r\n\r\n\r\n\r\n`,
        );
    });

    it('break a line that would get too long', () => {
        const title = 'Sistem informasi pelayanan perizinan dan pengaduan masyarakat kota';
        expect(fix(`${CITY}program a "${title}" { duration 1 month }\n`, 'missing-owner', 'Add `owner x`')).toBe(
            `${CITY}program a "${title}" {\n    owner x\n    duration 1 month\n}\n`,
        );
    });

    it('that stand twice are joined, or one goes with its line', () => {
        const twice =
            'opd x "X"\nopd y "Y"\nprogram a "A" {\n    partners x\n    // both\n    partners y, x\n    quick-win\n}\n';
        expect(fix(twice, 'repeated-clause', 'Join')).toBe(
            'opd x "X"\nopd y "Y"\nprogram a "A" {\n    partners x, y\n    // both\n    quick-win\n}\n',
        );
        expect(fix('program a "A" { quick-win  quick-win }\n', 'repeated-clause', 'Delete')).toBe(
            'program a "A" { quick-win }\n',
        );
    });
});

describe('dates', () => {
    const wait = (dates: string) =>
        `program a "A" {\n    ${dates}\n    after b\n}\nprogram b "B" { during 2020..2020-06 }\n`;

    it('move to the first day that works, and keep the length', () => {
        const rule = 'starts-before-dependency';
        expect(fix(wait('start 2020\n    duration 1 year'), rule, 'Start on 2020-07-01')).toBe(
            wait('start 2020-07\n    duration 1 year'),
        );
        expect(fix(wait('during 2020..2021'), rule, 'Move it')).toBe(wait('during 2020-07..2022-06'));
        expect(fix(wait('during 2020-01-15..2020-01-20'), rule, 'Move it')).toBe(wait('during 2020-07..2020-07-06'));
        expect(fix(wait('start 2020\n    duration 1 year'), rule, 'Do not wait')).toBe(
            'program a "A" {\n    start 2020\n    duration 1 year\n}\nprogram b "B" { during 2020..2020-06 }\n',
        );
    });

    it('are not offered for what has begun already', () => {
        expect(fix(wait('started 2020\n    duration 1 year'), 'starts-before-dependency', 'Start')).toEqual([
            'Do not wait for `b`',
        ]);
    });

    it('of targets move to when the plan gets there', () => {
        const plan = (by: string) =>
            `use garuda\n${CITY}masterplan m "M" {\n    period 2020..2029\n    actual garuda 3 at 2019\n    target garuda.governance 4 by ${by}\n    target garuda.living 4 by 2021\n    actual garuda.living 4 at 2022-05\n}\nprogram a "A" {\n    during 2021..2022-06\n    raises garuda.governance to 4\n}\n`;
        const moved = fix(plan('2021'), 'misses-target', 'Move the target to 2022-06,');
        expect(moved).toBe(plan('2022-06'));
        const measured = fix(plan('2021'), 'misses-target', 'Move the target to 2022-05,');
        expect(measured).toBe(plan('2021').replace('garuda.living 4 by 2021', 'garuda.living 4 by 2022-05'));
        for (const text of [moved, measured]) {
            expect(
                tryPlan({ a: String(text) }).checked.findings.filter(({ rule }) => rule === 'misses-target'),
            ).toHaveLength(1);
        }
    });

    it('turn round', () => {
        expect(fix('program a "A" { during 2022..2020-Q1 }\n', 'invalid-value', 'Turn it round')).toBe(
            'program a "A" { during 2020-Q1..2022 }\n',
        );
        expect(fix('program a "A" { duration 12..6 months }\n', 'invalid-value', 'Replace')).toBe(
            'program a "A" { duration 6..12 months }\n',
        );
    });
});

describe('waivers', () => {
    const plan = `${CITY}program a "A" { owner y }\n`;

    it('are written below what they accept, by who answers for it', () => {
        const waived = fix(plan, 'missing-kpi', 'Waive');
        expect(waived).toBe(`${plan}\nwaive missing-kpi for a\n    because "Tulis alasannya di sini"\n    by y\n`);
        const { findings } = tryPlan({ a: String(waived) }).checked;
        expect(findings.find(({ rule }) => rule === 'missing-kpi')?.waived?.by).toBe('y');
    });

    it('are offered for no finding that cannot be waived, or that is', () => {
        const trial = tryPlan({ a: `${plan}waive missing-kpi for a because "x" by z\n` });
        expect(offers(trial, 'unresolved-reference').map(({ title }) => title.en)).not.toContainEqual(
            expect.stringContaining('Waive'),
        );
        expect(offers(trial, 'missing-kpi')).toEqual([]);
    });

    it('past their day get another year', () => {
        const expired = (until: string) => `${plan}waive missing-kpi for a\n    because "x"\n    by y until ${until}\n`;
        expect(fix(expired('2020'), 'expired-waiver', 'Extend', day('2026-05-01'))).toBe(expired('2027'));
    });
});

describe('agencies', () => {
    it('become partners, in a list that there is or a new one', () => {
        const plan = (partners: string) =>
            `${CITY}data d "D" {\n    producer y\n    since 2015\n}\nprogram a "A" {\n    owner x\n${partners}    needs d\n}\n`;
        expect(fix(plan(''), 'uncoordinated-dependency', 'Add `y` as a partner')).toBe(plan('    partners y\n'));
        expect(fix(`opd z "Z"\n${plan('    partners z // they help\n')}`, 'uncoordinated-dependency', 'Add `y`')).toBe(
            `opd z "Z"\n${plan('    partners z, y // they help\n')}`,
        );
    });

    it('integrate each other’s applications', () => {
        const plan = (b: string) =>
            `${CITY}service s "S" { owner x }\napplication a "A" { owner x  supports s }\napplication b "B" { owner y  supports s${b} }\n`;
        expect(fix(plan(''), 'duplicate-application', 'Let `b` integrate `a`')).toBe(plan('  integrates a'));
    });

    it('hand a program over, or widen a mandate', () => {
        const plan = (mandate: string, owner: string) =>
            `opd x "X" { mandate "2.16" }\nopd y "Y" { mandate ${mandate} }\nprogram a "A" { owner ${owner}  code "2.16.03" }\n`;
        expect(fix(plan('"2.15"', 'y'), 'code-outside-mandate', 'Hand')).toBe(plan('"2.15"', 'x'));
        expect(fix(plan('"2.15"', 'y'), 'code-outside-mandate', 'Add')).toBe(plan('"2.15", "2.16"', 'y'));
    });

    it('resolve what they have raised, and answer what comes', () => {
        const plan = (clauses: string) =>
            `use smart-city-100\n${CITY}program a "A" { owner x  element living.mobility${clauses} }\nobstacle o "O" { raised-by x }\ndriver d "D" { impact negative living.mobility }\n`;
        expect(fix(plan(''), 'unresolved-obstacle', 'Add `resolves o` to `a`')).toBe(plan('  resolves o'));
        expect(fix(plan(''), 'unaddressed-impact', 'Add `responds-to d` to `a`')).toBe(plan('  responds-to d'));
    });

    it('have their short programs made quick wins', () => {
        const plan = (mark: string) =>
            `use smart-city-100\n${CITY}program a "A" { owner x  element living.mobility  duration 6 months${mark} }\n`;
        const trial = tryPlan({ a: plan('') });
        const titles = offers(trial, 'no-quick-win').map(({ title }) => title.en);
        expect(titles).toContain('Make `a` a quick win');
        expect(fix(plan(''), 'no-quick-win', 'Make')).toBe(plan('  quick-win'));
    });
});

describe('fix all', () => {
    it('makes every safe change at once, and nothing else', () => {
        const plan = `${CITY}audience people “Warga”
program a "A" {
    owner x;
    quick-win
    quick-win
    budget 2020 Rp 1.250.000.000
    budget 2021 Rp 850 jt
}
waive idle-raise for a because "x" by y
`;
        const trial = tryPlan({ a: plan });
        const edits = fixAll(trial.checked, (file) => trial.files[file]);
        const after = applied(trial, edits);
        expect(after.files.a).toBe(`${CITY}audience people "Warga"
program a "A" {
    owner x
    quick-win
    budget 2020 Rp 1.25 miliar
    budget 2021 Rp 850 juta
}
`);
        expect(newFixed(trial, after, '')).toEqual([]);
        expect(fixAll(after.checked, (file) => after.files[file])).toEqual([]);
    });

    it.each(SHIPPED)('finds nothing to change in %s', (_, text) => {
        const trial = tryPlan({ a: text });
        const edits = fixAll(trial.checked, () => text);
        expect(edits.filter(({ text: words }) => words !== '')).toEqual([]);
    });
});
