import type { Day } from '../plan/calendar.ts';
import type { Locale } from '../plan/message.ts';
import { Workspace } from '../workspace.ts';
import { isConfiguration } from './addresses.ts';
import { Admission } from './admission.ts';
import type { Disk } from './disk.ts';
import { PlanFiles } from './plan-files.ts';
import { PlanFolders } from './plan-folders.ts';
import { libraryOf, viewOfFile, viewOfLibrary, viewOfText } from './plan-view.ts';
import { applyChanges, type TextChange } from './text-sync.ts';
import { turn } from './turn.ts';
import type { View } from './view.ts';

/** A document that the editor has open. Its text beats the disk's. */
export interface OpenDocument {
    /** As the editor spells it. */
    readonly uri: string;
    readonly version: number | null;
    readonly text: string;
}

/**
 * The workspace of an editor: folders on a disk, what is open, and the plans they make. Texts that change are read when
 * somebody asks (`flush`), so that of many keystrokes only the last is read.
 */
export class ServerWorkspace {
    readonly workspace: Workspace;
    readonly plans: PlanFolders;
    readonly files: PlanFiles;
    private readonly opened = new Map<string, OpenDocument>();
    private readonly stale = new Set<string>();
    private readonly admission: Admission;
    private lastRoot: string | undefined;

    constructor(
        disk: Disk,
        private day: Day,
        /** Told after every change of what the plans say. */
        private readonly changed: () => void,
    ) {
        this.workspace = new Workspace(day);
        this.plans = new PlanFolders(this.workspace);
        this.files = new PlanFiles(disk, this.workspace, this.plans, {
            openText: (address) => this.opened.get(address)?.text,
            changed,
        });
        this.admission = new Admission(this.files, this.plans, {
            opened: this.opened,
            isKnown: (address) => this.workspace.lines(address)?.text === this.opened.get(address)?.text,
            take: (address) => {
                this.stale.add(address);
                changed();
            },
            drop: (address) => {
                this.stale.delete(address);
                this.files.forget(address);
            },
            left: () => this.setFolders(this.plans.folders),
        });
    }

    get today(): Day {
        return this.day;
    }

    /** Sets the day of the run. */
    setToday(day: Day): void {
        if (day !== this.day) {
            this.day = day;
            this.workspace.setToday(day);
            this.changed();
        }
    }

    /** An open document, by its address. */
    document(address: string): OpenDocument | undefined {
        return this.opened.get(address);
    }

    /** Takes a document that was opened. */
    open(address: string, document: OpenDocument): void {
        this.opened.set(address, document);
        if (isConfiguration(address)) {
            void this.files.configure(address);
        } else if (libraryOf(address) === undefined) {
            this.admission.admit(address);
        }
    }

    /** Changes an open document; nothing happens to one that is not open. */
    change(address: string, version: number | null, changes: readonly TextChange[]): void {
        const document = this.opened.get(address);
        if (document === undefined) {
            return;
        }
        this.opened.set(address, { ...document, version, text: applyChanges(document.text, changes) });
        if (isConfiguration(address)) {
            void this.files.configure(address);
        } else if (this.admission.isPart(address)) {
            this.stale.add(address);
            this.changed();
        }
    }

    /** Returns to what the disk says. */
    close(address: string): void {
        if (!this.opened.delete(address)) {
            return;
        }
        this.stale.delete(address);
        if (isConfiguration(address)) {
            void this.files.configure(address);
        } else {
            this.admission.close(address);
        }
        this.admission.leave();
    }

    /** Changes the folders of the workspace; those added are to be scanned. */
    setFolders(folders: readonly string[]): void {
        this.plans.folders = folders;
        for (const [folder, { address }] of [...this.plans.configured]) {
            if (!this.files.isFound(address)) {
                this.plans.configured.delete(folder);
            }
        }
        this.plans.settle();
        for (const address of [...this.files.known]) {
            if (!this.admission.isPart(address)) {
                this.files.forget(address);
            }
        }
        for (const address of this.opened.keys()) {
            if (!isConfiguration(address) && libraryOf(address) === undefined) {
                this.admission.again(address);
            }
        }
        this.changed();
    }

    /** Takes files or folders that may have come, changed or gone. */
    touch(addresses: readonly string[]): Promise<void> {
        return this.files.during(async () => {
            await this.files.touch(addresses);
            await this.admission.look();
        });
    }

    /** Reads all open texts that have changed since they were last read. */
    flush(): void {
        for (const address of this.stale) {
            this.take(address);
        }
    }

    /** The same a little at a time. */
    async flushInTurns(): Promise<void> {
        for (const address of this.stale) {
            this.take(address);
            await turn();
        }
    }

    /** A document as part of its plan; `undefined` for one that is unknown, or no plan's text. */
    view(address: string, locale: Locale): View | undefined {
        const options = { today: this.day, locale };
        if (isConfiguration(address)) {
            return undefined;
        }
        this.flush();
        if (libraryOf(address) !== undefined) {
            return viewOfLibrary(this.workspace, address, this.rootFor(address), options);
        }
        const view = viewOfFile(this.workspace, address, options);
        if (view !== undefined) {
            this.lastRoot = this.workspace.rootOf(address);
            return view;
        }
        const text = this.opened.get(address)?.text;
        return text === undefined ? undefined : viewOfText(this.workspace, address, text, options);
    }

    /** The roots of plans that have any text, in order. */
    planRootsWithText(): readonly string[] {
        return this.workspace.planRoots().filter((root) => this.workspace.plan(root).fragments.length > 0);
    }

    private take(address: string): void {
        this.stale.delete(address);
        const document = this.opened.get(address);
        if (document !== undefined && this.admission.isPart(address)) {
            this.files.known.add(address);
            this.workspace.setFile(address, document.text);
        }
    }

    /** The plan that a library is looked at from: the one last asked about, or else the first that uses it. */
    private rootFor(address: string): string | undefined {
        const name = libraryOf(address);
        const roots = this.workspace.planRoots();
        return [this.lastRoot, ...roots].find(
            (root) =>
                root !== undefined &&
                roots.includes(root) &&
                this.workspace.plan(root).libraries.some((each) => each.library === name),
        );
    }
}
