import { basename, resolve, sep } from 'node:path';
import { CONFIG_FILE } from '../configuration.ts';
import { readDamaged } from '../disk/decode.ts';
import { NO_SETTINGS } from '../disk/settings.ts';
import type { Day } from '../plan/calendar.ts';
import { Workspace } from '../workspace.ts';
import { Failure } from './failure.ts';
import { DISK, type Found, readSettings, readText, rootAbove, type Store, shown } from './files.ts';

/** Plans on disk, read: a workspace, and the roots that were asked for. */
export interface Loaded {
    readonly workspace: Workspace;
    /** Roots of plans as people see them, in order. */
    readonly roots: readonly string[];
    /** How many files the plans have; excluded ones are not even read. */
    readonly files: number;
}

/**
 * Reads the plans at or below paths. Every folder with a `smartcity.json` is a plan; other files form a plan of the path
 * itself. A file stands for the plan it lies in. Paths without any plan end the command: nothing was checked. `store` is
 * where they are read from: the disk unless given.
 */
export function loadPlans(paths: readonly string[], cwd: string, today: Day, store: Store = DISK): Loaded {
    const asked = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(cwd, path));
    const roots = new Set<string>();
    const fallback = new Map<string, string>();
    for (const path of asked) {
        const kind = store.kindOf(path);
        if (kind === undefined) {
            throw new Failure({
                en: `${shown(path, cwd)} does not exist${store.where.en}.`,
                id: `${shown(path, cwd)} tidak ada${store.where.id}.`,
            });
        }
        const found = kind === 'file' ? planAround(path, cwd, store) : findIn(path, cwd, store);
        if (found.files.length === 0) {
            throw new Failure({
                en: `${shown(path, cwd)} holds no .smartcity file${store.where.en}. Name a folder with a plan, such as \`smartcity check examples/kediri\`.`,
                id: `${shown(path, cwd)} tidak memuat berkas .smartcity${store.where.id}. Sebutkan folder rencana, misalnya \`smartcity check examples/kediri\`.`,
            });
        }
        for (const root of found.roots) {
            roots.add(root);
        }
        for (const file of found.files) {
            fallback.set(file, path);
        }
    }
    return fill(cwd, today, [...roots].sort(), fallback, store);
}

/** The plan that a named file stands for: the nearest one above it without the plans nested in it, or the file alone. */
function planAround(file: string, cwd: string, store: Store): Found {
    if (!file.endsWith('.smartcity') && basename(file) !== CONFIG_FILE) {
        return { files: [], roots: [] };
    }
    const root = rootAbove(file, store);
    if (root === undefined) {
        return { files: [file], roots: [] };
    }
    const found = findIn(root, cwd, store);
    const nested = found.roots.filter((each) => each !== root);
    return { files: found.files.filter((each) => !nested.some((other) => isBelow(each, other))), roots: [root] };
}

function isBelow(file: string, folder: string): boolean {
    return file.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

function findIn(folder: string, cwd: string, store: Store): Found {
    try {
        return store.find(folder);
    } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? 'error';
        throw new Failure({
            en: `${shown(folder, cwd)} cannot be read (${code}).`,
            id: `${shown(folder, cwd)} tidak dapat dibaca (${code}).`,
        });
    }
}

/** Reads the files into a workspace. `asked` says for every file below which path it was found. */
function fill(
    cwd: string,
    today: Day,
    roots: readonly string[],
    asked: ReadonlyMap<string, string>,
    store: Store,
): Loaded {
    const workspace = new Workspace(today);
    for (const root of roots) {
        workspace.setSettings(shown(root, cwd), readSettings(root, cwd, store));
    }
    // All plans are known before the first file is read: which plan a file is part of must not hang on its name.
    const strays = [...asked].filter(([file]) => !roots.some((root) => isBelow(file, root)));
    for (const path of new Set(strays.map(([, path]) => path))) {
        workspace.setSettings(shown(path, cwd), NO_SETTINGS);
    }
    let files = 0;
    for (const file of [...asked.keys()].sort()) {
        const name = shown(file, cwd);
        if (workspace.rootOf(name) === undefined) {
            continue;
        }
        files++;
        const decoded = readText(file, cwd, store);
        workspace.setFile(
            name,
            decoded.text,
            decoded.badAt === undefined ? undefined : () => readDamaged(name, decoded),
        );
    }
    return { workspace, roots: workspace.planRoots(), files };
}

/** The one plan that a command is about; several end the command. */
export function onlyPlan(loaded: Loaded, command: string): string {
    const [root, ...others] = loaded.roots;
    if (root === undefined || others.length > 0) {
        throw new Failure({
            en: `\`smartcity ${command}\` wants one plan; there are ${loaded.roots.length}: ${loaded.roots.join(', ')}. Name one of them.`,
            id: `\`smartcity ${command}\` memerlukan satu rencana; ada ${loaded.roots.length}: ${loaded.roots.join(', ')}. Sebutkan salah satu.`,
        });
    }
    return root;
}
