import { appendFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { version } from '../../../package.json';
import type { Fix, Texts } from '../fixes/fix.ts';
import type { Finding } from '../plan/finding.ts';
import type { Checked } from '../rules/check.ts';
import type { CheckResult } from './check.ts';
import { colors, cwd, NO_COLORS } from './command.ts';
import { Failure, unwritable } from './failure.ts';
import type { Output } from './formats/check-formats.ts';
import type { Format, Setting } from './formats/format.ts';
import { markdown } from './formats/markdown.ts';
import { countsInWords } from './formats/plain.ts';
import { writeFiles } from './write.ts';

/** Makes the function that tells the fixes of a plan's findings. */
export type FixerMaker = (checked: Checked, texts: Texts) => (finding: Finding) => readonly Fix[];

/** Prints a text, or bytes of one; false when nobody reads any more. */
export type Print = (text: string | Uint8Array) => boolean;

/** How much is printed at once. */
const PART_BYTES = 131_072;

/** The most a job summary may hold; GitHub refuses a step's whole summary beyond 1 MiB. */
const SUMMARY_BYTES = 1_000_000;

/**
 * Writes what was found in every format asked for: files first, all or none, then what is printed. Where everything goes
 * to files, the counts are printed.
 */
export function report(result: CheckResult, outputs: readonly Output[], print: Print, makeFixer?: FixerMaker): void {
    const fixesOf = makeFixer === undefined ? undefined : fixesIn(result, makeFixer);
    const setting: Setting = { colors: NO_COLORS, version, prefix: prefixOf(), fixesOf };
    const files = outputs.filter((output) => output.file !== undefined);
    const texts = files.map(({ format, file }) => [file!, [...format.write(result, setting)].join('')] as const);
    if (new Set(files.map(({ file }) => resolve(cwd, file!))).size < files.length) {
        throw new Failure({
            en: 'Two formats cannot go to one file.',
            id: 'Dua format tidak dapat ditulis ke satu berkas.',
        });
    }
    const written = writeFiles(new Map(texts), cwd);
    if (outputs.some(({ format }) => format.name === 'github')) {
        appendSummary(result, setting);
    }
    const printed = outputs.find(({ file }) => file === undefined);
    if (printed === undefined) {
        print(`${countsInWords(result, result.locale)} → ${written.join(', ')}\n`);
    } else {
        printPieces(printed.format, result, { ...setting, colors }, print);
    }
}

/** The fixes of findings; each plan is gone through once, and only when one of its findings is asked about. */
function fixesIn({ loaded, plans }: CheckResult, makeFixer: FixerMaker): NonNullable<Setting['fixesOf']> {
    const fixers = new Map<string, (finding: Finding) => readonly Fix[]>();
    return ({ root, finding }) => {
        let fix = fixers.get(root);
        if (fix === undefined) {
            const { checked } = plans.find((plan) => plan.root === root)!;
            fix = makeFixer(checked, (file) => loaded.workspace.lines(file)?.text);
            fixers.set(root, fix);
        }
        return fix(finding);
    };
}

/**
 * Prints in parts of some size, until nobody reads on. Each piece is turned into bytes by itself: one with a rare letter
 * does not make all the others of its part slow.
 */
function printPieces(format: Format, result: CheckResult, setting: Setting, print: Print): void {
    let part = Buffer.allocUnsafe(PART_BYTES);
    let used = 0;
    for (const piece of format.write(result, setting)) {
        // A unit of text takes three bytes at most.
        if (used + piece.length * 3 > PART_BYTES) {
            if (used > 0 && !print(part.subarray(0, used))) {
                return;
            }
            // Where writing takes its time, the last part is still being read.
            part = Buffer.allocUnsafe(PART_BYTES);
            used = 0;
        }
        if (piece.length * 3 <= PART_BYTES) {
            used += part.write(piece, used);
        } else if (!print(piece)) {
            return;
        }
    }
    print(part.subarray(0, used));
}

/** The repository's root is where the build server says; a working directory outside of it is taken for the root. */
function prefixOf(): string {
    const top = process.env.GITHUB_WORKSPACE ?? process.env.CI_PROJECT_DIR;
    const way = top === undefined ? '' : relative(top, cwd).split(sep).join('/');
    return way.startsWith('..') ? '' : way;
}

/** Adds the report to the page of a GitHub job, if there is one; what is too long for it is cut after a whole line. */
function appendSummary(result: CheckResult, setting: Setting): void {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (file === undefined || file === '') {
        return;
    }
    const text = [...markdown.write(result, setting)].join('');
    const bytes = Buffer.from(text);
    const cut = bytes.length <= SUMMARY_BYTES ? bytes : bytes.subarray(0, bytes.lastIndexOf(10, SUMMARY_BYTES) + 1);
    try {
        appendFileSync(file, cut);
    } catch (error) {
        throw unwritable({ en: 'The job summary', id: 'Ringkasan tugas' }, error);
    }
}
