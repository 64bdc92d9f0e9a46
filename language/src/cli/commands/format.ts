import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { formatted } from '../../format/format.ts';
import type { Locale } from '../../plan/message.ts';
import type { PlanSettings } from '../../workspace.ts';
import { addBareCommand, answer, cwd, type Options } from '../command.ts';
import { EXIT, Failure, unreadable } from '../failure.ts';
import { DISK, readSettings, rootAbove, shown } from '../files.ts';
import { expandPattern, isPattern } from '../globs.ts';
import { writeFiles } from '../write.ts';

/** What `smartcity format` is asked for. */
interface FormatWords extends Pick<Options, 'locale'> {
    readonly check?: boolean;
    readonly stdin?: boolean;
}

/** `smartcity format [paths]`: the files at or below the paths in the house style, the same as in the editor. */
export function defineFormat(program: Command): void {
    addBareCommand(program, 'format', 'write files in the house style: one clause a line, four spaces, nothing aligned')
        .argument('[paths...]', 'folders, files, or patterns in quotes such as "plans/*"')
        .option('--check', 'change nothing; exit 1 when a file is not in the style')
        .option('--stdin', 'format what comes in, and write it out')
        .action((paths: readonly string[], { check = false, stdin = false, locale = 'en' }: FormatWords) => {
            if (stdin && paths.length > 0) {
                throw new Failure({
                    en: '`--stdin` takes no paths: it formats what comes in.',
                    id: '`--stdin` tidak menerima jalur: yang diformat ialah masukan.',
                });
            }
            if (stdin) {
                formatInput(check);
            } else {
                formatFiles(filesOf(paths), check, locale);
            }
        });
}

/** Formats the standard input. What is not UTF-8 goes out as it came, and the exit code tells. */
function formatInput(check: boolean): void {
    const bytes = readFileSync(0);
    if (!isUtf8(bytes)) {
        process.stderr.write('smartcity: the input is not UTF-8.\n');
        process.exitCode = EXIT.findings;
        process.stdout.write(check ? '' : bytes);
        return;
    }
    const text = bytes.toString('utf8');
    const styled = formatted(text);
    answer({ text: check ? '' : styled, exit: check && styled !== text ? EXIT.findings : EXIT.fine });
}

/** Formats files, all or none, and lists those that change. Files that are not UTF-8 are left alone, and named. */
function formatFiles(files: readonly string[], check: boolean, locale: Locale): void {
    const changed = new Map<string, string>();
    const damaged: string[] = [];
    for (const file of files) {
        const bytes = bytesOf(file);
        // A byte order mark is part of the text here: it stays.
        const text = bytes.toString('utf8');
        if (!isUtf8(bytes)) {
            damaged.push(file);
        } else if (formatted(text) !== text) {
            changed.set(file, formatted(text));
        }
    }
    if (!check) {
        writeFiles(changed, cwd);
    }
    const lines = [
        ...[...changed.keys()].map((file) => shown(file, cwd)),
        ...damaged.map((file) => `${shown(file, cwd)}: ${NOT_UTF8[locale]}`),
        summary(files.length, changed.size, check)[locale],
    ];
    const fails = damaged.length > 0 || (check && changed.size > 0);
    answer({ text: `${lines.join('\n')}\n`, exit: fails ? EXIT.findings : EXIT.fine });
}

const NOT_UTF8 = { en: 'not UTF-8, left as it is', id: 'bukan UTF-8, dibiarkan' };

function summary(all: number, changed: number, check: boolean) {
    const files = all === 1 ? 'file' : 'files';
    if (changed === 0) {
        const style = { en: 'in the house style', id: 'sesuai gaya penulisan' };
        return check
            ? { en: `${all} ${files}, all ${style.en}.`, id: `${all} berkas, semuanya ${style.id}.` }
            : { en: `${all} ${files}, none changed.`, id: `${all} berkas, tidak ada yang diubah.` };
    }
    return check
        ? {
              en: `${changed} of ${all} ${files} ${changed === 1 ? 'is' : 'are'} not in the house style.`,
              id: `${changed} dari ${all} berkas tidak sesuai gaya penulisan.`,
          }
        : { en: `${changed} of ${all} ${files} changed.`, id: `${changed} dari ${all} berkas diubah.` };
}

/** The files that paths mean: those below a folder that are part of a plan, and every file that is named itself. */
function filesOf(paths: readonly string[]): string[] {
    const settings = new Map<string, PlanSettings>();
    const isExcluded = (file: string): boolean => {
        const root = rootAbove(file);
        if (root === undefined) {
            return false;
        }
        const known = settings.get(root) ?? readSettings(root, cwd);
        settings.set(root, known);
        return known.excludes(shown(file, cwd));
    };
    const found = new Set<string>();
    for (const word of paths.length === 0 ? ['.'] : paths) {
        const places = isPattern(word, cwd, DISK) ? expandPattern(word, cwd, DISK) : [resolve(cwd, word)];
        const below = places.flatMap((place) => {
            const kind = DISK.kindOf(place);
            if (kind === 'folder') {
                return DISK.find(place).files.filter((file) => !isExcluded(file));
            }
            return kind === 'file' && place.endsWith('.smartcity') ? [place] : [];
        });
        if (below.length === 0) {
            throw new Failure({
                en: `\`${word}\` holds no .smartcity file.`,
                id: `\`${word}\` tidak memuat berkas .smartcity.`,
            });
        }
        for (const file of below) {
            found.add(file);
        }
    }
    return [...found].sort();
}

function bytesOf(file: string): Buffer {
    try {
        return DISK.bytes(file);
    } catch (error) {
        const name = shown(file, cwd);
        throw unreadable({ en: name, id: name }, error);
    }
}
