import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { addressOfPath, pathOf } from './addresses.ts';

/** A larger file is no plan that anybody wrote: it is reported and not read. */
export const MOST_BYTES = 16 * 1024 * 1024;

/** What a folder holds. */
export interface Entry {
    readonly name: string;
    readonly address: string;
    readonly isFolder: boolean;
}

/** Where files are kept, by their addresses. Nothing here throws: what cannot be read is not there. */
export interface Disk {
    /** A file's bytes; `large` when they are too many; `undefined` when there is no such file. */
    read(address: string): Promise<Uint8Array | 'large' | undefined>;
    /** What a folder holds, in order of name. Links to folders are not followed, so that no circle can form. */
    list(folder: string): Promise<readonly Entry[]>;
    /** Whether there is such a folder; true where nobody can tell. */
    isFolder(address: string): Promise<boolean>;
    /** The address that a file has without links on its way; the same one when it cannot be told. */
    real(address: string): Promise<string>;
}

/** The file system of this machine. */
export const DISK: Disk = {
    async read(address) {
        const path = pathOf(address);
        try {
            if (path === undefined) {
                return undefined;
            }
            const found = await stat(path);
            // Only files: reading a pipe or a device might never end.
            if (!found.isFile()) {
                return undefined;
            }
            return found.size > MOST_BYTES ? 'large' : await readFile(path);
        } catch {
            return undefined;
        }
    },
    async list(folder) {
        const path = pathOf(folder);
        if (path === undefined) {
            return [];
        }
        try {
            const entries = await readdir(path, { withFileTypes: true });
            return entries
                .filter((entry) => entry.isDirectory() || entry.isFile() || entry.isSymbolicLink())
                .map((entry) => ({
                    name: entry.name,
                    address: addressOfPath(join(path, entry.name)),
                    isFolder: entry.isDirectory(),
                }))
                .sort((a, b) => (a.name < b.name ? -1 : 1));
        } catch {
            return [];
        }
    },
    async isFolder(address) {
        const path = pathOf(address);
        try {
            return path === undefined || (await stat(path)).isDirectory();
        } catch {
            return false;
        }
    },
    async real(address) {
        const path = pathOf(address);
        try {
            return path === undefined ? address : addressOfPath(await realpath(path));
        } catch {
            return address;
        }
    },
};
