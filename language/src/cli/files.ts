import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { CONFIG_FILE, readConfig } from '../configuration.ts';
import { isUnmerged } from '../disk/baseline.ts';
import { decode } from '../disk/decode.ts';
import { MOST_FILES, MOST_MEGABYTES } from '../disk/limits.ts';
import { readBaseline, settingsOf } from '../disk/settings.ts';
import { type Locale, type Message, same } from '../plan/message.ts';
import { Lines } from '../plan/origin.ts';
import type { PlanSettings } from '../workspace.ts';
import { Failure, unreadable } from './failure.ts';

/** Where files are read from: the disk, or a revision of a repository. Paths are absolute. */
export interface Store {
    /** What is at a path; `undefined` for nothing. */
    kindOf(path: string): 'file' | 'folder' | undefined;
    /** As the function `find`. */
    find(folder: string): Found;
    /** The bytes of a file; throws an error with a `code` where it cannot be read. */
    bytes(file: string): Buffer;
    /** Stands behind a path in messages: nothing for the disk, ` at v1` for a revision. */
    readonly where: Message;
}

/** Names of files and folders found below a path. */
export interface Found {
    /** Absolute paths of `.smartcity` files. */
    readonly files: readonly string[];
    /** Absolute paths of folders with a `smartcity.json`. */
    readonly roots: readonly string[];
}

/** Folders that never hold a plan. */
export const SKIPPED = /^(?:node_modules|\..+)$/;

/** A path as people see it: relative to the working directory, with `/`; `.` for itself. */
export function shown(path: string, cwd: string): string {
    const short = relative(cwd, path);
    return short === '' ? '.' : short.split(sep).join('/');
}

/**
 * Everything of interest at or below a path, in order. Links to folders are not followed, so that no circle can form. A
 * link to a file counts as that file, unless it leads out of the path: excerpts of what lies there (keys, other people's
 * files) would end up in reports, so that such a link ends the command; more files than `MOST_FILES` do, too.
 */
export function find(path: string, most = MOST_FILES): Found {
    const files: string[] = [];
    const roots: string[] = [];
    const top = realpathSync(path);
    const isPlain = (entry: { isFile(): boolean }, full: string): boolean => {
        if (entry.isFile()) {
            return true;
        }
        if (!isFile(full)) {
            return false;
        }
        if (!realpathSync(full).startsWith(top.endsWith(sep) ? top : `${top}${sep}`)) {
            throw leadsOut(relative(path, full).split(sep).join('/'));
        }
        return true;
    };
    const visit = (folder: string): void => {
        const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
        for (const entry of entries) {
            const full = join(folder, entry.name);
            if (entry.isDirectory()) {
                if (!SKIPPED.test(entry.name)) {
                    visit(full);
                }
            } else if (entry.name === CONFIG_FILE && isPlain(entry, full)) {
                roots.push(folder);
            } else if (entry.name.endsWith('.smartcity') && isPlain(entry, full)) {
                files.push(full);
                if (files.length > most) {
                    throw tooMany(most);
                }
            }
        }
    };
    visit(path);
    return { files, roots };
}

