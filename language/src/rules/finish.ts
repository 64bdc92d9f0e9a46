import { type Draft, type Finding, fingerprint } from '../plan/finding.ts';
import { type Message, spellOut } from '../plan/message.ts';
import type { Origin } from '../plan/origin.ts';
import type { Plan } from '../plan/plan.ts';
import type { Rule } from './rule.ts';

const NONE: readonly never[] = [];

/** Makes findings of what one rule reports about a plan. */
export function finisher(plan: Plan, places: ReadonlyMap<string, Origin>, rule: Rule): (draft: Draft) => Finding {
    const configured = plan.config.rules[rule.name];
    const severity = configured === undefined || configured === 'off' ? rule.severity : configured;
    return (draft) => {
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
    };
}

/** A finding whose sentences hold nothing but their words, so that it can be kept longer than the plan it was found in. */
export function spelled(finding: Finding): Finding {
    const message = spellOut(finding.message);
    const ways = allSpelled(finding.ways);
    const related = finding.related.every((each) => spellOut(each.message) === each.message)
        ? finding.related
        : finding.related.map((each) => ({ ...each, message: spellOut(each.message) }));
    return message === finding.message && ways === finding.ways && related === finding.related
        ? finding
        : { ...finding, message, ways, related };
}

function allSpelled(messages: readonly Message[]): readonly Message[] {
    const all = messages.map(spellOut);
    return all.every((each, place) => each === messages[place]) ? messages : all;
}

/** The fingerprint of the second, third and so on of findings of one rule with the same facts (one text twice in a file). */
export function numbered(finding: Finding, count: number): string {
    return count === 1
        ? finding.fingerprint
        : fingerprint(finding.rule, finding.subjects, `${finding.fingerprint}#${count}`);
}

/** Where each used library is named in the plan's own files, by the library's address. */
export function libraryPlaces(plan: Plan): ReadonlyMap<string, Origin> {
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
    let isMoved = false;
    for (const { at } of all) {
        isMoved ||= at !== undefined && places.has(at.file);
    }
    if (!isMoved) {
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

function byCodePoint(a: string, b: string): number {
    return a === b ? 0 : a < b ? -1 : 1;
}
