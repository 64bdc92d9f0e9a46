import type { Finding } from '../../plan/finding.ts';
import type { Origin } from '../../plan/origin.ts';
import { type Comparison, change, ownPlace } from './comparison.ts';
import type { Change, ChangeKind, Side } from './diff-types.ts';

/** A finding of each plan, as far as it has it. */
interface Meeting {
    readonly base: Finding | undefined;
    readonly head: Finding | undefined;
}

/** Findings that are new, gone, accepted or open again, and how many stayed as they were. */
export function compareFindings(comparison: Comparison): { readonly changes: Change[]; readonly unchanged: number } {
    const changes: Change[] = [];
    let unchanged = 0;
    for (const meeting of meet(comparison)) {
        const { base, head } = meeting;
        const [was, is] = [base?.waived === null, head?.waived === null];
        if (was && is) {
            unchanged++;
            continue;
        }
        const kind: ChangeKind | undefined = is
            ? base === undefined
                ? 'finding-new'
                : 'finding-reopened'
            : head !== undefined && (was || base === undefined)
              ? 'finding-accepted'
              : was
                ? 'finding-gone'
                : undefined;
        if (kind !== undefined) {
            changes.push(changed(comparison, kind, meeting));
        }
    }
    return { changes, unchanged };
}

function changed(comparison: Comparison, kind: ChangeKind, { base, head }: Meeting): Change {
    const finding = (head ?? base)!;
    const { base: before, head: after, names } = comparison;
    return change({
        kind,
        topic: 'findings',
        subjects: finding.subjects,
        sentence: finding.message,
        base: base?.at ?? placeOf(finding, after, before, (name) => names.base(name)),
        head: head?.at ?? placeOf(finding, before, after, (name) => names.head(name)),
        facts: {
            rule: finding.rule,
            severity: finding.severity,
            fingerprint: finding.fingerprint,
            because: head?.waived?.because ?? null,
        },
        finding,
    });
}

/** Where what a finding is about stands in the plan that has no such finding: first of all what it stands in. */
function placeOf(
    { subjects, at }: Finding,
    own: Side,
    other: Side,
    names: (name: string) => string,
): Origin | undefined {
    const { plan } = other.analysis;
    const around = subjects.filter((name) => {
        const whole = own.analysis.plan.names.get(name)?.whole;
        return whole?.file === at.file && whole.start <= at.start && at.end <= whole.end;
    });
    const found = [...around, ...subjects]
        .map((name) => plan.names.get(names(name)))
        .find((each) => each !== undefined);
    return ownPlace(plan, found?.at);
}

/** Findings of both plans side by side: by fingerprint, and where something got another name by what they say. */
function meet({ base, head, names }: Comparison): Meeting[] {
    const before = new Map(base.findings.map((finding) => [finding.fingerprint, finding]));
    const meetings: Meeting[] = [];
    let fresh: Finding[] = [];
    for (const finding of head.findings) {
        const known = before.get(finding.fingerprint);
        if (known === undefined) {
            fresh.push(finding);
        } else {
            before.delete(finding.fingerprint);
            meetings.push({ base: known, head: finding });
        }
    }
    for (const key of names.renamed.size === 0 ? [] : [inWords, byParties]) {
        const gone = new Map<string, Finding[]>();
        for (const finding of before.values()) {
            const text = key(finding, (name) => names.head(name));
            const known = gone.get(text);
            if (known === undefined) {
                gone.set(text, [finding]);
            } else {
                known.push(finding);
            }
        }
        fresh = fresh.filter((finding) => {
            // A finding of parties that kept their names is the same only if it says the same.
            const isConcerned = key === inWords || finding.subjects.some((name) => names.base(name) !== name);
            const known = isConcerned ? gone.get(key(finding, (name) => name))?.shift() : undefined;
            if (known !== undefined) {
                before.delete(known.fingerprint);
                meetings.push({ base: known, head: finding });
            }
            return known === undefined;
        });
    }
    return [
        ...meetings,
        ...fresh.map((finding) => ({ base: undefined, head: finding })),
        ...[...before.values()].map((finding) => ({ base: finding, head: undefined })),
    ];
}

/** A finding's rule and parties. */
function byParties({ rule, subjects }: Finding, names: (name: string) => string): string {
    return [rule, ...subjects.map(names).sort()].join('\n');
}

/** A finding's rule, parties and words, in whatever order they stand: lists in a sentence go by name. */
function inWords(finding: Finding, names: (name: string) => string): string {
    const words = finding.message.en
        .replace(/`([^`]+)`/g, (_, name: string) => `\`${names(name)}\``)
        .split(/[\s,.:;]+/);
    return `${byParties(finding, names)}\n\n${words.sort().join(' ')}`;
}
