import type { Config } from '../../plan/config.ts';
import type { Declaration } from '../../plan/declarations/declaration.ts';
import { KINDS } from '../../plan/kinds.ts';
import type { Message } from '../../plan/message.ts';
import type { Origin } from '../../plan/origin.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Comparison, change, type Pair } from './comparison.ts';
import type { Change } from './diff-types.ts';
import { meaningOf } from './meaning.ts';
import { code, codes, titled } from './wording.ts';

/** Every kind of declaration that a file can hold. */
const ALL: readonly Declaration['kind'][] = [
    'masterplan',
    'opd',
    'fund',
    'audience',
    'area',
    'dimension',
    'framework',
    'service',
    'data',
    'application',
    'infrastructure',
    'program',
    'driver',
    'obstacle',
    'scenario',
];

/** Clauses whose changes are told where they matter. */
const TOLD: ReadonlySet<string> = new Set([
    'owner',
    'producer',
    'partners',
    'budgets',
    'finishBy',
    'cancelled',
    'targets',
    'noneOf',
    'ceilings',
]);

/** What a program with other dates has been told of already. */
const DATES: ReadonlySet<string> = new Set([
    'start',
    'earliest',
    'during',
    'duration',
    'started',
    'finished',
    'activities',
]);

/** Clauses by the words of the language. */
const WORDS: Readonly<Record<string, string>> = {
    activities: 'activity',
    actuals: 'actual',
    bands: 'band',
    delays: 'delay',
    domains: 'domain',
    drops: 'drop',
    elements: 'element',
    impacts: 'impact',
    indicators: 'indicator',
    kpis: 'kpi',
    levels: 'level',
    quickWin: 'quick-win',
    raisedBy: 'raised-by',
    respondsTo: 'responds-to',
};

/**
 * Everything else that is written otherwise: what the city has and names, clauses that move neither dates nor money, the
 * libraries and the settings. So nothing that changed goes unmentioned. `moved` names the programs with other dates.
 */
export function compareWriting(comparison: Comparison, moved: ReadonlySet<string>): Change[] {
    return [
        ...ALL.flatMap((kind) => compareKind(comparison, kind, moved)),
        ...compareLibraries(comparison),
        ...compareSettings(comparison),
    ];
}

function compareKind(comparison: Comparison, kind: Declaration['kind'], moved: ReadonlySet<string>): Change[] {
    const { both, gone, fresh } = comparison.of(kind);
    const what = KINDS[kind];
    const whole = ({ name, title }: Declaration): string => code(name) + titled(title);
    const parts = { topic: 'writing' as const, facts: { what: kind } };
    const changes: Change[] = both.flatMap((pair) => edited(comparison, pair, moved));
    if (kind === 'program') {
        return changes;
    }
    for (const each of fresh) {
        const sentence = { en: `${whole(each)} is new, ${what.en}.`, id: `${whole(each)} baru, ${what.id}.` };
        changes.push(
            change({ kind: 'added', subjects: [each.name], sentence, base: undefined, head: each.at, ...parts }),
        );
    }
    for (const each of gone) {
        const sentence = {
            en: `${whole(each)}, ${what.en}, is gone.`,
            id: `${whole(each)}, ${what.id}, tidak ada lagi.`,
        };
        changes.push(
            change({ kind: 'removed', subjects: [each.name], sentence, base: each.at, head: undefined, ...parts }),
        );
    }
    for (const { base, head } of both) {
        if (base.name !== head.name) {
            const sentence = {
                en: `${code(base.name)}, ${what.en}, is now called ${code(head.name)}.`,
                id: `${code(base.name)}, ${what.id}, kini bernama ${code(head.name)}.`,
            };
            const facts = { what: kind, was: base.name };
            changes.push(
                change({
                    ...parts,
                    kind: 'renamed',
                    subjects: [head.name],
                    sentence,
                    base: base.at,
                    head: head.at,
                    facts,
                }),
            );
        }
    }
    return changes;
}

