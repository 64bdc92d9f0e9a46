import { dirname, sep } from 'node:path';
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

/** A store in which a baseline that is not there yet is an empty one. */
export function withNewBaselines(store: Store): Store {
    return {
        where: store.where,
        kindOf: (path) => store.kindOf(path),
        find: (folder) => store.find(folder),
        // Nothing else is read without having been found.
        bytes: (path) => (store.kindOf(path) === undefined ? Buffer.from('[]') : store.bytes(path)),
    };
}
