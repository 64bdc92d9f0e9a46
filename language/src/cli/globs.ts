import { dirname, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { CONFIG_FILE } from '../configuration.ts';
import { compileGlob, faultOf } from '../disk/globs.ts';
import { Failure } from './failure.ts';
import type { Store } from './files.ts';

/** Whether a word on the command line is a pattern, such as `plans/*`, and not the name of something that is there. */
export function isPattern(word: string, cwd: string, store: Store): boolean {
    return picomatch.scan(word).isGlob && store.kindOf(resolve(cwd, word)) === undefined;
}

/**
 * The absolute paths that a pattern meets, sorted: `.smartcity` files, and folders that hold any. What lies below a
 * folder that is met is not given as well.
 */
export function expandPattern(pattern: string, cwd: string, store: Store): string[] {
    const { base, glob } = picomatch.scan(pattern);
    const top = resolve(cwd, base);
    if (store.kindOf(top) !== 'folder') {
        return [];
    }
    const fault = faultOf(glob);
    if (fault !== undefined) {
        throw new Failure({ en: `${pattern}: ${fault.en}`, id: `${pattern}: ${fault.id}` });
    }
    const matches = compileGlob(glob);
    const met = new Set<string>();
    const { files, roots } = store.find(top);
    for (const file of [...files, ...roots.map((root) => resolve(root, CONFIG_FILE))]) {
        const highest = placesOf(file, top).find((place) => matches(relative(top, place).split(sep).join('/')));
        // A configuration alone is no plan; a folder with one and no file is met all the same.
        if (highest !== undefined && (highest !== file || files.includes(file))) {
            met.add(highest);
        }
    }
    return [...met].sort();
}

/** A file and the folders around it that lie below another, the highest first. */
function placesOf(file: string, top: string): string[] {
    const places: string[] = [];
    for (let place = file; place !== top && place.length > top.length; place = dirname(place)) {
        places.unshift(place);
    }
    return places;
}
