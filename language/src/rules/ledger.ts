import type { Config } from '../plan/config.ts';
import { byPlace, type Finding, type Waived } from '../plan/finding.ts';
import { numbered } from './finish.ts';
import { FIXED_RULES } from './names.ts';
import type { Rule } from './rule.ts';
import type { Waivers } from './waivers.ts';

/** A finding in the books, from the version of the plan in which it came up to the one in which it is gone. */
export interface Entry {
    readonly rule: Rule;
    /** The name of what was judged: the first subject that the rule gave; empty for none. */
    readonly judged: string;
    /** As the rule gave it, neither numbered nor waived. */
    base: Finding;
    /** As it is shown; the very same as long as nothing about it changes. */
    shown: Finding;
    /** Whether it has been taken out. */
    gone: boolean;
}

/** The findings of a plan, kept from version to version: by file, each told apart from its like, with its waiver. */
export class Ledger {
    /** The entries of each file by place, as they were when somebody asked last; and who came since. */
    private readonly sorted = new Map<string, readonly Entry[]>();
    private readonly come = new Map<string, Entry[]>();
    /** The entries that stand in a file or point into it; made when it is asked for, which a single check never does. */
    private around: Map<string, Set<Entry>> | undefined;
    private readonly rules = new Map<string, Set<Entry>>();
    private readonly prints = new Map<string, Entry | Set<Entry>>();
    private readonly unsettled = new Set<string>();
    private readonly stale = new Set<string>();
    private lists: ReadonlyMap<string, readonly Finding[]> = new Map();
    /** What came and went since the books were opened, by all that others go by; nothing in the first version. */
    private readonly balance = new Map<string, { readonly rule: string; count: number }>();
    private isOpen = false;
    private readonly waivedAnew = new Set<string>();

    constructor(private readonly config: Config) {}

    /** Begins a new version. */
    open(): void {
        this.isOpen = true;
        this.balance.clear();
        this.waivedAnew.clear();
    }

    /** Whether findings of some rules came, went or were waived otherwise in this version. */
    hasChanged(rules: ReadonlySet<string>): boolean {
        return (
            [...rules].some((rule) => this.waivedAnew.has(rule)) ||
            [...this.balance.values()].some(({ rule, count }) => count !== 0 && rules.has(rule))
        );
    }

    /** Takes a finding in. */
    add(rule: Rule, judged: string, base: Finding): Entry {
        const entry: Entry = { rule, judged, base, shown: base, gone: false };
        const come = this.come.get(base.at.file);
        if (come === undefined) {
            this.come.set(base.at.file, [entry]);
        } else {
            come.push(entry);
        }
        if (this.around !== undefined) {
            putAround(this.around, entry);
        }
        put(this.rules, rule.name, entry);
        const print = this.prints.get(base.fingerprint);
        if (print === undefined) {
            this.prints.set(base.fingerprint, entry);
        } else if (print instanceof Set) {
            print.add(entry);
        } else {
            this.prints.set(base.fingerprint, new Set([print, entry]));
        }
        this.unsettled.add(base.fingerprint);
        this.stale.add(base.at.file);
        this.weigh(base, 1);
        return entry;
    }

    /** Takes a finding out. */
    remove(entry: Entry): void {
        const { base } = entry;
        entry.gone = true;
        for (const file of this.around === undefined ? [] : filesOf(base)) {
            drop(this.around!, file, entry);
        }
        drop(this.rules, entry.rule.name, entry);
        const print = this.prints.get(base.fingerprint);
        if (print instanceof Set) {
            print.delete(entry);
            if (print.size === 1) {
                this.prints.set(base.fingerprint, [...print][0]!);
            }
        } else {
            this.prints.delete(base.fingerprint);
        }
        this.unsettled.add(base.fingerprint);
        this.stale.add(base.at.file);
        this.weigh(base, -1);
    }

    /** Puts the same finding at other places of the same files, unless it is gone. */
    move(entry: Entry, base: Finding): void {
        if (entry.gone) {
            return;
        }
        entry.base = base;
        this.unsettled.add(base.fingerprint);
        this.stale.add(base.at.file);
    }

    /** All that stands in a file or points into it. */
    in(file: string): Iterable<Entry> {
        if (this.around === undefined) {
            this.around = new Map();
            for (const entry of this.entries()) {
                putAround(this.around, entry);
            }
        }
        return this.around.get(file) ?? [];
    }

    /** All entries, by rule. */
    *entries(): Iterable<Entry> {
        for (const entries of this.rules.values()) {
            yield* entries;
        }
    }

