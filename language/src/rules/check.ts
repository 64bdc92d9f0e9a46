import { type Analysis, type AnalysisOptions, analyse } from '../analysis/analysis.ts';
import { noneOfResults } from '../analysis/none-of.ts';
import type { NoneOfResult } from '../analysis/projection-types.ts';
import type { Day } from '../plan/calendar.ts';
import { type Draft, type Finding, fingerprint, type Waived } from '../plan/finding.ts';
import type { Origin } from '../plan/origin.ts';
import type { Plan } from '../plan/plan.ts';
import { RULES } from './catalogue.ts';
import type { Rule } from './rule.ts';
import { Waivers } from './waivers.ts';

/** A plan with everything that follows from it, and what was found in it. */
export interface Checked {
    readonly analysis: Analysis;
    /** All findings, the waived ones too, in order of place, then rule. */
    readonly findings: readonly Finding[];
    readonly noneOf: readonly NoneOfResult[];
}

/** What a check may be given besides the plan and the day. */
export interface CheckOptions extends Omit<AnalysisOptions, 'bars'> {
    /** Fingerprints that count as waived. */
    readonly baseline?: ReadonlySet<string>;
}

/**
 * Runs every rule over a plan. Facts come first, then what rests on them: levels, which findings may bar, then waivers,
 * which findings they meet. A rule that is switched off is evaluated all the same, only not reported: switching it off
 * changes no other finding and lifts no level.
 */
export function check(plan: Plan, today: Day, options: CheckOptions = {}): Checked {
    const { baseline = new Set(), ...rest } = options;
    const waivers = new Waivers(plan, today, baseline);
    const places = libraryPlaces(plan);
    const all: Finding[] = [];
    const analysis = analyse(plan, today, {
        ...rest,
        bars: () => all.filter((finding) => finding.waived === null),
    });
    for (const rule of IN_ORDER) {
        // Not spread into one call: a plan may have more findings than a call may have arguments.
        for (const finding of finish(plan, places, waivers, rule, [...rule.find(analysis, all)])) {
            all.push(finding);
        }
    }
    return {
        analysis,
        findings: all
            .filter((finding) => plan.config.rules[finding.rule] !== 'off' || isFixed(finding.rule))
            .sort(byPlace),
        noneOf: noneOfResults(plan, all),
    };
}

/** Facts, then levels, of which missed targets come last (a `none-of` may name the others), then waivers. */
const IN_ORDER: readonly Rule[] = [...RULES].sort((a, b) => phaseOf(a) - phaseOf(b));

function phaseOf(rule: Rule): number {
    if (rule.group === 'waivers') {
        return 3;
    }
    return rule.group === 'maturity' ? (rule.name === 'misses-target' ? 2 : 1) : 0;
}

const FIXED = new Set(RULES.filter((rule) => rule.fixed === true).map((rule) => rule.name));

/** Whether a rule cannot be waived or switched off. */
export function isFixed(rule: string): boolean {
    return FIXED.has(rule);
}

const NONE: readonly never[] = [];

/** Gives a rule's drafts their severity, their place in the plan's own files, their waiver and their fingerprint. */
function finish(
    plan: Plan,
    places: ReadonlyMap<string, Origin>,
    waivers: Waivers,
    rule: Rule,
    drafts: readonly Draft[],
): Finding[] {
    const configured = plan.config.rules[rule.name];
    const severity = configured === undefined || configured === 'off' ? rule.severity : configured;
    const findings = drafts.map((draft): Finding => {
        const subjects = inOrder(draft.subjects);
        const evidence = draft.evidence ?? NONE;
        const facts = draft.facts ?? evidence.map((each) => `${each.label}=${each.value}`).join('\n');
        return {
            rule: rule.name,
            severity,
            message: draft.message,
            at: own(places, draft.at),
            subjects,
            evidence: allMoved(places, evidence),
            related: allMoved(places, draft.related ?? NONE),
            from: draft.from ?? null,
            to: draft.to ?? null,
            waived: null,
            fingerprint: fingerprint(rule.name, subjects, facts),
            ways: draft.ways ?? NONE,
            replacement: draft.replacement,
        };
    });
    return tellApart(findings).map((finding) => {
        const waived: Waived | null = rule.fixed === true ? null : waivers.meet(finding);
        return waived === null ? finding : { ...finding, waived };
    });
}

/** Findings of one rule with the same facts (one text twice in one file, say) are numbered, so that none hides another. */
function tellApart(findings: Finding[]): Finding[] {
    if (new Set(findings.map((finding) => finding.fingerprint)).size === findings.length) {
        return findings;
    }
    const seen = new Map<string, number>();
    return findings.sort(byPlace).map((finding) => {
        const count = (seen.get(finding.fingerprint) ?? 0) + 1;
        seen.set(finding.fingerprint, count);
        const facts = `${finding.fingerprint}#${count}`;
        return count === 1 ? finding : { ...finding, fingerprint: fingerprint(finding.rule, finding.subjects, facts) };
    });
}

/** Where each used library is named in the plan's own files, by the library's address. */
function libraryPlaces(plan: Plan): ReadonlyMap<string, Origin> {
    return new Map(
        plan.libraries.flatMap((library) => {
            const place = plan.libraryPlaces.get(library.library ?? '');
            return place === undefined ? [] : [[library.file, place.at] as const];
        }),
    );
}

/** What a library declares is reported where the plan names the library. */
function own(places: ReadonlyMap<string, Origin>, origin: Origin): Origin {
    return places.get(origin.file) ?? origin;
}

/** The same facts or places with what stands in a library moved to where the plan names the library. */
function allMoved<T extends { readonly at?: Origin }>(
    places: ReadonlyMap<string, Origin>,
    all: readonly T[],
): readonly T[] {
    // Mostly nothing stands in a library: then the list is handed on as it is.
    if (all.every(({ at }) => at === undefined || !places.has(at.file))) {
        return all;
    }
    return all.map((each) => {
        const at = each.at === undefined ? undefined : places.get(each.at.file);
        return at === undefined ? each : { ...each, at };
    });
}

/** Names in order, each once. */
function inOrder(names: readonly string[]): readonly string[] {
    if (names.length < 2 || (names.length === 2 && names[0]! < names[1]!)) {
        return names;
    }
    return [...new Set(names)].sort(byCodePoint);
}

function byPlace(a: Finding, b: Finding): number {
    return (
        byCodePoint(a.at.file, b.at.file) ||
        a.at.start - b.at.start ||
        a.at.end - b.at.end ||
        byCodePoint(a.rule, b.rule) ||
        byCodePoint(a.subjects.join('\n'), b.subjects.join('\n')) ||
        byCodePoint(a.fingerprint, b.fingerprint)
    );
}

function byCodePoint(a: string, b: string): number {
    // Most names compared are the very same text; telling that needs no look at its letters.
    return a === b ? 0 : a < b ? -1 : 1;
}
