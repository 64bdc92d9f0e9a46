import { type Decoded, decode, readDamaged } from '../disk/decode.ts';
import type { Fragment } from '../plan/fragment.ts';
import { readFragment } from '../syntax/read.ts';
import type { Workspace } from '../workspace.ts';
import { folderOf, isBelow, isConfiguration, isFoundIn, isPlanText, SKIPPED, within } from './addresses.ts';
import { type Disk, MOST_BYTES } from './disk.ts';
import { baselineOf, type PlanFolders } from './plan-folders.ts';
import { turn } from './turn.ts';

/** More files than this are no workspace of plans: the rest is not read. */
export const MOST_FILES = 50_000;

/** How far the reading of folders has come. */
export interface ScanProgress {
    readonly done: number;
    readonly all: number;
}

/** What is open in the editor, and who wants to know of changes. */
export interface Around {
    /** The text of an open document: it beats the disk's. */
    openText(address: string): string | undefined;
    /** Told after every change of what the plans say. */
    changed(): void;
}

/**
 * The plans' files on the disk. Reading takes time: of several readings of one file the last that was begun counts, and
 * what the disk says beats every event about it.
 */
export class PlanFiles {
    /** Files whose text the workspace has, open ones too. */
    readonly known = new Set<string>();
    private readonly tickets = new Map<string, number>();
    private lastTicket = 0;
    private readings = 0;

    constructor(
        private readonly disk: Disk,
        private readonly workspace: Workspace,
        private readonly plans: PlanFolders,
        private readonly around: Around,
    ) {}

    /** Whether something is being read: what the plans say may soon be otherwise. */
    get isReading(): boolean {
        return this.readings > 0;
    }

    /** Does something during which plans are half known, and tells of the change at its end. */
    async during<T>(work: () => Promise<T>): Promise<T> {
        this.readings++;
        try {
            return await work();
        } finally {
            this.readings--;
            this.around.changed();
        }
    }

    /**
     * Searches folders and reads what is found, a little at a time. False when there was more than `MOST_FILES`, of
     * which the rest is left out.
     */
    scan(folders: readonly string[], report: (progress: ScanProgress) => void = () => {}): Promise<boolean> {
        return this.during(async () => {
            const found: string[] = [];
            const isWhole = await this.walk(folders, found);
            await inBatches(found.filter(isConfiguration), (each) => this.configure(each));
            const files = found.filter(isPlanText);
            let done = 0;
            await inBatches(files, async (each) => {
                await this.reload(each);
                done++;
                report({ done, all: files.length });
            });
            return isWhole;
        });
    }

    /** Takes files or folders that may have come, changed or gone. */
    touch(addresses: readonly string[]): Promise<void> {
        return this.during(() => inBatches(addresses, (each) => this.touchOne(each)));
    }

    /** Reads baselines again, which nobody watches. */
    async refreshBaselines(): Promise<void> {
        const naming = [...this.plans.configured.values()].filter((each) => each.reading.config.baseline !== undefined);
        await inBatches(naming, (each) => this.configure(each.address));
    }

    /** Reads a file of a plan again. */
    reload(address: string): Promise<void> {
        return this.latest(address, async (isLatest) => {
            const bytes = await this.disk.read(address);
            if (isLatest() && this.around.openText(address) === undefined) {
                this.put(address, bytes);
                this.around.changed();
            }
        });
    }

    /** Reads a `smartcity.json` again, open or not. */
    configure(address: string): Promise<void> {
        return this.latest(address, async (isLatest) => {
            const text = this.isFound(address)
                ? (this.around.openText(address) ?? textOf(await this.disk.read(address)))
                : undefined;
            const folder = folderOf(address);
            const named = text === undefined ? undefined : baselineOf(text);
            const baseline = named === undefined ? undefined : textOf(await this.disk.read(within(folder, named)));
            if (isLatest() && this.plans.configure(folder, address, text, baseline)) {
                this.around.changed();
            }
        });
    }

    /** Takes a file out of its plan. */
    forget(address: string): void {
        this.known.delete(address);
        this.workspace.removeFile(address);
    }

    /** Whether a file lies where plans are searched. */
    isFound(address: string): boolean {
        return this.folderAround(address) !== undefined;
    }

