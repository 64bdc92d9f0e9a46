import { describe, expect, it } from 'vitest';
import { formatted } from '../../src/format/format.ts';
import { refactoringsOf } from '../../src/refactor/refactorings.ts';
import { applied, newFixed, tryPlan } from '../fixes/trial.ts';
import { SHIPPED } from '../format/texts.ts';

type Texts = Readonly<Record<string, string>>;

/** The texts after the refactoring whose title begins so; `undefined` when it is not offered. */
function refactor(files: Texts | string, at: string, title: string, until = at): Texts | undefined {
    const texts = typeof files === 'string' ? { a: files } : files;
    const [file] = Object.entries(texts).find(([, text]) => text.includes(at))!;
    const trial = tryPlan(texts);
    const place = { file, start: texts[file]!.indexOf(at), end: texts[file]!.indexOf(until) };
    const found = refactoringsOf(trial.checked, place, (name) => texts[name]).find(({ title: { en } }) =>
        en.startsWith(title),
    );
    return found && applied(trial, found.edits).files;
}

describe('sorting clauses', () => {
    it('moves comments with the clause they are above or behind', () => {
        const text = `program a "A" {
    // what it brings
    delivers b
    // who does it

    owner c // since last year
    budget 2021 Rp 1 juta
    budget 2020 Rp 2 juta
    element d.e
    // the end
}
`;
        expect(refactor(text, 'delivers', 'Sort')?.a).toBe(`program a "A" {
    // who does it

    owner c // since last year
    element d.e
    // what it brings
    delivers b
    budget 2021 Rp 1 juta
    budget 2020 Rp 2 juta
    // the end
}
`);
    });

    it('keeps a block on its line', () => {
        expect(refactor('service a "A" { serves b  owner c }\n', 'serves', 'Sort')?.a).toBe(
            'service a "A" { owner c  serves b }\n',
        );
    });

    it('lays out first what has several clauses on a line', () => {
        expect(refactor('service a "A" {\n  serves b owner c }\n', 'serves', 'Sort')?.a).toBe(
            'service a "A" {\n    owner c\n    serves b\n}\n',
        );
    });

    it('is not offered where the order is right, or a declaration cannot be read', () => {
        expect(refactor('service a "A" { owner c  serves b }\n', 'serves', 'Sort')).toBeUndefined();
        expect(refactor('service a "A" { serves b owner }\n', 'serves', 'Sort')).toBeUndefined();
    });

    it.each(SHIPPED)('changes nothing of what is found in %s', (_, text) => {
        const trial = tryPlan({ a: text });
        for (const fragment of trial.checked.analysis.plan.fragments) {
            for (const { whole } of fragment.declarations) {
                const sorting = refactoringsOf(trial.checked, whole, () => text).find(
                    ({ title }) => title.en === 'Sort the clauses',
                );
                if (sorting !== undefined) {
                    const after = applied(trial, sorting.edits);
                    const prints = ({ checked }: typeof trial) =>
                        checked.findings.map((each) => each.fingerprint).sort();
                    expect(prints(after)).toEqual(prints(trial));
                    expect(formatted(after.files.a!)).toBe(after.files.a);
                }
            }
        }
    });
});

describe('dates', () => {
    const PINNED = 'program a "A" {\n    during 2021-Q1..2022\n}\n';
    const COUNTED = 'program a "A" {\n    start 2021-Q1\n    duration 2 years\n}\n';

    it('are written as start and duration, and back', () => {
        expect(refactor(PINNED, 'during', 'Write `start`')?.a).toBe(COUNTED);
        expect(refactor(COUNTED, 'start', 'Write `during`')?.a).toBe(PINNED);
    });

    it.each([
        ['2021-02-03..2021-02-09', '2021-02-03', '7 days'],
        ['2021-02..2021-02', '2021-02', '1 month'],
        ['2021-07-15..2022-01-14', '2021-07-15', '6 months'],
    ])('%s last as long as before', (during, start, duration) => {
        const text = `program a "A" { during ${during} }\n`;
        const split = refactor(text, 'during', 'Write `start`')?.a;
        expect(split).toBe(`program a "A" { start ${start}  duration ${duration} }\n`);
        const finish = (each: string) => tryPlan({ a: each }).checked.analysis.schedule.byName.get('a')?.finish;
        expect(finish(split!)).toBe(finish(text));
    });

    it('are left alone where the length is uncertain, or activities decide it', () => {
        const uncertain = 'program a "A" { start 2021  duration 6..12 months }\n';
        expect(refactor(uncertain, 'start', 'Write `during`')).toBeUndefined();
        const longer = 'program a "A" { start 2021  duration 1 month  activity b "B" { duration 9 months } }\n';
        expect(refactor(longer, 'start', 'Write `during`')).toBeUndefined();
        const over = 'program a "A" { during 2021..2021  activity b "B" { duration 2 years } }\n';
        expect(refactor(over, 'during', 'Write `start`')).toBeUndefined();
    });
});

describe('moving a declaration', () => {
    const FILES = {
        'a.smartcity':
            '// About this file.\n\nopd x "X"\n\n// The second.\nopd y "Y" { code "1" } // really\n\nopd z "Z"\n',
        'b.smartcity': 'opd w "W"\r\n',
    };

    it('takes the comment above it along, and the line ends of where it goes', () => {
        expect(refactor(FILES, 'opd y', 'Move `y` to b.smartcity')).toEqual({
            'a.smartcity': '// About this file.\n\nopd x "X"\n\nopd z "Z"\n',
            'b.smartcity': 'opd w "W"\r\n\r\n// The second.\r\nopd y "Y" { code "1" } // really\r\n',
        });
    });

    it('leaves the comment of the file where it is', () => {
        const files = { ...FILES, 'a.smartcity': '// About this file.\nopd x "X"\n' };
        expect(refactor(files, 'opd x', 'Move')?.['a.smartcity']).toBe('// About this file.\n');
    });

    it('changes nothing of what is found', () => {
        const trial = tryPlan(FILES);
        for (const { edits } of refactoringsOf(
            trial.checked,
            { file: 'a.smartcity', start: 22, end: 22 },
            (file) => FILES[file as keyof typeof FILES],
        )) {
            const prints = ({ checked }: typeof trial) => checked.findings.map((each) => each.fingerprint).sort();
            expect(prints(applied(trial, edits))).toEqual(prints(trial));
        }
    });
});

describe('extracting a service', () => {
    const text = `opd x "X"
audience people "Warga"
program a "A" { owner x  serves people }
application b "B" {
    owner x
    supports c
    serves people
}
service c "C" { owner x }
`;

    it('declares it once, and says in each who provides it', () => {
        const files = refactor(text, 'program a', 'Declare the service', 'application b');
        expect(files?.a).toBe(`opd x "X"
audience people "Warga"
program a "A" { owner x  serves people  delivers a-service }
application b "B" {
    owner x
    supports c, a-service
    serves people
}
service c "C" { owner x }

service a-service "A service" {
    owner x
    serves people
}
`);
        expect(newFixed(tryPlan({ a: text }), tryPlan(files!), '')).toEqual([]);
    });

    it('wants two programs or applications at least', () => {
        expect(refactor(text, 'program a', 'Declare the service')).toBeUndefined();
    });
});
