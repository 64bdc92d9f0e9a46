import funds from '../../seeds/funds.smartcity';
import garuda from '../../seeds/garuda.smartcity';
import kominfo from '../../seeds/kominfo.smartcity';
import kominfoA from '../../seeds/kominfo-a.smartcity';
import nationalApplications from '../../seeds/national-applications.smartcity';
import opdKota from '../../seeds/opd-kota.smartcity';
import pemdi from '../../seeds/pemdi.smartcity';
import smartCity100 from '../../seeds/smart-city-100.smartcity';
import spbe from '../../seeds/spbe.smartcity';
import type { Fragment } from './plan/fragment.ts';
import { readFragment } from './syntax/read.ts';

/** The texts of the built-in libraries, by the name that `use` takes. */
export const LIBRARY_TEXTS: ReadonlyMap<string, string> = new Map([
    ['funds', funds],
    ['garuda', garuda],
    ['kominfo', kominfo],
    ['kominfo-a', kominfoA],
    ['national-applications', nationalApplications],
    ['opd-kota', opdKota],
    ['pemdi', pemdi],
    ['smart-city-100', smartCity100],
    ['spbe', spbe],
]);

const read = new Map<string, Fragment>();

/** The address of a library's text: no file on disk, but a place one can go to. */
export function libraryAddress(name: string): string {
    return `smartcity-library:/${name}.smartcity`;
}

/** A built-in library, read at its first use; `undefined` when there is none of that name. */
export function library(name: string): Fragment | undefined {
    const text = LIBRARY_TEXTS.get(name);
    if (text === undefined) {
        return undefined;
    }
    let fragment = read.get(name);
    if (fragment === undefined) {
        fragment = readFragment(libraryAddress(name), text, name);
        read.set(name, fragment);
    }
    return fragment;
}

library.names = [...LIBRARY_TEXTS.keys()] as readonly string[];
