import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/plan/assemble.ts';
import { DEFAULT_CONFIG } from '../../src/plan/config.ts';
import type { Fragment } from '../../src/plan/fragment.ts';
import { find, type Plan } from '../../src/plan/plan.ts';
import { readFragment } from '../../src/syntax/read.ts';
import { textOf } from '../support.ts';

/** Libraries of the tests: `all` brings `base` along, `ring` and `round` each other. */
const LIBRARIES: Readonly<Record<string, string>> = {
    base: 'fund apbd "APBD"\ndimension governance "G" { element service "S" }',
    all: 'use base\nopd dishub "Dishub"',
    ring: 'use round\nfund ring "R"',
    round: 'use ring\nfund round "R"',
    lost: 'use nowhere\nfund lost "L"',
};

function library(name: string): Fragment | undefined {
    return Object.hasOwn(LIBRARIES, name) ? readFragment(`library:${name}`, LIBRARIES[name]!, name) : undefined;
}

function plan(...files: readonly (readonly [string, string])[]): Plan {
    return assemble(
        '.',
        DEFAULT_CONFIG,
        files.map(([file, text]) => readFragment(file, text)),
        library,
    );
}

/** A plan without the places of what it says, and without the files. */
function said(of: Plan): unknown {
    const { fragments, libraries, libraryPlaces, shelf, ...rest } = of;
    return JSON.parse(
        JSON.stringify(
            { ...rest, names: [...rest.names.entries()].sort(([a], [b]) => (a < b ? -1 : 1)) },
            (key, value) => (['at', 'clause', 'whole'].includes(key) ? undefined : value),
        ),
    );
}

const FILES: readonly (readonly [string, string])[] = [
    ['opd.smartcity', 'opd dishub "Dishub"\nopd b "B"\nopd dishub "Dinas Perhubungan"'],
    [
        'programs/a.smartcity',
        'program p "P" { owner dishub activity x "X" activity x "Y" }\nmasterplan m "M" { period 2020 }',
    ],
    [
        'programs/b.smartcity',
        'program dishub "D"\nmasterplan k "K" { period 2021 }\nwaive r for p because "2" by b\nwaive r for p because "1" by b',
    ],
];

describe('a plan', () => {
    it('is the same in whatever order its files come, and whatever they are called', () => {
        const [a, b, c] = FILES as [(typeof FILES)[0], (typeof FILES)[0], (typeof FILES)[0]];
        const once = said(plan(a, b, c));
        expect(said(plan(c, b, a))).toEqual(once);
        expect(said(plan(b, c, a))).toEqual(once);
        expect(said(plan(['z', a[1]], ['y', b[1]], ['x', c[1]]))).toEqual(once);
        expect(said(plan(['one', `${c[1]}\n${a[1]}\n${b[1]}`]))).toEqual(once);
    });

    it('lists everything by name', () => {
        const { opds, programs, masterplans, waivers, fragments } = plan(...FILES);
        expect(opds.map(({ name, title }) => `${name} ${title}`)).toEqual(['b B', 'dishub Dinas Perhubungan']);
        expect(programs.map(({ name }) => name)).toEqual(['p']);
        expect(masterplans.map(({ name }) => name)).toEqual(['k', 'm']);
        expect(waivers.map(({ because }) => because?.value)).toEqual(['1', '2']);
        expect(fragments.map(({ file }) => file)).toEqual([
            'opd.smartcity',
            'programs/a.smartcity',
            'programs/b.smartcity',
        ]);
    });

    it('knows what is declared twice, nested names too', () => {
        expect(
            plan(...FILES).duplicates.map(({ name, declarations }) => [
                name,
                declarations.map(({ kind, title }) => `${kind} ${title}`),
            ]),
        ).toEqual([
            ['dishub', ['opd Dinas Perhubungan', 'opd Dishub', 'program D']],
            ['p.x', ['activity X', 'activity Y']],
        ]);
    });

    it('may be empty', () => {
        expect(plan()).toMatchObject({ masterplan: undefined, programs: [], duplicates: [], fragments: [] });
        expect(plan(['a', ''])).toMatchObject({ masterplan: undefined, programs: [] });
    });

    it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
        'takes %s for a name like any other',
        (name) => {
            const found = plan([
                'a',
                `program ${name} "P" { owner ${name}-opd after ${name} activity ${name} "X" { after ${name} } }\nopd ${name}-opd "O"`,
            ]);
            expect(found.duplicates).toEqual([]);
            expect(found.programs.map((each) => each.name)).toEqual([name]);
            const [program] = found.programs;
            expect(find(found, program!.owner!.ref, 'opd')?.title).toBe('O');
            expect(find(found, program!.after!.items[0]!.ref, 'program')).toBe(program);
            expect(find(found, program!.activities[0]!.after!.items[0]!.ref, 'activity')?.title).toBe('X');
            expect(plan(['a', 'opd b "B"']).names.get(name)).toBeUndefined();
        },
    );
});

describe('libraries', () => {
    it('come with the libraries they use themselves', () => {
        const found = plan(['a', 'use all']);
        expect(found.libraries.map((each) => each.library)).toEqual(['all', 'base']);
        expect([...found.names.keys()].sort()).toEqual(['apbd', 'dishub', 'governance', 'governance.service']);
        expect(found.opds[0]!.library).toBe('all');
    });

    it('may be used by several files, twice, and by each other', () => {
        expect(plan(['a', 'use all, base\nuse all'], ['b', 'use base']).libraries.map((each) => each.library)).toEqual([
            'all',
            'base',
        ]);
        expect(plan(['a', 'use ring']).funds.map(({ name }) => name)).toEqual(['ring', 'round']);
    });

    it('that do not exist are left out', () => {
        expect(plan(['a', 'use nowhere, base, constructor']).libraries.map((each) => each.library)).toEqual(['base']);
        expect(plan(['a', 'use lost']).libraries.map((each) => each.library)).toEqual(['lost']);
    });

    it('have their place where the plan names them first, or what brings them along', () => {
        const text = 'use all\nuse base';
        const named = plan(['a', text]).libraryPlaces;
        expect([...named].map(([name, { at }]) => [name, text.slice(at.start, at.end)])).toEqual([
            ['all', 'all'],
            ['base', 'base'],
        ]);
        const brought = plan(['b', 'use all'], ['a', 'opd x "X"']).libraryPlaces;
        expect(brought.get('base')).toMatchObject({ name: 'all', at: { file: 'b' } });
    });

    it('come first: of two declarations with one name theirs stands for it', () => {
        const found = plan(['a', 'use all\nopd dishub "A"']);
        expect(found.opds.map(({ title }) => title)).toEqual(['Dishub']);
        expect(found.duplicates[0]!.declarations.map((each) => each.library)).toEqual(['all', undefined]);
    });

    it('that ship are read without a problem, and refer to nothing that is missing', () => {
        const names = textOf('seeds/README.md').matchAll(/^\| `([a-z0-9-]+)` \|/gm);
        expect([...names].length).toBeGreaterThan(5);
    });
});
