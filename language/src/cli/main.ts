import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import picocolors from 'picocolors';
import { version } from '../../../package.json';
import { type Day, parseDate } from '../plan/calendar.ts';
import { DEFAULT_CONFIG } from '../plan/config.ts';
import type { Locale } from '../plan/message.ts';
import type { Checked } from '../rules/check.ts';
import { checkPlans } from './check.ts';
import { explainRule, listRules, listRulesJson } from './explain.ts';
import { EXIT, Failure } from './failure.ts';
import { writeCheckJson } from './formats/check-json.ts';
import { writeCheckText } from './formats/check-text.ts';
import { writeMaturityJson, writeMaturityText } from './formats/maturity.ts';
import { writeRoadmapJson, writeRoadmapText } from './formats/roadmap.ts';
import { type Loaded, loadPlans, onlyPlan } from './load.ts';
import { placeFiles, type RenderOptions, writeFiles } from './render.ts';

/** What every command understands. */
interface Options {
    readonly format: 'text' | 'json';
    readonly locale?: Locale;
    readonly today?: Day;
}

/** A command's answer, written when it is whole. */
interface Answer {
    readonly text: string;
    readonly exit: number;
}

const cwd = process.cwd();

/** Colours are for terminals alone: not for files and pipes, whatever a build server's environment says. */
const colors = picocolors.createColors(
    process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
);

function day(text: string): Day {
    const span = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDate(text) : undefined;
    if (span === undefined) {
        throw new InvalidArgumentError('Write a day, such as 2026-01-31.');
    }
    return span.first;
}

/** The day of the run: as asked, as SOURCE_DATE_EPOCH says (seconds since 1970), or the calendar's. */
function todayOf(options: Options): Day {
    const epoch = process.env.SOURCE_DATE_EPOCH;
    const seconds = epoch !== undefined && /^\d+$/.test(epoch) ? Number(epoch) : undefined;
    if (options.today !== undefined || seconds !== undefined) {
        return options.today ?? Math.floor(seconds! / 86_400);
    }
    const now = new Date();
    return Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000);
}

function localeOf(options: Options, loaded: Loaded, root: string): Locale {
    return options.locale ?? loaded.workspace.settings(root).config.locale;
}

function check(paths: readonly string[], options: Options): Answer {
    const today = todayOf(options);
    const result = checkPlans(loadPlans(paths, cwd, today), today, options.locale);
    return {
        text: options.format === 'json' ? writeCheckJson(result) : writeCheckText(result, colors),
        exit: result.failed ? EXIT.findings : EXIT.fine,
    };
}

/** Loads the one plan that a command is about. */
function only(
    paths: readonly string[],
    options: Options,
    command: string,
): { loaded: Loaded; checked: Checked; locale: Locale } {
    const loaded = loadPlans(paths, cwd, todayOf(options));
    const root = onlyPlan(loaded, command);
    return { loaded, checked: loaded.workspace.check(root), locale: localeOf(options, loaded, root) };
}

function roadmap(paths: readonly string[], options: Options): Answer {
    const { checked, locale } = only(paths, options, 'roadmap');
    return {
        text: options.format === 'json' ? writeRoadmapJson(checked) : writeRoadmapText(checked, locale, colors),
        exit: EXIT.fine,
    };
}

function maturity(paths: readonly string[], options: Options): Answer {
    const { checked, locale } = only(paths, options, 'maturity');
    return {
        text: options.format === 'json' ? writeMaturityJson(checked) : writeMaturityText(checked, locale, colors),
        exit: EXIT.fine,
    };
}

function render(
    paths: readonly string[],
    options: Options & Omit<RenderOptions, 'locale'> & { readonly out: string },
): Answer {
    const { loaded, checked, locale } = only(paths, options, 'render');
    const written = writeFiles(placeFiles(loaded.workspace, checked, { ...options, locale }, options.out, cwd), cwd);
    return { text: `${written.join('\n')}\n`, exit: EXIT.fine };
}

function explain(name: string, options: Options): Answer {
    return { text: explainRule(name, options.locale ?? 'en'), exit: EXIT.fine };
}

