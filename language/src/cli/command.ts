import { type Command, InvalidArgumentError, Option } from 'commander';
import picocolors from 'picocolors';
import { type Day, parseDate } from '../plan/calendar.ts';
import type { Locale } from '../plan/message.ts';
import type { Checked } from '../rules/check.ts';
import { type Loaded, loadPlans, onlyPlan } from './load.ts';

/** What every command understands. */
export interface Options {
    readonly format: 'text' | 'json';
    readonly locale?: Locale;
    readonly today?: Day;
}

/** A command's answer, written when it is whole. */
export interface Answer {
    readonly text: string;
    readonly exit: number;
}

/** The folder that paths are relative to. */
export const cwd = process.cwd();

/** Colours are for terminals alone: not for files and pipes, whatever a build server's environment says. */
export const colors = picocolors.createColors(
    process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
);

/** No colours at all. */
export const NO_COLORS = picocolors.createColors(false);

/** Adds a command to the program, with the options that every command has. */
export function addCommand(program: Command, name: string, description: string): Command {
    return addBareCommand(program, name, description).addOption(
        new Option('--format <format>', 'text for people, json for machines').choices(['text', 'json']).default('text'),
    );
}

/** Adds a command with formats of its own. */
export function addBareCommand(program: Command, name: string, description: string): Command {
    return program
        .command(name)
        .description(description)
        .addOption(
            new Option('--locale <locale>', 'language of the answer; the plan’s own unless given').choices([
                'en',
                'id',
            ]),
        )
        .addOption(new Option('--today <date>', 'the day of the run, such as 2026-01-31').argParser(day));
}

function day(text: string): Day {
    const span = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDate(text) : undefined;
    if (span === undefined) {
        throw new InvalidArgumentError('Write a day, such as 2026-01-31.');
    }
    return span.first;
}

/** The day of the run: as asked, as SOURCE_DATE_EPOCH says (seconds since 1970), or the calendar's. */
export function todayOf(options: Pick<Options, 'today'>): Day {
    const epoch = process.env.SOURCE_DATE_EPOCH;
    const seconds = epoch !== undefined && /^\d+$/.test(epoch) ? Number(epoch) : undefined;
    if (options.today !== undefined || seconds !== undefined) {
        return options.today ?? Math.floor(seconds! / 86_400);
    }
    const now = new Date();
    return Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000);
}

/** The language of an answer about a plan: as asked, or the plan's own. */
export function localeOf(options: Options, loaded: Loaded, root: string): Locale {
    return options.locale ?? loaded.workspace.settings(root).config.locale;
}

/** One plan that a command is about, checked. */
export interface Only {
    readonly loaded: Loaded;
    readonly root: string;
    readonly checked: Checked;
    readonly locale: Locale;
}

/** Loads the one plan that a command is about; ends the command when there are several. */
export function loadOnly(paths: readonly string[], options: Options, command: string): Only {
    const loaded = loadPlans(paths, cwd, todayOf(options));
    const root = onlyPlan(loaded, command);
    return { loaded, root, checked: loaded.workspace.check(root), locale: localeOf(options, loaded, root) };
}

/** Writes an answer and ends with its exit code. */
export function answer({ text, exit }: Answer): void {
    process.exitCode = exit;
    process.stdout.write(text);
}
