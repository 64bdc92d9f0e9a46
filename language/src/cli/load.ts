import { basename, resolve, sep } from 'node:path';
import { CONFIG_FILE } from '../configuration.ts';
import { type Decoded, readDamaged } from '../disk/decode.ts';
import { NO_SETTINGS } from '../disk/settings.ts';
import type { Day } from '../plan/calendar.ts';
import { type PlanSettings, Workspace } from '../workspace.ts';
import { Failure, unreadable } from './failure.ts';
import { DISK, type Found, readSettings, readText, rootAbove, type Store, shown } from './files.ts';
import { expandPattern, isPattern } from './globs.ts';

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
 * itself. A file stands for the plan it lies in, a pattern (`plans/*`) for what it meets. `store` is where they are read
 * from: the disk unless given. Paths without any plan end the command, for nothing was checked, unless `allowEmpty`.
 */
export function loadPlans(
    paths: readonly string[],
    cwd: string,
    today: Day,
    store: Store = DISK,
    allowEmpty = false,
): Loaded {
    return openPlans(readPlans(paths, cwd, store, allowEmpty), today);
}

/** Reads the files of the plans at or below paths, as `loadPlans` says. */
export function readPlans(paths: readonly string[], cwd: string, store: Store, allowEmpty: boolean): Sources {
    const roots = new Set<string>();
    const fallback = new Map<string, string>();
    for (const path of placesNamed(paths.length === 0 ? ['.'] : paths, cwd, store, allowEmpty)) {
        const kind = store.kindOf(path);
        if (kind === undefined) {
            throw new Failure({
                en: `${shown(path, cwd)} does not exist${store.where.en}.`,
                id: `${shown(path, cwd)} tidak ada${store.where.id}.`,
            });
        }
        const found = kind === 'file' ? planAround(path, cwd, store) : findIn(path, cwd, store);
        if (found.files.length === 0 && !allowEmpty) {
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
    return read(cwd, [...roots].sort(), fallback, store);
}

/** The absolute paths that words on the command line mean. A pattern that meets nothing ends the command. */
function placesNamed(words: readonly string[], cwd: string, store: Store, allowEmpty: boolean): string[] {
    return words.flatMap((word) => {
        if (!isPattern(word, cwd, store)) {
            return [resolve(cwd, word)];
        }
        const met = expandPattern(word, cwd, store);
        if (met.length === 0 && !allowEmpty) {
            throw new Failure({
                en: `Nothing matches \`${word}\`${store.where.en}.`,
                id: `Tidak ada yang cocok dengan \`${word}\`${store.where.id}.`,
            });
        }
        return met;
    });
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
        if (error instanceof Failure) {
            throw error;
        }
        const name = shown(folder, cwd);
        throw unreadable({ en: name, id: name }, error);
    }
}

/** Plans as they are read, before anything is made of them. */
export interface Sources {
    /** Settings by the root of a plan, as people see it. */
    readonly settings: ReadonlyMap<string, PlanSettings>;
    /** What files hold, by their names as people see them; excluded ones are not even read. */
    readonly files: ReadonlyMap<string, Decoded>;
}

/** Reads the files of plans. `asked` says for every file below which path it was found. */
function read(cwd: string, roots: readonly string[], asked: ReadonlyMap<string, string>, store: Store): Sources {
    const settings = new Map(roots.map((root) => [shown(root, cwd), readSettings(root, cwd, store)]));
    // All plans are known before the first file is read: which plan a file is part of must not hang on its name.
    const strays = [...asked].filter(([file]) => !roots.some((root) => isBelow(file, root)));
    for (const path of new Set(strays.map(([, path]) => path))) {
        settings.set(shown(path, cwd), NO_SETTINGS);
    }
    const plans = new Workspace(0);
    for (const [root, each] of settings) {
        plans.setSettings(root, each);
    }
    const names = [...asked.keys()].sort().map((file) => [file, shown(file, cwd)] as const);
    const files = names
        .filter(([, name]) => plans.rootOf(name) !== undefined)
        .map(([file, name]) => [name, readText(file, cwd, store)] as const);
    return { settings, files: new Map(files) };
}

/** Makes a workspace of what was read. */
export function openPlans({ settings, files }: Sources, today: Day): Loaded {
    const workspace = new Workspace(today);
    for (const [root, each] of settings) {
        workspace.setSettings(root, each);
    }
    for (const [name, decoded] of files) {
        putFile(workspace, name, decoded);
    }
    return { workspace, roots: workspace.planRoots(), files: files.size };
}

/** Adds a file to a workspace, or changes it. */
export function putFile(workspace: Workspace, name: string, decoded: Decoded): void {
    const reading = decoded.badAt === undefined ? undefined : () => readDamaged(name, decoded);
    workspace.setFile(name, decoded.text, reading);
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
