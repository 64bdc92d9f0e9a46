import { LIBRARY_TEXTS, library, libraryAddress } from './libraries.ts';
import { Assembler } from './plan/assemble.ts';
import type { Day } from './plan/calendar.ts';
import type { Config } from './plan/config.ts';
import type { Fragment } from './plan/fragment.ts';
import { Lines, type Origin, type Place } from './plan/origin.ts';
import type { Plan } from './plan/plan.ts';
import { type Checked, Checker } from './rules/check.ts';
import { type Reading, read } from './syntax/read.ts';

/** What a folder's `smartcity.json` means to the workspace, with the exclusions made a question. */
export interface PlanSettings {
    readonly config: Config;
    /** Whether a file, by the workspace's name for it, is no part of the plan although it lies below the root. */
    excludes(file: string): boolean;
    /** Fingerprints that count as waived. */
    readonly baseline: ReadonlySet<string>;
}

interface Document {
    readonly text: string;
    readonly fragment: Fragment;
    /** What the next reading can take over; nothing where somebody else said what the file says. */
    readonly reading: Reading | undefined;
    lines: Lines | undefined;
}

interface Root {
    settings: PlanSettings;
    readonly assembler: Assembler;
    readonly checker: Checker;
    plan: Plan | undefined;
    checked: Checked | undefined;
}

/**
 * The only part that remembers: the texts of files, what each says, and the plans they make. A changed file is read
 * again, and only it; a plan is put together again when one of its files or its settings changed.
 * Paths are the workspace's own names for files, with `/`; `.` or an absolute path is as good as an address.
 */
export class Workspace {
    private readonly documents = new Map<string, Document>();
    private readonly roots = new Map<string, Root>();
    /** The length of the longest root that is only a way up, such as `../..`: no search needs to climb further. */
    private highest = 0;

    constructor(private today: Day) {}

    /** Sets the day of the run. */
    setToday(today: Day): void {
        this.today = today;
        for (const root of this.roots.values()) {
            root.checked = undefined;
        }
    }

    /** Makes a folder a plan, or changes its settings; `undefined` takes them away. */
    setSettings(root: string, settings: PlanSettings | undefined): void {
        if (settings === undefined) {
            this.roots.delete(root);
        } else {
            const { assembler, checker } = this.roots.get(root) ?? {
                assembler: new Assembler(root, library),
                checker: new Checker(),
            };
            this.roots.set(root, { settings, assembler, checker, plan: undefined, checked: undefined });
        }
        const climbing = [...this.roots.keys()].filter((each) => CLIMBING.test(each));
        this.highest = Math.max(0, ...climbing.map((each) => each.length));
        // Files may belong elsewhere now.
        for (const each of this.roots.values()) {
            each.plan = undefined;
            each.checked = undefined;
        }
    }

    /** Adds a file or changes its text; the same text again changes nothing. `fragment` replaces the reading of it. */
    setFile(file: string, text: string, fragment?: () => Fragment): void {
        const before = this.documents.get(file);
        if (before?.text === text) {
            return;
        }
        const reading = fragment === undefined ? read(file, text, { before: before?.reading }) : undefined;
        this.documents.set(file, { text, fragment: reading?.fragment ?? fragment!(), reading, lines: undefined });
        this.touch(file);
    }

    /** Takes a file away. */
    removeFile(file: string): void {
        this.touch(file);
        this.documents.delete(file);
    }

    /** The roots of all plans, in order; a root may be without files. */
    planRoots(): readonly string[] {
        return [...this.roots.keys()].sort();
    }

    /** The root of the plan a file is part of: the nearest one above it; `undefined` for none, or an excluded file. */
    rootOf(file: string): string | undefined {
        for (let folder = file; ; folder = parentOf(folder)) {
            const root = this.roots.get(folder);
            if (root !== undefined) {
                return root.settings.excludes(file) ? undefined : folder;
            }
            if (folder === '' || (CLIMBING.test(folder) && folder.length >= this.highest)) {
                return undefined;
            }
        }
    }

    /** The plan of a root. A root without files is an empty plan. */
    plan(root: string): Plan {
        const entry = this.entry(root);
        if (entry.plan === undefined) {
            const fragments = [...this.documents].flatMap(([file, { fragment }]) =>
                this.rootOf(file) === root ? [fragment] : [],
            );
            entry.plan = entry.assembler.assemble(entry.settings.config, fragments);
        }
        return entry.plan;
    }

    /** The plan of a root with all that was found in it. */
    check(root: string): Checked {
        const entry = this.entry(root);
        entry.checked ??= entry.checker.check(this.plan(root), this.today, { baseline: entry.settings.baseline });
        return entry.checked;
    }

    /** Takes a step towards the next check of a root, when there is time; false when nothing is left to do. */
    prepare(root: string): boolean {
        const entry = this.entry(root);
        return entry.checked !== undefined && entry.checker.prepare();
    }

    /** The settings of a root. */
    settings(root: string): PlanSettings {
        return this.entry(root).settings;
    }

    /** The lines of a file, also of a built-in library; `undefined` for an unknown one. */
    lines(file: string): Lines | undefined {
        const document = this.documents.get(file);
        if (document !== undefined) {
            document.lines ??= new Lines(document.text);
            return document.lines;
        }
        for (const [name, text] of LIBRARY_TEXTS) {
            if (libraryAddress(name) === file) {
                return new Lines(text);
            }
        }
        return undefined;
    }

    /** Line and column of a place; the first character for an unknown file. */
    place(origin: Origin): Place {
        return this.lines(origin.file)?.place(origin) ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
    }

    private entry(root: string): Root {
        const entry = this.roots.get(root);
        if (entry === undefined) {
            throw new Error(`no plan: ${root}`);
        }
        return entry;
    }

    private touch(file: string): void {
        const entry = this.roots.get(this.rootOf(file) ?? '');
        if (entry !== undefined) {
            entry.plan = undefined;
            entry.checked = undefined;
        }
    }
}

/** `.`, and the folders above it: `..`, `../..` and so on. */
const CLIMBING = /^\.{1,2}$|^\.\.(?:\/\.\.)+$/;

/** The folder a path lies in; `.`, then `..` above a relative one, the empty text above an absolute root. */
function parentOf(path: string): string {
    if (CLIMBING.test(path)) {
        return path === '.' ? '..' : `../${path}`;
    }
    const cut = path.lastIndexOf('/');
    return cut < 0 ? '.' : path.slice(0, cut);
}