function rules(path: string | undefined, options: Options): Answer {
    const loaded = path === undefined ? undefined : loadPlans([path], cwd, todayOf(options));
    const config = loaded === undefined ? DEFAULT_CONFIG : loaded.workspace.settings(onlyPlan(loaded, 'rules')).config;
    const text =
        options.format === 'json' ? listRulesJson(config) : listRules(config, options.locale ?? config.locale, colors);
    return { text, exit: EXIT.fine };
}

/** A reader that went away (`| head`) is no error; a full disk is one, and said without a stack trace. */
function lose(error: NodeJS.ErrnoException): void {
    if (error.code !== 'EPIPE') {
        process.exitCode = EXIT.usage;
        process.stderr.write(`smartcity: the answer cannot be written (${error.code ?? error.message}).\n`);
    }
}

/** Writes an answer and ends with its exit code. */
function answer({ text, exit }: Answer): void {
    process.exitCode = exit;
    process.stdout.write(text);
}

function build(): Command {
    const program = new Command('smartcity')
        .description(
            'Masterplan as code: check a smart-city plan, and draw the roadmap and the maturity that follow from it.',
        )
        .version(version)
        .exitOverride()
        .showHelpAfterError('(smartcity --help tells what there is)');
    const command = (name: string, description: string): Command =>
        program
            .command(name)
            .description(description)
            .addOption(
                new Option('--format <format>', 'text for people, json for machines')
                    .choices(['text', 'json'])
                    .default('text'),
            )
            .addOption(
                new Option('--locale <locale>', 'language of the answer; the plan’s own unless given').choices([
                    'en',
                    'id',
                ]),
            )
            .addOption(new Option('--today <date>', 'the day of the run, such as 2026-01-31').argParser(day));
    command('check', 'check plans: every folder with a smartcity.json at or below the paths')
        .argument('[paths...]')
        .action((paths, options) => answer(check(paths, options)));
    command('roadmap', 'when every program of a plan runs')
        .argument('[path...]')
        .action((paths, options) => answer(roadmap(paths, options)));
    command('maturity', 'the levels that follow from a plan, and its targets')
        .argument('[path...]')
        .action((paths, options) => answer(maturity(paths, options)));
    command('render', 'draw a plan: one HTML page, and the pictures alone')
        .argument('[path...]')
        .requiredOption('--out <place>', 'a folder, or a file that ends in .html')
        .addOption(
            new Option('--theme <theme>', 'light, dark, or as the reader’s system asks')
                .choices(['light', 'dark', 'auto'])
                .default('auto'),
        )
        .addOption(
            new Option('--group-by <what>', 'rows of the roadmap').choices(['dimension', 'opd']).default('dimension'),
        )
        .action((paths, options) => answer(render(paths, options)));
    command('explain', 'what a rule finds, why, and the ways out')
        .argument('<rule>')
        .action((name, options) => answer(explain(name, options)));
    command('rules', 'all rules, with their severity as a plan configures it')
        .argument('[plan]')
        .action((path, options) => answer(rules(path, options)));
    return program;
}

/** Runs a command line. Never shows a stack trace for a user's mistake. */
function main(): void {
    process.stdout.on('error', lose);
    process.stderr.on('error', () => {
        // Nobody is left to tell.
    });
    try {
        build().parse();
    } catch (error) {
        if (error instanceof CommanderError) {
            // Commander has said what is wrong; asking for help or the version is fine.
            process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.usage;
        } else if (error instanceof Failure) {
            const id = process.argv.some(
                (word, index) => word === '--locale=id' || (word === 'id' && process.argv[index - 1] === '--locale'),
            );
            process.stderr.write(`smartcity: ${error.say[id ? 'id' : 'en']}\n`);
            process.exitCode = EXIT.usage;
        } else {
            const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
            process.stderr.write(
                `smartcity: internal error in ${version}. Nothing was written. Please report it with these lines:\n${reason}\n`,
            );
            process.exitCode = EXIT.internal;
        }
    }
}

main();
