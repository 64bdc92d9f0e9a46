import type { Draft, Finding } from '../plan/finding.ts';
import type { Entry, Ledger } from './ledger.ts';
import type { Rule } from './rule.ts';

/** Findings by name: those that hang on one declaration, and on the two or more of a pair. */
interface Index {
    readonly judged: Map<string, Set<Entry>>;
    readonly paired: Map<string, Set<Entry>>;
}

/** Which findings hang on whom: those of one declaration, of a pair, of the whole plan. */
export class Books {
    /** Made when findings are taken out for the first time, which a single check never does. */
    private index: Index | undefined;
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
        } else if (this.index !== undefined) {
            putIn(this.index, entry);
        }
        return entry;
    }

    /** Takes out all that hangs on some declarations, and on some datasets what is told of a group. */
    strike(names: Iterable<string>, contested: Iterable<string>): void {
        this.index ??= indexOf(this.ledger);
        const { judged, paired } = this.index;
        for (const name of names) {
            for (const entry of judged.get(name) ?? []) {
                this.ledger.remove(entry);
            }
            judged.delete(name);
            this.strikePairs(paired, name, 'pairs');
        }
        for (const name of contested) {
            this.strikePairs(paired, name, 'groups');
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

    private strikePairs(paired: Index['paired'], name: string, judges: Rule['judges']): void {
        for (const entry of [...(paired.get(name) ?? [])]) {
            if (entry.rule.judges === judges) {
                this.ledger.remove(entry);
                for (const subject of entry.base.subjects) {
                    const entries = paired.get(subject);
                    entries?.delete(entry);
                    if (entries?.size === 0) {
                        paired.delete(subject);
                    }
                }
            }
        }
    }
}

function indexOf(ledger: Ledger): Index {
    const index: Index = { judged: new Map(), paired: new Map() };
    for (const entry of ledger.entries()) {
        putIn(index, entry);
    }
    return index;
}

function putIn({ judged, paired }: Index, entry: Entry): void {
    const { judges } = entry.rule;
    if (judges === 'each' || judges === 'around') {
        put(judged, entry.judged, entry);
    } else if (judges !== undefined) {
        for (const subject of entry.base.subjects) {
            put(paired, subject, entry);
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

/** Whether two findings are the same in everything that anybody sees. Their sentences must be spelled out. */
function isSame(a: unknown, b: unknown): boolean {
    if (a === b || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
        return a === b;
    }
    const [one, other] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key], other[key]));
}
