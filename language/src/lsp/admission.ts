import { isBelow, isPlanText, schemeOf } from './addresses.ts';
import type { PlanFiles } from './plan-files.ts';
import type { PlanFolders } from './plan-folders.ts';

/** What is open in the editor, and who is told what becomes of it. */
export interface Opened {
    /** The open documents, by address. */
    readonly opened: ReadonlyMap<string, unknown>;
    /** Whether the plans have a document's text already. */
    isKnown(address: string): boolean;
    /** Told of a document whose text belongs into its plan. */
    take(address: string): void;
    /** Told of a document whose text is no part of a plan. */
    drop(address: string): void;
    /** Told when a plan outside the workspace is no longer looked at. */
    left(): void;
}

/**
 * Decides which open documents are part of a plan. None are: the same file by another way, documents of unknown origin,
 * and those in a folder that is gone, for without its own `smartcity.json` the plan around would take them in.
 */
export class Admission {
    private readonly apart = new Set<string>();
    /** Those among them that will be part of a plan as soon as their folder is there. */
    private readonly lost = new Set<string>();
    /** Documents of which it is being found out whether they are what their address says. */
    private readonly doubted = new Set<string>();
    private looking: Promise<void> = Promise.resolve();

    constructor(
        private readonly files: PlanFiles,
        private readonly plans: PlanFolders,
        private readonly around: Opened,
    ) {}

    /** Whether a document is part of a plan. */
    isPart(address: string): boolean {
        return !this.apart.has(address) && (this.isOfPlan(address) || this.plans.alone.has(address));
    }

    /** Decides about a document that was opened. */
    admit(address: string): void {
        if (this.files.known.has(address)) {
            // Editors open and close documents only to look at them: the same text again is no news.
            if (!this.around.isKnown(address)) {
                this.around.take(address);
            }
        } else if (schemeOf(address) === 'untitled') {
            this.plans.alone.add(address);
            this.plans.settle();
            this.around.take(address);
        } else if (this.isOfPlan(address)) {
            // Most likely it is what it looks like. What is asked while that is found out had better be answered from
            // the whole plan; nothing is reported before.
            this.around.take(address);
            void this.files.during(() => this.find(address));
        } else {
            this.apart.add(address);
            if (schemeOf(address) === 'file') {
                void this.files.during(() => this.reach(address));
            }
        }
    }

    /** Decides anew about an open document: the folders of the workspace are others. */
    again(address: string): void {
        this.lost.delete(address);
        this.apart.delete(address);
        this.admit(address);
    }

    /** Returns to what the disk says of a document that is no longer open. */
    close(address: string): void {
        this.lost.delete(address);
        if (!this.doubted.has(address) && !this.apart.delete(address) && this.isPart(address)) {
            void this.files.reload(address);
        }
    }

    /** Looks which open documents have lost their folder, and which have it again. */
    look(): Promise<void> {
        // One look after the other, so that the last one counts.
        this.looking = this.looking.then(async () => {
            for (const address of [...this.around.opened.keys()].filter((each) => this.isOfPlan(each))) {
                await this.lookAt(address);
            }
        });
        return this.looking;
    }

    /** Leaves plans outside the workspace of which nothing is open any more. */
    leave(): void {
        const unused = [...this.plans.alone].filter(
            (folder) => ![...this.around.opened.keys()].some((each) => each === folder || isBelow(each, folder)),
        );
        for (const folder of unused) {
            this.plans.alone.delete(folder);
        }
        if (unused.length > 0) {
            this.around.left();
        }
    }

    /** Whether a file has the name and the place of a plan's: a run from scratch reads no others. */
    private isOfPlan(address: string): boolean {
        return isPlanText(address) && this.files.isFound(address);
    }

    private async lookAt(address: string): Promise<void> {
        const isLost = await this.files.isLost(address);
        if (isLost && this.around.opened.has(address) && !this.apart.has(address)) {
            this.part(address);
            this.lost.add(address);
        } else if (!isLost && this.lost.has(address)) {
            this.again(address);
        }
    }

    private part(address: string): void {
        this.apart.add(address);
        this.around.drop(address);
    }

    /** Finds out whether a document where plans are searched is what its address says. */
    private async find(address: string): Promise<void> {
        this.doubted.add(address);
        const isLinked = await this.files.isLinked(address);
        if (isLinked) {
            this.lost.delete(address);
            this.part(address);
        } else {
            await this.look();
        }
        this.doubted.delete(address);
        if (!this.around.opened.has(address)) {
            this.close(address);
        }
    }

    /** Admits a document from elsewhere, with the plan that it lies in. */
    private async reach(address: string): Promise<void> {
        if (this.plans.folders.some((folder) => isBelow(address, folder))) {
            // A file in a folder that is skipped is no part of the plan around that folder.
            return;
        }
        const folder = isPlanText(address) ? await this.files.planFolderAbove(address) : undefined;
        if (this.around.opened.has(address)) {
            this.plans.alone.add(folder ?? address);
            this.plans.settle();
        }
        if (folder !== undefined) {
            await this.files.scan([folder]);
        }
        if (this.apart.delete(address)) {
            this.around.take(address);
        }
        this.leave();
    }
}
