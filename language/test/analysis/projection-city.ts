import { project } from '../../src/analysis/projection.ts';
import type { Projection } from '../../src/analysis/projection-types.ts';
import type { Schedule, ScheduledProgram } from '../../src/analysis/schedule-types.ts';
import { type Day, parseDate } from '../../src/plan/calendar.ts';
import { DEFAULT_CONFIG } from '../../src/plan/config.ts';
import type { Nameable } from '../../src/plan/declarations/declaration.ts';
import type { Dimension, Element } from '../../src/plan/declarations/dimension.ts';
import type { Domain, Framework, Indicator } from '../../src/plan/declarations/framework.ts';
import type { Masterplan } from '../../src/plan/declarations/masterplan.ts';
import type { Program } from '../../src/plan/declarations/program.ts';
import type { Finding } from '../../src/plan/finding.ts';
import { same } from '../../src/plan/message.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { AT, actualOf, levelsOf, raiseOf, reference, targetOf } from './projection-clauses.ts';

/**
 * Small cities as plan literals, written in the words of the language where that is shorter: clauses are texts such as
 * `garuda.governance to 4 after 3 months until 2027`.
 */
export interface City {
    readonly frameworks: readonly Framework[];
    /** The plan's first day; 2020-01-01 unless given. */
    readonly first?: string;
    readonly programs?: Readonly<Record<string, ProgramSketch>>;
    /** `garuda 3 at 2019-07-09` */
    readonly actuals?: readonly string[];
    /** `garuda 4 by 2021` */
    readonly targets?: readonly string[];
    readonly bars?: readonly Finding[];
}

export interface ProgramSketch {
    /** The date whose last day it finishes on; without one it has no dates. */
    readonly finish?: string | Day;
    /** `garuda.governance to 4` */
    readonly raises?: readonly string[];
    readonly element?: string;
    readonly cancelled?: boolean;
    readonly delivers?: readonly string[];
    readonly needs?: readonly string[];
    readonly replaces?: readonly string[];
}

export interface FrameworkSketch {
    /** `1..5 staged`, `0.. scored` */
    readonly scale: string;
    readonly by?: 'mean' | 'minimum';
    /** Indicators in no domain, by local name. */
    readonly indicators?: Readonly<Record<string, IndicatorSketch>>;
    readonly domains?: Readonly<
        Record<string, { readonly weight?: number; readonly indicators: Readonly<Record<string, IndicatorSketch>> }>
    >;
    /** The rules that bar each level. */
    readonly barredBy?: Readonly<Record<number, readonly string[]>>;
    /** `Baik from 2.6` */
    readonly bands?: readonly string[];
}

export interface IndicatorSketch {
    readonly weight?: number;
    readonly measures?: string;
    readonly barredBy?: Readonly<Record<number, readonly string[]>>;
}

/** The first day of a date, or its last. */
export function day(text: string, side: 'first' | 'last' = 'first'): Day {
    return parseDate(text)![side];
}

export function framework(name: string, sketch: FrameworkSketch): Framework {
    const [, least, most, type] = /^(\d+)\.\.(\d*) (staged|scored)$/.exec(sketch.scale)!;
    const indicatorsOf = (indicators: Readonly<Record<string, IndicatorSketch>>, domain?: string): Indicator[] =>
        Object.entries(indicators).map(([local, { weight, measures, barredBy }]) => ({
            ...named('indicator', `${name}.${local}`),
            framework: name,
            domain,
            weight,
            measures: measures === undefined ? undefined : reference(measures, 'dimension'),
            levels: levelsOf(barredBy),
        }));
    const domains = Object.entries(sketch.domains ?? {}).map(
        ([local, { weight, indicators }]): Domain => ({
            ...named('domain', local),
            weight,
            indicators: indicatorsOf(indicators, local),
        }),
    );
    return {
        ...named('framework', name),
        scale: {
            clause: AT,
            least: Number(least),
            most: most === '' ? undefined : Number(most),
            type: type as 'staged' | 'scored',
        },
        aggregate: { clause: AT, by: sketch.by ?? 'mean' },
        levels: levelsOf(sketch.barredBy),
        bands: (sketch.bands ?? []).map((text) => {
            const [, title, from] = /^(.*) from (\S+)$/.exec(text)!;
            return { clause: AT, title: title!, from: { value: Number(from), at: AT } };
        }),
        domains,
        indicators: [...indicatorsOf(sketch.indicators ?? {}), ...domains.flatMap(({ indicators }) => indicators)],
    };
}

