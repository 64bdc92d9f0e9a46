import { expect, test } from 'vitest';
import { CITY, DOUBLE, folder, json, run } from '../run.ts';

const cities = (): string =>
    folder({
        'smartcity.json': '{}',
        'a.smartcity': `${CITY}scenario late "Terlambat" { delay room by 3 months }\n`,
        'b.smartcity': DOUBLE,
    });

test('tells the chain of reasons with the clauses', () => {
    expect(run(cities(), 'why', 'line')).toMatchObject({
        status: 0,
        out: `\`line\` runs from 2020-07-01 to 2021-06-30.  b.smartcity:9:9
├─ It starts 2020-07-01: \`start 2020-07\` is written.  b.smartcity:11:5
└─ It finishes 2021-06-30: it takes 12 months.  b.smartcity:11:20

Planning simulation, not an official score.
`,
    });
    expect(run(cities(), 'why', 'room', '--scenario', 'late', '--locale', 'id').out).toContain(
        'Skenario `late` menundanya 3 months.',
    );
    expect(run(cities(), 'why', 'ladder').out).toContain(
        'The target `ladder` 3 by 2022-12-31 is missed: 2 by then, and no program leads there.',
    );
});

test('gives machines a tree', () => {
    const told = json(cities(), 'why', 'ladder.service');
    expect(told).toMatchObject({ formatVersion: 1, name: 'ladder.service', file: 'a.smartcity', line: 3 });
    expect(told.because[1]).toMatchObject({
        message: '2 on 2021-01-01: through `room`.',
        file: 'b.smartcity',
        line: 7,
        because: [{ because: [{ message: '`room` runs from 2020-07-01 to 2020-12-31.' }] }],
    });
});

test('knows nearly right names, and what has neither dates nor levels', () => {
    const err = (...words: string[]): string => run(cities(), 'why', ...words).err;
    expect(err('rom')).toBe('smartcity: Nothing is called `rom` in this plan. Did you mean `room`?\n');
    expect(err('service')).toBe(
        'smartcity: Nothing is called `service` in this plan. Did you mean `ladder.service`?\n',
    );
    expect(err('kominfo')).toContain('`kominfo` is an OPD, which has neither dates nor levels.');
    expect(err('kominfo', '--locale', 'id')).toContain('`kominfo` adalah OPD');
    expect(run(cities(), 'why', 'rom').status).toBe(2);
    expect(run(cities(), 'why').status).toBe(2);
});
