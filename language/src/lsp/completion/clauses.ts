import { any, length, list, many, name, opt, type Pattern, seq, value, word } from './pattern.ts';

/** A clause: how it goes on behind its keyword, and whether it may stand often. */
export interface ClauseShape {
    readonly pattern: Pattern;
    readonly often: boolean;
}

const once = (...parts: readonly Pattern[]): ClauseShape => ({ pattern: seq(...parts), often: false });
const often = (...parts: readonly Pattern[]): ClauseShape => ({ pattern: seq(...parts), often: true });

const date = value('date');
const text = value('text');
const named = [value('new name'), text];
const spanned = [value('span'), opt(word('..'), date)];

const NOTES = { description: once(text), source: once(text) };
const LIFE = { since: once(date), until: once(date) };
const OWNER = once(name('opd'));
const AREA = once(list(any(name('area'), text)));
const CEILING = often(value('year'), value('money'));
const LEVEL = often(value('level'), opt(text), opt(word('barred-by'), list(name('rule'))));
const DURATION = once(length);
const WEIGHT = once(value('number'));
const MEASURES = once(name('dimension'));

/** The clauses of every kind of declaration, in the order in which they are offered. */
export const CLAUSES: Readonly<Record<string, Readonly<Record<string, ClauseShape>>>> = {
    masterplan: {
        region: once(text),
        code: once(text),
        period: once(...spanned),
        tagline: once(text),
        vision: once(text),
        target: often(
            any(seq(word('none-of'), list(name('rule'))), seq(name('measure'), value('level'))),
            word('by'),
            date,
            opt(word('source'), text),
        ),
        actual: often(name('measure'), value('level'), word('at'), date, opt(word('source'), text)),
        ceiling: CEILING,
        ...NOTES,
    },
    opd: {
        code: once(text),
        mandate: once(list(text)),
        capacity: once(value('number'), any(word('programs'), word('program'))),
        ceiling: CEILING,
        ...NOTES,
    },
    service: { owner: OWNER, serves: once(list(name('audience'))), ...LIFE, ...NOTES },
    data: { producer: OWNER, ...LIFE, ...NOTES },
    application: {
        owner: OWNER,
        shared: once(),
        supports: once(list(name('service'))),
        needs: once(list(name('asset'))),
        integrates: once(list(name('application'))),
        replaces: once(list(name('asset'))),
        serves: once(list(name('audience'))),
        area: AREA,
        ...LIFE,
        ...NOTES,
    },
    infrastructure: {
        owner: OWNER,
        shared: once(),
        class: once(value('class')),
        area: AREA,
        ...LIFE,
        ...NOTES,
    },
    program: {
        owner: OWNER,
        partners: once(list(name('opd'))),
        element: once(name('element')),
        serves: once(list(name('audience'))),
        code: once(text),
        start: once(date),
        duration: DURATION,
        during: once(...spanned),
        earliest: once(date),
        after: once(list(seq(name('program'), opt(word('+'), length)))),
        finish: once(word('by'), date),
        needs: once(list(name('asset'))),
        delivers: once(list(name('asset'))),
        replaces: once(list(name('asset'))),
        budget: often(value('year'), value('money'), opt(word('from'), name('fund'))),
        kpi: often(
            ...named,
            opt(word('unit'), text),
            opt(word('from'), value('number')),
            many(seq(word('to'), value('number'), opt(word('by'), date))),
        ),
        raises: often(
            name('indicator'),
            word('to'),
            value('level'),
            opt(word('after'), length),
            opt(word('until'), date),
        ),
        resolves: once(list(name('obstacle'))),
        'responds-to': once(list(name('driver'))),
        area: AREA,
        'quick-win': once(),
        activity: often(...named),
        started: once(date),
        finished: once(date),
        progress: once(value('percent'), word('%')),
        cancelled: once(),
        ...NOTES,
    },
    activity: { duration: DURATION, after: once(list(seq(name('activity'), opt(word('+'), length)))), ...NOTES },
    driver: {
        from: once(date),
        impact: often(any(word('positive'), word('negative')), name('element'), opt(text)),
        ...NOTES,
    },
    obstacle: { 'raised-by': once(list(name('opd'))), ...NOTES },
    scenario: {
        delay: often(list(name('program')), word('by'), length),
        drop: often(list(name('program'))),
        ...NOTES,
    },
    dimension: { element: often(...named), ...NOTES },
    framework: {
        scale: once(value('scale'), word('..'), opt(value('number')), any(word('staged'), word('scored'))),
        aggregate: once(any(word('mean'), word('minimum'))),
        level: LEVEL,
        indicator: often(
            ...named,
            many(any(seq(word('weight'), value('number')), seq(word('measures'), name('dimension')))),
        ),
        domain: often(...named, opt(word('weight'), value('number'))),
        band: often(text, word('from'), value('number')),
        ...NOTES,
    },
    domain: {
        indicator: often(
            ...named,
            many(any(seq(word('weight'), value('number')), seq(word('measures'), name('dimension')))),
        ),
        weight: WEIGHT,
        ...NOTES,
    },
    indicator: { level: LEVEL, weight: WEIGHT, measures: MEASURES, ...NOTES },
    element: NOTES,
    audience: NOTES,
    fund: NOTES,
    area: { within: once(name('area')), ...NOTES },
    waive: { because: once(text), by: OWNER, until: once(date) },
};

const DECLARED = often(...named);

/** What stands outside of all blocks, in the order in which it is offered. */
export const DECLARATIONS: Readonly<Record<string, ClauseShape>> = {
    program: DECLARED,
    opd: DECLARED,
    service: DECLARED,
    application: DECLARED,
    data: DECLARED,
    infrastructure: DECLARED,
    audience: DECLARED,
    masterplan: DECLARED,
    use: often(list(name('library'))),
    waive: often(name('rule'), word('for'), list(name('subject'))),
    driver: DECLARED,
    obstacle: DECLARED,
    scenario: DECLARED,
    area: often(...named, opt(word('within'), name('area'))),
    fund: DECLARED,
    dimension: DECLARED,
    framework: DECLARED,
};

/** Clauses that stand for others: where one is written, the others are no longer offered. */
export const INSTEAD: Readonly<Record<string, readonly string[]>> = {
    during: ['start', 'duration'],
    start: ['during'],
    duration: ['during'],
};