function isFile(path: string): boolean {
    // A link may lead nowhere, or to itself; a file may be gone since its name was read.
    return existsSync(path) && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function leadsOut(file: string): Failure {
    return new Failure({
        en: `${file} is a link that leads out of the folder that is checked, and is not read. Name the folder that holds both, or put a copy in its place.`,
        id: `${file} adalah tautan yang menuju ke luar folder yang diperiksa, dan tidak dibaca. Sebutkan folder yang memuat keduanya, atau ganti dengan salinan.`,
    });
}

function tooMany(most: number): Failure {
    const count = most;
    return new Failure({
        en: `There are more than ${count} .smartcity files here. Name the folder of one plan.`,
        id: `Ada lebih dari ${count} berkas .smartcity di sini. Sebutkan folder satu rencana.`,
    });
}

/** The files that are there now. */
export const DISK: Store = {
    kindOf: (path) => (existsSync(path) ? (statSync(path).isFile() ? 'file' : 'folder') : undefined),
    find,
    bytes: (file) => {
        const found = statSync(file);
        if (!found.isFile() && !found.isDirectory()) {
            // Reading a pipe or a device might never end.
            throw Object.assign(new Error(`${file} is no file`), { code: 'ENOTSUP' });
        }
        if (found.size > MOST_MEGABYTES * 1024 * 1024) {
            throw Object.assign(new Error(`${file} is too large`), { code: 'EFBIG' });
        }
        return readFileSync(file);
    },
    where: same(''),
};

/** The nearest folder at or above a file that holds a `smartcity.json`; `undefined` when there is none. */
export function rootAbove(file: string, store: Store = DISK): string | undefined {
    for (let folder = dirname(file); ; folder = dirname(folder)) {
        if (store.kindOf(join(folder, CONFIG_FILE)) !== undefined) {
            return folder;
        }
        if (dirname(folder) === folder) {
            return undefined;
        }
    }
}

/** The settings of a plan folder. What its `smartcity.json` says wrongly ends the command, with its place. */
export function readSettings(root: string, cwd: string, store: Store = DISK): PlanSettings {
    const file = join(root, CONFIG_FILE);
    const text = readText(file, cwd, store).text;
    const { config, problems } = readConfig(text);
    if (problems.length > 0) {
        const lines = new Lines(text);
        const say = (locale: Locale): string =>
            problems
                .map(({ start, message }) => {
                    const { line, column } = lines.at(start);
                    return `${shown(file, cwd)}:${line}:${column}${store.where[locale]}: ${message[locale]}`;
                })
                .join('\n');
        throw new Failure({ en: say('en'), id: say('id') });
    }
    return settingsOf(
        config,
        (name) => shown(resolve(cwd, name), root),
        config.baseline === undefined ? new Set() : baselineIn(resolve(root, config.baseline), cwd, store),
    );
}

/** The fingerprints of a baseline. What is none ends the command. */
function baselineIn(file: string, cwd: string, store: Store): ReadonlySet<string> {
    const [name, { where }] = [shown(file, cwd), store];
    const text = textIfAny(file, cwd, store);
    if (text === undefined) {
        throw new Failure({
            en: `${name}${where.en}, the \`baseline\` of ${CONFIG_FILE}, does not exist. \`smartcity check --update-baseline\` writes it.`,
            id: `${name}${where.id}, \`baseline\` pada ${CONFIG_FILE}, tidak ada. \`smartcity check --update-baseline\` menuliskannya.`,
        });
    }
    const found = readBaseline(text);
    if (found !== undefined) {
        return found;
    }
    throw isUnmerged(text)
        ? new Failure({
              en: `${name}${where.en} has an unsolved merge. Keep the lines of both sides; \`smartcity check --update-baseline\` puts them together.`,
              id: `${name}${where.id} memuat penggabungan yang belum selesai. Pertahankan baris kedua sisi; \`smartcity check --update-baseline\` menyatukannya.`,
          })
        : new Failure({
              en: `${name}${where.en} is no baseline: a JSON list of fingerprints is expected.`,
              id: `${name}${where.id} bukan baseline: diharapkan daftar sidik temuan dalam JSON.`,
          });
}

/** The text of a file that need not be there. */
function textIfAny(file: string, cwd: string, store: Store): string | undefined {
    try {
        return decode(store.bytes(file)).text;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
            return undefined;
        }
        throw refusal(file, cwd, store, error);
    }
}

/** A file's text. One that cannot be read ends the command. */
export function readText(file: string, cwd: string, store: Store = DISK): ReturnType<typeof decode> {
    try {
        return decode(store.bytes(file));
    } catch (error) {
        throw refusal(file, cwd, store, error);
    }
}

function refusal(file: string, cwd: string, { where }: Store, error: unknown): Failure {
    const name = shown(file, cwd);
    return unreadable({ en: `${name}${where.en}`, id: `${name}${where.id}` }, error);
}
