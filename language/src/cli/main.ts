import { Command, CommanderError } from 'commander';
import { version } from '../../../package.json';
import { EXIT, Failure, reasonOf } from './failure.ts';

/** Adds a command, or a few that belong together. */
type Define = (program: Command) => void;

/** Every command, in the order of the help, loaded when it is asked for: `check` need not wait for pictures. */
const COMMANDS: Readonly<Record<string, () => Promise<Define>>> = {
    check: async () => (await import('./commands/check.ts')).defineCheck,
    roadmap: async () => (await import('./commands/roadmap.ts')).defineRoadmap,
    maturity: async () => (await import('./commands/maturity.ts')).defineMaturity,
    why: async () => (await import('./commands/why.ts')).defineWhy,
    diff: async () => (await import('./commands/diff.ts')).defineDiff,
    trend: async () => (await import('./commands/trend.ts')).defineTrend,
    format: async () => (await import('./commands/format.ts')).defineFormat,
    render: async () => (await import('./commands/render.ts')).defineRender,
    explain: async () => (await import('./commands/rules.ts')).defineExplain,
    rules: async () => (await import('./commands/rules.ts')).defineRules,
    'print-config': async () => (await import('./commands/print-config.ts')).definePrintConfig,
    lsp: async () => (await import('./commands/lsp.ts')).defineLsp,
};

/** A reader that went away (`| head`) is no error; a full disk is one, and said without a stack trace. */
function lose(error: NodeJS.ErrnoException): void {
    if (error.code !== 'EPIPE') {
        process.exitCode = EXIT.usage;
        process.stderr.write(`smartcity: the answer cannot be written: ${reasonOf(error).en}.\n`);
    }
}

/** The program with the command that is asked for, or with all of them where that is told by no first word. */
async function build(): Promise<Command> {
    const program = new Command('smartcity')
        .description(
            'Masterplan as code: check a smart-city plan, and draw the roadmap and the maturity that follow from it.',
        )
        .version(version)
        .exitOverride()
        .showHelpAfterError('(smartcity --help tells what there is)');
    const asked = process.argv[2] ?? '';
    const wanted = Object.hasOwn(COMMANDS, asked) ? [COMMANDS[asked]!] : Object.values(COMMANDS);
    for (const load of wanted) {
        (await load())(program);
    }
    return program;
}

/** Says what ended a command, and with which exit code: never a stack trace for a user's mistake. */
function fail(error: unknown): void {
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

process.stdout.on('error', lose);
process.stderr.on('error', () => {
    // Nobody is left to tell.
});
build()
    .then((program) => program.parseAsync())
    .catch(fail);
