import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure, reasonOf } from './failure.ts';
import { SKIPPED } from './files.ts';
import { type Loaded, putFile, type Sources } from './load.ts';

/** How long after a change is read, in milliseconds: who saves writes in several steps. */
const PAUSE = 8;

/** Plans that follow their files: what did not change is not read again. */
export class LivePlans {
    private sources: Sources | undefined;
    private loaded: Loaded | undefined;

    constructor(
        private readonly read: () => Sources,
        private readonly open: (sources: Sources) => Loaded,
    ) {}

    /** The plans as the files are now, and whether anything differs from last time. */
    refresh(): { readonly loaded: Loaded; readonly changed: boolean } {
        const sources = this.read();
        const before = this.sources;
        if (before === undefined || this.loaded === undefined || meaningOf(before) !== meaningOf(sources)) {
            this.loaded = this.open(sources);
            this.sources = sources;
            return { loaded: this.loaded, changed: true };
        }
        const { workspace } = this.loaded;
        let changed = false;
        for (const [name, decoded] of sources.files) {
            const known = before.files.get(name);
            if (known?.text !== decoded.text || known.badAt !== decoded.badAt) {
                // The same text is no change to a workspace, though the bytes behind it may be good now.
                if (known?.text === decoded.text) {
                    workspace.removeFile(name);
                }
                putFile(workspace, name, decoded);
                changed = true;
            }
        }
        for (const name of before.files.keys()) {
            if (!sources.files.has(name)) {
                workspace.removeFile(name);
                changed = true;
            }
        }
        this.sources = sources;
        this.loaded = { ...this.loaded, files: sources.files.size };
        return { loaded: this.loaded, changed };
    }
}

/** Everything in settings that could change a finding, or which file belongs where. */
function meaningOf({ settings }: Sources): string {
    return JSON.stringify([...settings].map(([root, { config, baseline }]) => [root, config, [...baseline]]));
}

/**
 * Calls `act` a moment after anything changes in folders or below them, also in folders that come later. Ends when
 * `stop` is called, which gives back a promise that `done` waits for.
 */
export function watchFolders(
    places: () => readonly string[],
    act: () => void,
): { readonly done: Promise<void>; stop(): void } {
    const watchers = new Map<string, FSWatcher>();
    let timer: NodeJS.Timeout | undefined;
    let end = (): void => {};
    const done = new Promise<void>((settle) => {
        end = settle;
    });
    const follow = (): void => {
        const folders = new Set(places().flatMap(foldersIn));
        for (const [folder, watcher] of watchers) {
            if (!folders.has(folder)) {
                watcher.close();
                watchers.delete(folder);
            }
        }
        for (const folder of folders) {
            if (!watchers.has(folder)) {
                watchers.set(folder, watchOne(folder, onChange));
            }
        }
    };
    const onChange = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => {
            follow();
            act();
        }, PAUSE);
    };
    follow();
    return {
        done,
        stop: () => {
            clearTimeout(timer);
            for (const watcher of watchers.values()) {
                watcher.close();
            }
            watchers.clear();
            end();
        },
    };
}

function watchOne(folder: string, onChange: () => void): FSWatcher {
    try {
        // A folder that goes away is told by the folder around it.
        return watch(folder, onChange).on('error', onChange);
    } catch (error) {
        const reason = reasonOf(error);
        throw new Failure({
            en: `${folder} cannot be watched: ${reason.en}. Watch fewer folders, or run \`smartcity check\` without \`--watch\`.`,
            id: `${folder} tidak dapat dipantau: ${reason.id}. Pantau lebih sedikit folder, atau jalankan \`smartcity check\` tanpa \`--watch\`.`,
        });
    }
}

/** A folder and all below it that may hold plans; of a file, those around it up to its plan are given by the caller. */
function foldersIn(path: string): string[] {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) {
        return [];
    }
    if (!stat.isDirectory()) {
        return [dirname(resolve(path))];
    }
    const folders = [path];
    try {
        for (const entry of readdirSync(path, { withFileTypes: true })) {
            if (entry.isDirectory() && !SKIPPED.test(entry.name)) {
                folders.push(...foldersIn(join(path, entry.name)));
            }
        }
    } catch {
        // A folder that went away in between, or that is not ours to read.
    }
    return folders;
}
