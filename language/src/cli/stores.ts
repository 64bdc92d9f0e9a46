import { basename, dirname, sep } from 'node:path';
import { CONFIG_FILE } from '../configuration.ts';
import { joinSides } from '../disk/baseline.ts';
import type { Store } from './files.ts';

/** A store in which one file holds other bytes than it does, or is there at all. Its path is absolute. */
export function withFile(store: Store, file: string, bytes: Buffer): Store {
    return {
        where: store.where,
        kindOf: (path) => (path === file ? 'file' : (store.kindOf(path) ?? folderAround(path, file))),
        find: (folder) => {
            const found = store.kindOf(folder) === undefined ? { files: [], roots: [] } : store.find(folder);
            return isIn(file, folder) && !found.files.includes(file)
                ? { ...found, files: [...found.files, file].sort() }
                : found;
        },
        bytes: (path) => (path === file ? bytes : store.bytes(path)),
    };
}

/** A new file may lie in a new folder. */
function folderAround(path: string, file: string): 'folder' | undefined {
    return isIn(file, path) ? 'folder' : undefined;
}

function isIn(file: string, folder: string): boolean {
    return dirname(file) === folder || file.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** A store in which a baseline that is not there yet is an empty one, and one that was not merged holds both sides. */
export function withNewBaselines(store: Store): Store {
    return {
        where: store.where,
        kindOf: (path) => store.kindOf(path),
        find: (folder) => store.find(folder),
        bytes: (path) => {
            if (store.kindOf(path) === undefined) {
                // Nothing else is read without having been found.
                return Buffer.from('[]');
            }
            const bytes = store.bytes(path);
            const isBaseline = !path.endsWith('.smartcity') && basename(path) !== CONFIG_FILE;
            return isBaseline ? Buffer.from(joinSides(bytes.toString('utf8'))) : bytes;
        },
    };
}
