import { expect, test } from 'vitest';
import { folder, run } from './run.ts';

const PLAN = `masterplan kota "Kota \\"Uji\\"" { period 2020..2024 }
opd dinkes "Dinas Kesehatan"
program a "Kartu sehat" { owner dinkes  during 2021..2021 }
program b "Kartu sehat" { during 2019..2021 }
waive missing-owner for b because "Menunggu perda baru" by dinkes until 2099
`;

test.each([
    ['a plan with findings, places and a waiver', { 'a.smartcity': PLAN }],
    [
        'a plan without any',
        { 'a.smartcity': 'fund apbd "APBD" { description "x" }\nmasterplan m "M" { period 2020..2024 }\n' },
    ],
])('check writes its JSON piece by piece as it would be written at once: %s', (_, files) => {
    const { out } = run(folder(files), 'check', '--format', 'json', '--today', '2021-01-31');
    expect(out).toBe(`${JSON.stringify(JSON.parse(out), null, 2)}\n`);
});