/** A finding that holds from a date's first day to a date's last; open without. */
export function finding(rule: string, subjects: readonly string[], from?: string, to?: string): Finding {
    return {
        rule,
        severity: 'error',
        message: same(rule),
        at: AT,
        subjects,
        evidence: [],
        related: [],
        from: from === undefined ? null : day(from),
        to: to === undefined ? null : day(to, 'last'),
        waived: null,
        fingerprint: `${rule} ${subjects.join(' ')}`,
        ways: [],
        replacement: undefined,
    };
}

export function planOf(city: City): Plan {
    const dimensions = ['governance', 'living'].map(
        (name): Dimension => ({
            ...named('dimension', name),
            elements: ['service', 'policy'].map(
                (element): Element => ({ ...named('element', `${name}.${element}`), dimension: name }),
            ),
        }),
    );
    const programs = Object.entries(city.programs ?? {})
        .map(([name, sketch]) => programOf(name, sketch))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    const masterplan: Masterplan = {
        ...named('masterplan', 'kediri'),
        region: undefined,
        code: undefined,
        tagline: undefined,
        period: undefined,
        vision: undefined,
        ceilings: [],
        actuals: (city.actuals ?? []).map(actualOf),
        targets: (city.targets ?? []).map(targetOf),
        noneOf: [],
    };
    const nameables: Nameable[] = [
        ...dimensions,
        ...dimensions.flatMap(({ elements }) => elements),
        ...city.frameworks,
        ...city.frameworks.flatMap(({ indicators }) => indicators),
        ...programs,
        masterplan,
    ];
    return {
        root: '.',
        config: DEFAULT_CONFIG,
        masterplan,
        masterplans: [masterplan],
        audiences: [],
        opds: [],
        services: [],
        data: [],
        applications: [],
        infrastructures: [],
        programs,
        drivers: [],
        obstacles: [],
        scenarios: [],
        dimensions,
        frameworks: city.frameworks,
        funds: [],
        areas: [],
        waivers: [],
        names: new Map(nameables.map((nameable) => [nameable.name, nameable])),
        duplicates: [],
        fragments: [],
        libraries: [],
        libraryPlaces: new Map(),
    };
}

export function scheduleOf(city: City, plan: Plan): Schedule {
    const scheduled = plan.programs.flatMap((program): ScheduledProgram | [] => {
        const finish = city.programs?.[program.name]?.finish;
        if (finish === undefined || program.cancelled) {
            return [];
        }
        const last = typeof finish === 'number' ? finish : day(finish, 'last');
        return {
            program,
            start: last,
            finish: last,
            status: 'planned',
            pinned: true,
            waits: [],
            slack: null,
            critical: false,
            activities: [],
            overrun: undefined,
        };
    });
    return {
        firstDay: day(city.first ?? '2020'),
        programs: scheduled,
        byName: new Map(scheduled.map((one) => [one.program.name, one])),
        unscheduled: [],
        inCycle: new Set(),
        cycles: [],
        assets: new Map(),
        isThorough: true,
    };
}

export function projectCity(city: City): Projection {
    const plan = planOf(city);
    return project(plan, scheduleOf(city, plan), city.bars ?? []);
}

function programOf(name: string, sketch: ProgramSketch): Program {
    const naming = (names: readonly string[] | undefined) =>
        names && { clause: AT, refs: names.map((one) => reference(one, 'asset')) };
    return {
        owner: undefined,
        partners: undefined,
        element: sketch.element === undefined ? undefined : { clause: AT, ref: reference(sketch.element, 'element') },
        serves: undefined,
        area: undefined,
        code: undefined,
        start: undefined,
        earliest: undefined,
        duration: undefined,
        during: undefined,
        after: undefined,
        finishBy: undefined,
        started: undefined,
        finished: undefined,
        progress: undefined,
        cancelled: sketch.cancelled ? { clause: AT } : undefined,
        needs: naming(sketch.needs),
        delivers: naming(sketch.delivers),
        replaces: naming(sketch.replaces),
        resolves: undefined,
        respondsTo: undefined,
        quickWin: undefined,
        budgets: [],
        kpis: [],
        raises: (sketch.raises ?? []).map(raiseOf),
        activities: [],
        // Last, not first: V8 gives every object its own shape when many properties follow a spread.
        ...named('program', name),
    };
}

function named<K extends string>(kind: K, name: string) {
    return {
        kind,
        name,
        title: name,
        at: AT,
        whole: AT,
        description: undefined,
        source: undefined,
        library: undefined,
        broken: [],
    };
}
