import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Day } from '../plan/calendar.ts';
import { Workspace } from '../workspace.ts';
import { readDamaged } from './decode.ts';
import { Failure } from './failure.ts';
import { find, NO_SETTINGS, readSettings, readText, rootAbove, shown } from './files.ts';

/** Plans on disk, read: a workspace, and the roots that were asked for. */
export interface Loaded {
    readonly workspace: Workspace;
    /** Roots of plans as people see them, in order. */
    readonly roots: readonly string[];
    /** How many files were read. */
    readonly files: number;
}

/**
 * Reads the plans at or below paths. Every folder with a `smartcity.json` is a plan; other files form a plan of the path
 * itself. A file stands for the plan it lies in. Paths without any plan end the command: nothing was checked.
 */
export function loadPlans(paths: readonly string[], cwd: string, today: Day): Loaded {
    const asked = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(cwd, path));
    const roots = new Set<string>();
    const files = new Map<string, string>();
    const fallback = new Map<string, string>();
    for (const path of asked) {
        if (!existsSync(path)) {
            throw new Failure({ en: `${shown(path, cwd)} does not exist.`, id: `${shown(path, cwd)} tidak ada.` });
        }
        const own = statSync(path).isFile() ? rootAbove(path) : undefined;
        const folder = own ?? path;
        if (statSync(folder).isFile()) {
            files.set(folder, folder);
            fallback.set(folder, folder);
            continue;
        }
        const found = findIn(folder, cwd);
        if (found.files.length === 0) {
            throw new Failure({
                en: `${shown(path, cwd)} holds no .smartcity file. Name a folder with a plan, such as \`smartcity check examples/kediri\`.`,
                id: `${shown(path, cwd)} tidak memuat berkas .smartcity. Sebutkan folder rencana, misalnya \`smartcity check examples/kediri\`.`,
            });
        }
        for (const root of found.roots) {
            roots.add(root);
        }
        for (const file of found.files) {
            files.set(file, file);
            fallback.set(file, folder);
        }
    }
    return fill(cwd, today, [...roots].sort(), [...files.keys()].sort(), fallback);
}

function findIn(folder: string, cwd: string): ReturnType<typeof find> {
    try {
        return find(folder);
    } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? 'error';
        throw new Failure({ en: `${shown(folder, cwd)} cannot be read (${code}).`, id: `${shown(folder, cwd)} tidak dapat dibaca (${code}).` });
    }
}

function fill(cwd: string, today: Day, roots: readonly string[], files: readonly string[], fallback: ReadonlyMap<string, string>): Loaded {
    const workspace = new Workspace(today);
    for (const root of roots) {
        workspace.setSettings(shown(root, cwd), readSettings(root, cwd));
    }
    for (const file of files) {
        const name = shown(file, cwd);
        if (workspace.rootOf(name) === undefined && !roots.some((root) => file.startsWith(`${root}/`))) {
            workspace.setSettings(shown(fallback.get(file)!, cwd), NO_SETTINGS);
        }
        const decoded = readText(file, cwd);
        workspace.setFile(name, decoded.text, decoded.badAt === undefined ? undefined : () => readDamaged(name, decoded));
    }
    return { workspace, roots: workspace.planRoots(), files: files.length };
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
