import type { Draft, Finding } from '../plan/finding.ts';
import type { Entry, Ledger } from './ledger.ts';
import type { Rule } from './rule.ts';

/** Which findings hang on whom: those of one declaration, of a pair, of the whole plan. */
export class Books {
    private readonly judged = new Map<string, Set<Entry>>();
    private readonly paired = new Map<string, Set<Entry>>();
    private readonly whole = new Map<string, Entry[]>();

    constructor(readonly ledger: Ledger) {}

    /** Takes in what a rule reports. */
    enter(rule: Rule, draft: Draft, finding: Finding): Entry {
        const entry = this.ledger.add(rule, draft.subjects[0] ?? '', finding);
        if (rule.judges === undefined) {
            const entries = this.whole.get(rule.name);
            if (entries === undefined) {
                this.whole.set(rule.name, [entry]);
            } else {
                entries.push(entry);
            }
        } else if (rule.judges === 'each' || rule.judges === 'around') {
            put(this.judged, entry.judged, entry);
        } else {
            for (const subject of finding.subjects) {
                put(this.paired, subject, entry);
            }
        }
        return entry;
    }

    /** Takes out all that hangs on some declarations, and on some datasets what is told of a group. */
    strike(names: Iterable<string>, contested: Iterable<string>): void {
        for (const name of names) {
            for (const entry of this.judged.get(name) ?? []) {
                this.ledger.remove(entry);
            }
            this.judged.delete(name);
            this.strikePairs(name, 'pairs');
        }
        for (const name of contested) {
            this.strikePairs(name, 'groups');
        }
    }

    /** Puts what a rule now finds in the whole plan in the place of what it found; what is the same stays. */
    replace(rule: Rule, found: readonly { readonly draft: Draft; readonly finding: Finding }[]): void {
        const before = this.whole.get(rule.name) ?? [];
        if (before.length === 0 && found.length === 0) {
            return;
        }
        this.whole.delete(rule.name);
        const known = new Map<string, Entry[]>();
        for (const entry of before) {
            const like = known.get(entry.base.fingerprint);
            if (like === undefined) {
                known.set(entry.base.fingerprint, [entry]);
            } else {
                like.push(entry);
            }
        }
        const fresh: { readonly draft: Draft; readonly finding: Finding }[] = [];
        const kept: Entry[] = [];
        for (const each of found) {
            const like = known.get(each.finding.fingerprint);
            const place = like?.findIndex((entry) => isSame(entry.base, each.finding)) ?? -1;
            if (place >= 0) {
                kept.push(...like!.splice(place, 1));
            } else {
                fresh.push(each);
            }
        }
        for (const like of known.values()) {
            for (const entry of like) {
                this.ledger.remove(entry);
            }
        }
        this.whole.set(rule.name, kept);
        for (const { draft, finding } of fresh) {
            this.enter(rule, draft, finding);
        }
    }

    private strikePairs(name: string, judges: Rule['judges']): void {
        for (const entry of [...(this.paired.get(name) ?? [])]) {
            if (entry.rule.judges === judges) {
                this.ledger.remove(entry);
                for (const subject of entry.base.subjects) {
                    const entries = this.paired.get(subject);
                    entries?.delete(entry);
                    if (entries?.size === 0) {
                        this.paired.delete(subject);
                    }
                }
            }
        }
    }
}

function put(table: Map<string, Set<Entry>>, key: string, entry: Entry): void {
    const entries = table.get(key);
    if (entries === undefined) {
        table.set(key, new Set([entry]));
    } else {
        entries.add(entry);
    }
}

/** Whether two findings are the same in everything that anybody sees. */
function isSame(a: Finding, b: Finding): boolean {
    return a.severity === b.severity && a.at.start === b.at.start && JSON.stringify(a) === JSON.stringify(b);
}
