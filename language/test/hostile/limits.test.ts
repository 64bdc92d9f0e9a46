import { expect, test } from 'vitest';
import { folder, run } from '../cli/run.ts';

/** Every kind of declaration by a name that all objects of the engine have; each refers to others by such names. */
const NAMES = `use smart-city-100, garuda
masterplan __proto__ "M" { period 2020..2024  target hasOwnProperty 2 by 2022 }
dimension valueOf "D" { element isPrototypeOf "E" }
framework hasOwnProperty "F" { scale 1..3  level 1 "A"  level 2 "B"  level 3 "C"  aggregate mean
    indicator toLocaleString "I" measures valueOf }
opd constructor "Dinas A" { mandate "2.16" }
opd toString "Dinas B" { mandate "1.02" }
audience __defineGetter__ "Warga"
service prototype "Layanan" { owner constructor  serves __defineGetter__ }
data __lookupGetter__ "Data" { producer toString }
application __defineSetter__ "Aplikasi" { owner constructor  since 2019 }
infrastructure __lookupSetter__ "Serat optik" { owner toString  area "Kota" }
fund propertyIsEnumerable "APBD"
driver length "Jalan tol" { when 2021 }
obstacle name "Anggaran"
program caller "Program" {
    owner constructor  partners toString  during 2020..2021  element valueOf.isPrototypeOf
    delivers prototype  needs __lookupGetter__, __defineSetter__  funds propertyIsEnumerable
    budget 2020 Rp 1 miliar from propertyIsEnumerable
    raises hasOwnProperty.toLocaleString 1 to 2
    kpi arguments "Ukuran" unit "jam" from 2 to 1 by 2021
}
program callee "Program lain" { owner toString  after caller  duration 3 months }
scenario apply "Terlambat" { delay caller by 3 months  drop callee }
waive missing-kpi for callee because "nanti" by constructor until 2030
`;

test.each([
    ['check'],
    ['check', '--format', 'sarif'],
    ['check', '--scenario', 'apply'],
    ['roadmap'],
    ['roadmap', '--scenario', 'apply', '--format', 'json'],
    ['maturity'],
    ['maturity', '--format', 'json'],
    ['why', 'caller'],
    ['why', 'callee'],
    ['render', '--out', 'out'],
    ['format', '--check'],
    ['print-config'],
])('names that all objects have are names like others: %s %s %s', (...words) => {
    const cwd = folder({ 'smartcity.json': '{}', 'plan.smartcity': NAMES });
    const { status, out, err } = run(cwd, ...words);
    expect(err).not.toMatch(/internal error|\n\s+at /);
    expect([0, 1]).toContain(status);
    expect(out).not.toMatch(/\bundefined\b|\[object |function \w*\(\)/);
});

test('a declared name of all objects resolves, and one that is not declared does not', () => {
    const plan = 'opd constructor "A"\nprogram p "P" { owner constructor  partners toString  during 2020 }';
    const { out } = run(
        folder({ 'plan.smartcity': plan }),
        'check',
        '--format',
        'json',
        '--only',
        'unresolved-reference',
    );
    const { findings } = JSON.parse(out);
    expect(findings.map(({ subjects }: { readonly subjects: readonly string[] }) => subjects)).toEqual([['p']]);
    expect(findings[0].message).toContain('`toString`');
});

test.each([
    ['one line of ten megabytes', `program p "${'x'.repeat(10_000_000)}" { owner a }`],
    ['blocks that nest five thousand deep', `${'program p "P" {\n'.repeat(5_000)}${'}\n'.repeat(5_000)}`],
    ['blocks that open a hundred thousand times', 'program p "P" { '.repeat(100_000)],
    ['closing braces alone', '}'.repeat(100_000)],
    ['one name ten thousand times, in one line', 'program p "P" { owner a } '.repeat(10_000)],
])('%s end with findings that have a place', (_, text) => {
    const { status, out, err } = run(folder({ 'plan.smartcity': text }), 'check');
    expect(err).not.toMatch(/internal error|heap|\n\s+at /);
    expect(status).toBe(1);
    expect(out).toMatch(/--> plan\.smartcity:1:\d+/);
});

test('of a name that stands a thousand times a finding shows twenty others, whichever it stands at', () => {
    const plan = 'opd a "A"\n'.repeat(1_000);
    const { out } = run(folder({ 'plan.smartcity': plan }), 'check', '--format', 'json', '--only', 'duplicate-name');
    const { findings } = JSON.parse(out);
    expect(findings).toHaveLength(1_000);
    for (const { line, related } of findings) {
        expect(related).toHaveLength(20);
        expect(related.map((each: { readonly line: number }) => each.line)).not.toContain(line);
    }
});

test.each([['999'], ['10001'], ['1e9'], ['-1'], ['']])(
    'a simulation of "%s" runs is refused with its limits',
    (runs) => {
        const cwd = folder({ 'plan.smartcity': 'opd a "A"\n' });
        const { status, out, err } = run(cwd, 'roadmap', `--runs=${runs}`);
        expect({ status, out }).toEqual({ status: 2, out: '' });
        expect(err).toContain('Write a whole number from 1000 to 10000.');
    },
);
