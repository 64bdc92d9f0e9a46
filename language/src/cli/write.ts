import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { unwritable } from './failure.ts';
import { shown } from './files.ts';

/** A file to be written, and where it waits until all are; what is no file on a disk (`/dev/stderr`) waits nowhere. */
interface Target {
    readonly file: string;
    readonly beside: string | undefined;
    readonly mode: number | undefined;
    readonly text: string | Uint8Array;
}

/**
 * Writes files, all or none: each is written beside its place, and moved there only when all of them are written.
 * Gives their paths. A place that cannot be written ends the command. Who stops the program meanwhile (Ctrl-C) does so a
 * moment later, so that nothing is left beside.
 */
export function writeFiles(files: ReadonlyMap<string, string | Uint8Array>, cwd: string): string[] {
    const wait = (): void => {};
    process.on('SIGINT', wait).on('SIGTERM', wait);
    const targets: Target[] = [];
    try {
        for (const [path, text] of files) {
            at(resolve(cwd, path), cwd, (file) => targets.push(prepare(file, text)));
        }
        for (const step of [write, move]) {
            for (const target of targets) {
                at(target.file, cwd, () => step(target));
            }
        }
    } catch (error) {
        dropParts(targets);
        throw error;
    } finally {
        process.off('SIGINT', wait).off('SIGTERM', wait);
    }
    return [...files.keys()].map((path) => shown(resolve(cwd, path), cwd));
}

/** Does something with a file; ends the command with its name where the system refuses. */
function at(file: string, cwd: string, act: (file: string) => void): void {
    try {
        act(file);
    } catch (error) {
        const name = shown(file, cwd);
        throw unwritable({ en: name, id: name }, error);
    }
}

function prepare(path: string, text: string | Uint8Array): Target {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory() === true) {
        throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' });
    }
    if (stat !== undefined && !stat.isFile()) {
        return { file: path, beside: undefined, mode: undefined, text };
    }
    // A link stays a link: what it points to is written.
    const file = stat === undefined ? path : realpathSync(path);
    return { file, beside: `${file}.${process.pid}.part`, mode: stat?.mode, text };
}

function write({ file, beside, mode, text }: Target): void {
    if (beside === undefined) {
        return;
    }
    makeFolder(dirname(file));
    writeFileSync(beside, text);
    if (mode !== undefined) {
        if ((mode & 0o222) === 0) {
            throw Object.assign(new Error(`${file} is read-only`), { code: 'EACCES' });
        }
        chmodSync(beside, mode & 0o7777);
    }
}

/** Makes a folder and those above it. Node's own `recursive` never comes back where the system refuses, as in `/proc`. */
function makeFolder(path: string): void {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) {
        makeFolder(dirname(path));
        mkdirSync(path);
    }
}

function move({ file, beside, text }: Target): void {
    if (beside === undefined) {
        writeFileSync(file, text);
    } else {
        renameSync(beside, file);
    }
}

function dropParts(targets: readonly Target[]): void {
    for (const { beside } of targets) {
        try {
            if (beside !== undefined) {
                rmSync(beside, { force: true });
            }
        } catch {
            // Where nothing could be written there is nothing to take away.
        }
    }
}