    /** Whether a file is reached through a link to a folder, which the search does not follow. */
    async isLinked(address: string): Promise<boolean> {
        const around = this.folderAround(address);
        if (around === undefined) {
            return false;
        }
        const folder = folderOf(address);
        const [real, realAround] = await Promise.all([this.disk.real(folder), this.disk.real(around)]);
        return real !== realAround + folder.slice(around.length);
    }

    /** Whether the folder of a file is no longer there, or not yet. */
    async isLost(address: string): Promise<boolean> {
        const folder = folderOf(address);
        return !this.plans.folders.includes(folder) && !(await this.disk.isFolder(folder));
    }

    /** The nearest folder above a file that holds a `smartcity.json` on the disk; `undefined` for none. */
    async planFolderAbove(address: string): Promise<string | undefined> {
        for (let folder = folderOf(address); folder.includes('://'); folder = folderOf(folder)) {
            if ((await this.disk.read(within(folder, 'smartcity.json'))) !== undefined) {
                return folder;
            }
        }
        return undefined;
    }

    private async touchOne(address: string): Promise<void> {
        if (isConfiguration(address)) {
            await this.configure(address);
        } else if (isPlanText(address) && (this.known.has(address) || !(await this.isLinked(address)))) {
            await this.reload(address);
        }
        const configurations = [...this.plans.configured.values()].map((each) => each.address);
        // Those that are just being read, too: what was read may be of before.
        const all = new Set([...this.known, ...configurations, ...this.tickets.keys()]);
        const below = [...all].filter((each) => isBelow(each, address));
        await inBatches(below, (each) => (isConfiguration(each) ? this.configure(each) : this.reload(each)));
        if (!isPlanText(address) && !isConfiguration(address) && this.isFound(`${address}/`)) {
            await this.scan([address]);
        }
    }

    private put(address: string, bytes: Uint8Array | 'large' | undefined): void {
        if (bytes === undefined || !(this.isFound(address) || this.plans.alone.has(address))) {
            this.forget(address);
            return;
        }
        this.known.add(address);
        if (bytes === 'large') {
            this.workspace.removeFile(address);
            this.workspace.setFile(address, '', () => tooLarge(address));
            return;
        }
        const decoded: Decoded = decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
        const { text, badAt } = decoded;
        this.workspace.setFile(address, text, badAt === undefined ? undefined : () => readDamaged(address, decoded));
    }

    /** Runs a reading, and tells it by its end whether a later one of the same file has begun. */
    private async latest(address: string, read: (isLatest: () => boolean) => Promise<void>): Promise<void> {
        const ticket = ++this.lastTicket;
        this.tickets.set(address, ticket);
        this.readings++;
        try {
            await read(() => this.tickets.get(address) === ticket);
        } finally {
            this.readings--;
            if (this.tickets.get(address) === ticket) {
                this.tickets.delete(address);
                this.around.changed();
            }
        }
    }

    private async walk(folders: readonly string[], found: string[]): Promise<boolean> {
        const waiting = [...folders];
        for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
            for (const { name, address, isFolder } of await this.disk.list(folder)) {
                if (isFolder && !SKIPPED.test(name)) {
                    waiting.push(address);
                } else if (!isFolder && (isPlanText(address) || isConfiguration(address))) {
                    found.push(address);
                    if (found.length > MOST_FILES) {
                        found.pop();
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private folderAround(address: string): string | undefined {
        return [...this.plans.folders, ...this.plans.alone].find((folder) => isFoundIn(address, folder));
    }
}

function tooLarge(file: string): Fragment {
    const limit = `${MOST_BYTES / 1024 / 1024} MB`;
    return {
        ...readFragment(file, ''),
        problems: [
            {
                rule: 'syntax-error',
                message: {
                    en: `This file is larger than ${limit} and is not read. Split it, one file an agency.`,
                    id: `Berkas ini lebih besar dari ${limit} dan tidak dibaca. Bagilah, satu berkas per perangkat daerah.`,
                },
                at: { file, start: 0, end: 1 },
                subjects: [],
                facts: 'too large',
            },
        ],
    };
}

function textOf(bytes: Uint8Array | 'large' | undefined): string | undefined {
    return bytes === undefined || bytes === 'large' ? undefined : decode(Buffer.from(bytes)).text;
}

/** Does something for each, some at a time, and lets others have their turn in between. */
async function inBatches<T>(items: readonly T[], each: (item: T) => Promise<void>): Promise<void> {
    for (let i = 0; i < items.length; i += 8) {
        await Promise.all(items.slice(i, i + 8).map(each));
        await turn();
    }
}