    /** The findings of some rules as they are shown, switched off or not; in no order. */
    of(rules: Iterable<string>): Finding[] {
        const findings: Finding[] = [];
        for (const rule of rules) {
            for (const { shown } of this.rules.get(rule) ?? []) {
                findings.push(shown);
            }
        }
        return findings;
    }

    /** Lets all findings of some rules be waived anew. */
    unsettle(rules: Iterable<string>): void {
        for (const rule of rules) {
            this.waivedAnew.add(rule);
            for (const { base } of this.rules.get(rule) ?? []) {
                this.unsettled.add(base.fingerprint);
            }
        }
    }

    /** Gives what is new its number among its like and its waiver. */
    settle(waivers: Waivers): void {
        for (const print of this.unsettled) {
            const entries = this.prints.get(print);
            if (entries instanceof Set) {
                [...entries]
                    .sort((a, b) => byPlace(a.base, b.base))
                    .forEach((entry, place) => {
                        this.show(entry, place + 1, waivers);
                    });
            } else if (entries !== undefined) {
                this.show(entries, 1, waivers);
            }
        }
        this.unsettled.clear();
    }

    /** The findings that are reported, by file and by place in it. The list of a file in which nothing changed is the same. */
    byFile(): ReadonlyMap<string, readonly Finding[]> {
        if (this.stale.size === 0) {
            return this.lists;
        }
        const lists = new Map(this.lists);
        for (const file of this.stale) {
            const list = this.sort(file)
                .map(({ shown }) => shown)
                .filter(({ rule }) => this.config.rules[rule] !== 'off' || FIXED_RULES.has(rule));
            const before = lists.get(file);
            if (list.length === 0) {
                lists.delete(file);
            } else if (before?.length !== list.length || list.some((each, place) => each !== before[place])) {
                lists.set(file, list);
            }
        }
        this.stale.clear();
        this.come.clear();
        this.lists = lists;
        return lists;
    }

    /** The entries of a file by place. What moves keeps its order, so that mostly there is little to sort. */
    private sort(file: string): readonly Entry[] {
        const before = (this.sorted.get(file) ?? []).filter((entry) => !entry.gone);
        const come = (this.come.get(file) ?? []).filter((entry) => !entry.gone);
        const sorted = come.length === 0 ? before : [...before, ...come].sort((a, b) => byPlace(a.shown, b.shown));
        this.sorted.set(file, sorted);
        return sorted;
    }

    private weigh({ rule, fingerprint, subjects, from, to, at, message }: Finding, count: 1 | -1): void {
        if (!this.isOpen) {
            return;
        }
        const key = [fingerprint, from, to, at.file, at.start, at.end, message.en, ...subjects].join('\n');
        const known = this.balance.get(key);
        if (known === undefined) {
            this.balance.set(key, { rule, count });
        } else {
            known.count += count;
        }
    }

    private show(entry: Entry, count: number, waivers: Waivers): void {
        const { base, shown, rule } = entry;
        const print = numbered(base, count);
        const finding = print === base.fingerprint ? base : { ...base, fingerprint: print };
        const waived = rule.fixed === true ? null : waivers.meet(finding);
        const isSame =
            shown.at === base.at &&
            shown.message === base.message &&
            shown.evidence === base.evidence &&
            shown.related === base.related &&
            shown.fingerprint === print &&
            isSameWaiver(shown.waived, waived);
        if (!isSame) {
            if (!isSameWaiver(shown.waived, waived)) {
                this.waivedAnew.add(rule.name);
            }
            entry.shown = waived === null ? finding : { ...finding, waived };
            this.stale.add(base.at.file);
        }
    }
}

function isSameWaiver(a: Waived | null, b: Waived | null): boolean {
    return a === b || (a !== null && b !== null && a.because === b.because && a.by === b.by && a.until === b.until);
}

/** The files that a finding stands in or points into. */
function filesOf({ at, evidence, related }: Finding): Iterable<string> {
    const files = new Set([at.file]);
    for (const list of [evidence, related]) {
        for (const each of list) {
            if (each.at !== undefined) {
                files.add(each.at.file);
            }
        }
    }
    return files;
}

function putAround(table: Map<string, Set<Entry>>, entry: Entry): void {
    for (const file of filesOf(entry.base)) {
        put(table, file, entry);
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

function drop(table: Map<string, Set<Entry>>, key: string, entry: Entry): void {
    const entries = table.get(key);
    entries?.delete(entry);
    if (entries?.size === 0) {
        table.delete(key);
    }
}
