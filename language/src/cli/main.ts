import './pace.ts';
import { Command, CommanderError } from 'commander';
import { version } from '../../../package.json';
import { defineCheck } from './commands/check.ts';
import { defineDiff } from './commands/diff.ts';
import { defineFormat } from './commands/format.ts';
import { defineLsp } from './commands/lsp.ts';
import { defineMaturity } from './commands/maturity.ts';
import { definePrintConfig } from './commands/print-config.ts';
import { defineRender } from './commands/render.ts';
import { defineRoadmap } from './commands/roadmap.ts';
import { defineExplain, defineRules } from './commands/rules.ts';
import { defineTrend } from './commands/trend.ts';
import { defineWhy } from './commands/why.ts';
import { EXIT, Failure } from './failure.ts';

/** Every command, in the order of the help. */
const COMMANDS: readonly ((program: Command) => void)[] = [
    defineCheck,
    defineRoadmap,
    defineMaturity,
    defineWhy,
    defineDiff,
    defineTrend,
    defineFormat,
    defineRender,
    defineExplain,
    defineRules,
    definePrintConfig,
    defineLsp,
];

/** A reader that went away (`| head`) is no error; a full disk is one, and said without a stack trace. */
function lose(error: NodeJS.ErrnoException): void {
    if (error.code !== 'EPIPE') {
        process.exitCode = EXIT.usage;
        process.stderr.write(`smartcity: the answer cannot be written (${error.code ?? error.message}).\n`);
    }
}

function build(): Command {
    const program = new Command('smartcity')
        .description(
            'Masterplan as code: check a smart-city plan, and draw the roadmap and the maturity that follow from it.',
        )
        .version(version)
        .exitOverride()
        .showHelpAfterError('(smartcity --help tells what there is)');
    for (const define of COMMANDS) {
        define(program);
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
build().parseAsync().catch(fail);
