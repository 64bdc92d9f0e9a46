import { createHash } from 'node:crypto';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Finding } from '../plan/finding.ts';
import type { Locale } from '../plan/message.ts';
import type { Lines } from '../plan/origin.ts';
import { type DiagnosticAbilities, diagnosticsOf, filesNamed } from './diagnostics.ts';

/** What a file's diagnostics are now. */
export interface Report {
    readonly file: string;
    readonly items: readonly Diagnostic[];
    /** Changes whenever the items do. */
    readonly resultId: string;
}

interface Entry extends Report {
    /** The plan it comes from. */
    readonly owner: string;
    readonly findings: readonly Finding[];
    /** The files its places are in. */
    readonly seen: ReadonlySet<string>;
    readonly said: Said;
    readonly count: number;
}

/**
 * Remembers what is reported in every file, and tells what is new. A file's diagnostics are made again when its findings
 * are others, or a text that they have places in is; they are news when they read differently.
 */
export class Publisher {
    private readonly entries = new Map<string, Entry>();
    private readonly filesOf = new Map<string, ReadonlySet<string>>();
    /** The texts that a plan's places were counted in, by its owner and file. */
    private readonly texts = new Map<string, Map<string, string | undefined>>();
    private count = 0;
    /** The last that were told of: files that somebody works in are told of again. */
    private recent: readonly Said[] = [];

    constructor(
        private readonly linesOf: (file: string) => Lines | undefined,
        /** Told what is new: once a file and change. */
        private readonly tell: (report: Report) => void,
        /** Whether items are kept, for editors that ask for them. */
        private readonly keeps: boolean,
    ) {}

    /** All files that something is reported in, in order. */
    reports(): readonly Report[] {
        return [...this.entries.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
    }

    /** What is reported in a file; `undefined` when nothing ever was, or no longer is. */
    report(file: string): Report | undefined {
        return this.entries.get(file);
    }

    /** Forgets what was reported without telling, so that all of it will be news: the language has changed. */
    forget(): void {
        this.filesOf.clear();
        for (const [file, entry] of this.entries) {
            this.entries.set(file, { ...entry, owner: '', findings: [], seen: new Set() });
        }
    }

    /** Takes the findings of a plan by file: all that have any. Files that had some and have none are news, too. */
    update(
        owner: string,
        findings: ReadonlyMap<string, readonly Finding[]>,
        locale: Locale,
        can: DiagnosticAbilities,
    ): void {
        const changed = this.changedTexts(owner);
        for (const [file, list] of findings) {
            const before = this.entries.get(file);
            if (before === undefined || before.owner !== owner || !isSame(before, list, changed)) {
                const items = diagnosticsOf(list, this.linesOf, locale, can);
                this.put(owner, file, list, items);
            }
        }
        this.drop(owner, new Set(findings.keys()));
    }

    /** Takes diagnostics that are no findings of a plan, by file. */
    updateItems(owner: string, items: ReadonlyMap<string, readonly Diagnostic[]>): void {
        for (const [file, list] of items) {
            this.put(owner, file, [], list);
        }
        this.drop(owner, new Set(items.keys()));
    }

    /** Drops whatever plans report that are none any more. */
    keep(owners: ReadonlySet<string>): void {
        for (const [file, { owner }] of [...this.entries]) {
            if (!owners.has(owner)) {
                this.remove(file);
            }
        }
        for (const owner of [...this.filesOf.keys()]) {
            if (!owners.has(owner)) {
                this.filesOf.delete(owner);
                this.texts.delete(owner);
            }
        }
    }

    /** The files of a plan whose text is another one than when it was last asked for. */
    private changedTexts(owner: string): readonly string[] {
        const texts = this.texts.get(owner) ?? new Map<string, string | undefined>();
        this.texts.set(owner, texts);
        const changed: string[] = [];
        for (const [file, before] of texts) {
            const now = this.linesOf(file)?.text;
            if (now !== before) {
                changed.push(file);
                texts.set(file, now);
            }
        }
        return changed;
    }

    private drop(owner: string, files: ReadonlySet<string>): void {
        for (const file of this.filesOf.get(owner) ?? []) {
            if (!files.has(file) && this.entries.get(file)?.owner === owner) {
                this.remove(file);
            }
        }
        this.filesOf.set(owner, files);
    }

    private put(owner: string, file: string, findings: readonly Finding[], items: readonly Diagnostic[]): void {
        const before = this.entries.get(file);
        const seen = filesNamed(file, findings);
        const texts = this.texts.get(owner);
        for (const each of seen) {
            texts?.set(each, this.linesOf(each)?.text);
        }
        if (before?.said.is(items) === true) {
            this.entries.set(file, { ...before, owner, findings, seen });
            return;
        }
        const said = new Said(items);
        this.remember(said, before?.said);
        const resultId = `${++this.count}`;
        const kept = this.keeps ? items : [];
        this.entries.set(file, { file, items: kept, resultId, owner, findings, seen, said, count: items.length });
        // Waived findings alone are nothing to tell, unless there was something before.
        if (items.length + (before?.count ?? 0) > 0) {
            this.tell({ file, items, resultId });
        }
    }

    private remember(said: Said, instead: Said | undefined): void {
        const recent = [...this.recent.filter((each) => each !== instead), said];
        for (const each of recent.slice(0, -RECENT)) {
            each.shorten();
        }
        this.recent = recent.slice(-RECENT);
    }

    private remove(file: string): void {
        const before = this.entries.get(file);
        this.entries.delete(file);
        if (before !== undefined && before.count > 0) {
            this.tell({ file, items: [], resultId: `${++this.count}` });
        }
    }
}

/** The items of so many files are kept as they are. */
const RECENT = 4;

/** What the items of a file say: themselves, or what stands for them, since a city's would fill the memory. */
class Said {
    private digest = '';

    constructor(private items: readonly Diagnostic[] | undefined) {}

    /** Whether other items read the same. */
    is(others: readonly Diagnostic[]): boolean {
        return this.items === undefined ? this.digest === digestOf(others) : isAlike(this.items, others);
    }

    /** Keeps from now on what stands for the items. */
    shorten(): void {
        if (this.items !== undefined) {
            this.digest = digestOf(this.items);
            this.items = undefined;
        }
    }
}

function digestOf(items: readonly Diagnostic[]): string {
    return createHash('md5').update(JSON.stringify(items)).digest('base64');
}

function isAlike(one: unknown, other: unknown): boolean {
    if (one === other || typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
        return one === other;
    }
    const [left, right] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>];
    const keys = Object.keys(left);
    return keys.length === Object.keys(right).length && keys.every((key) => isAlike(left[key], right[key]));
}

/** Whether what was reported still reads the same: the same findings, and no text changed that they have places in. */
function isSame(entry: Entry, findings: readonly Finding[], changed: readonly string[]): boolean {
    if (entry.findings !== findings) {
        const { length } = findings;
        if (entry.findings.length !== length || findings.some((each, i) => each !== entry.findings[i])) {
            return false;
        }
    }
    return !changed.some((file) => entry.seen.has(file));
}