function edited({ names }: Comparison, { base, head }: Pair<Declaration>, moved: ReadonlySet<string>): Change[] {
    const was = meaningOf(base, (name) => names.head(name));
    const is = meaningOf(head, (name) => name);
    const keys = [...new Set([...was.keys(), ...is.keys()])]
        .filter((key) => was.get(key) !== is.get(key) && !TOLD.has(key) && !(moved.has(head.name) && DATES.has(key)))
        .sort();
    if (keys.length === 0) {
        return [];
    }
    const clauses = keys.map((key) => WORDS[key] ?? key);
    return [
        change({
            kind: 'edited',
            topic: 'writing',
            subjects: [head.name],
            sentence: {
                en: `${code(head.name)} is described otherwise: ${codes(clauses).en}.`,
                id: `Isi ${code(head.name)} berubah: ${codes(clauses).id}.`,
            },
            base: placeOf(base, keys),
            head: placeOf(head, keys),
            facts: { what: head.kind, clauses },
        }),
    ];
}

/** The first of some clauses that has a place of its own. */
function placeOf(declaration: Declaration, keys: readonly string[]): Origin {
    for (const key of keys) {
        const value = (declaration as unknown as Readonly<Record<string, unknown>>)[key];
        const clause = (Array.isArray(value) ? value[0] : value) as { readonly clause?: Origin } | undefined;
        if (typeof clause === 'object' && clause.clause !== undefined) {
            return clause.clause;
        }
    }
    return declaration.at;
}

function compareLibraries({ base, head, whole }: Comparison): Change[] {
    const [was, is] = [base.analysis.plan.libraryPlaces, head.analysis.plan.libraryPlaces];
    return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((name): Change[] => {
        if (was.has(name) === is.has(name)) {
            return [];
        }
        return [
            change({
                kind: is.has(name) ? 'added' : 'removed',
                topic: 'writing',
                subjects: [name],
                sentence: is.has(name)
                    ? {
                          en: `The plan now uses the library ${code(name)}.`,
                          id: `Rencana kini memakai pustaka ${code(name)}.`,
                      }
                    : {
                          en: `The plan no longer uses the library ${code(name)}.`,
                          id: `Rencana tidak lagi memakai pustaka ${code(name)}.`,
                      },
                base: was.get(name)?.at ?? whole.base,
                head: is.get(name)?.at ?? whole.head,
                facts: { what: 'library' },
            }),
        ];
    });
}

/** Settings that change what is found or how bad it is. */
function compareSettings({ base, head }: Comparison): Change[] {
    const [was, is] = [base.analysis.plan, head.analysis.plan];
    const changes: Change[] = [];
    const add = (key: string, sentence: Message): void => {
        changes.push(
            change({
                kind: 'settings-changed',
                topic: 'writing',
                subjects: [],
                sentence,
                base: settingsOf(was),
                head: settingsOf(is),
                facts: { setting: key },
            }),
        );
    };
    const usual: Message = { en: 'as usual', id: 'seperti biasa' };
    for (const section of ['rules', 'diff'] as const) {
        const [before, after]: readonly Readonly<Record<string, string>>[] = [was.config[section], is.config[section]];
        for (const name of [...new Set([...Object.keys(before!), ...Object.keys(after!)])].sort()) {
            if (before![name] !== after![name]) {
                const [old, now] = [before![name], after![name]];
                add(`${section}.${name}`, {
                    en: `The settings take ${code(name)} as ${now ?? usual.en}, was ${old ?? usual.en}.`,
                    id: `Pengaturan menilai ${code(name)} sebagai ${now ?? usual.id}, semula ${old ?? usual.id}.`,
                });
            }
        }
    }
    for (const key of ['failOn', 'exclude', 'baseline', 'similarity', 'locale'] as const satisfies (keyof Config)[]) {
        if (JSON.stringify(was.config[key]) !== JSON.stringify(is.config[key])) {
            add(key, { en: `The setting ${code(key)} changed.`, id: `Pengaturan ${code(key)} berubah.` });
        }
    }
    return changes;
}

function settingsOf({ root }: Plan): Origin {
    return { file: root === '.' ? 'smartcity.json' : `${root}/smartcity.json`, start: 0, end: 0 };
}
