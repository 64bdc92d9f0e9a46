import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Severity } from '../../plan/config.ts';
import { addRuleOption, collect, countOf, rulesOf, type Severities } from '../check-options.ts';
import { type CheckRun, runCheck, watchPlans } from '../check-run.ts';
import { addBareCommand, cwd, type Options, todayOf } from '../command.ts';
import { Failure } from '../failure.ts';
import { DISK } from '../files.ts';
import { FORMATS, outputsOf } from '../formats/check-formats.ts';
import { addScenarioOption, type ScenarioOptions } from '../scenario.ts';
import { withFile, withNewBaselines } from '../stores.ts';

/** What `smartcity check` is asked for. */
interface CheckWords extends Omit<Options, 'format'>, ScenarioOptions {
    readonly format: readonly string[];
    readonly failOn?: Severity | 'never';
    readonly maxWarnings?: number;
    readonly rule: Severities;
    readonly only: readonly string[];
    readonly except: readonly string[];
    readonly quiet?: boolean;
    readonly stdin?: boolean;
    readonly stdinPath?: string;
    readonly watch?: boolean;
    readonly allowEmpty?: boolean;
    readonly fix?: boolean;
    readonly fixDryRun?: boolean;
    readonly newSince?: string;
    readonly updateBaseline?: boolean;
    readonly strictBaseline?: boolean;
}

/** `smartcity check [paths]`: the findings of every plan at or below the paths. */
export function defineCheck(program: Command): void {
    const command = addBareCommand(
        program,
        'check',
        'check plans: every folder with a smartcity.json at or below the paths',
    )
        .argument('[paths...]', 'folders, files, or patterns in quotes such as "plans/*"')
        .addOption(
            new Option(
                '--format <format[=file]>',
                `one of ${FORMATS.map(({ name }) => name).join(', ')}; may be repeated, all but one with a file`,
            )
                .argParser(collect)
                .default([], 'text'),
        )
        .addOption(
            new Option('--fail-on <severity>', 'the lowest severity that fails, whatever the plans say').choices([
                'error',
                'warning',
                'info',
                'never',
            ]),
        )
        .addOption(
            new Option('--max-warnings <count>', 'fail when more warnings are open').argParser(
                countOf('--max-warnings'),
            ),
        )
        .addOption(
            new Option('--only <rules>', 'report these rules alone; everything is evaluated all the same')
                .argParser(rulesOf('--only'))
                .default([], 'all'),
        )
        .addOption(
            new Option('--except <rules>', 'do not report these rules')
                .argParser(rulesOf('--except'))
                .default([], 'none'),
        )
        .option('--quiet', 'list only what fails')
        .option('--stdin', 'read the text of one file from standard input')
        .option('--stdin-path <file>', 'which file that is')
        .option('--watch', 'check again whenever a file changes')
        .option('--allow-empty', 'finding no plan is fine')
        .option('--fix', 'mend what can be mended without changing what the city means')
        .option('--fix-dry-run', 'print that as a patch and change nothing; exit 1 when there is something to mend')
        .option('--new-since <revision>', 'report only what a git revision, such as origin/main, does not have')
        .option('--update-baseline', 'accept all that is found now, in a file of their fingerprints')
        .option('--strict-baseline', 'fail when the baseline has entries that meet nothing any more');
    addScenarioOption(addRuleOption(command)).action(async (paths: readonly string[], options: CheckWords) => {
        refuseMixes(options);
        const run = await runOf(paths, options);
        await (options.watch === true ? watchPlans(run) : runCheck(run));
    });
}

async function runOf(paths: readonly string[], options: CheckWords): Promise<CheckRun> {
    const { only, except } = options;
    const stdin = options.stdinPath === undefined ? undefined : resolve(cwd, options.stdinPath);
    const disk = options.updateBaseline === true ? withNewBaselines(DISK) : DISK;
    return {
        ...options,
        paths: paths.length === 0 && stdin !== undefined ? [stdin] : paths,
        store: stdin === undefined ? disk : withFile(disk, stdin, await readStdin()),
        stdin,
        outputs: outputsOf(options.format),
        today: todayOf(options),
        reports: (rule) => (only.length === 0 || only.includes(rule)) && !except.includes(rule),
    };
}

async function readStdin(): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of process.stdin) {
        parts.push(part as Buffer);
    }
    return Buffer.concat(parts);
}

/** Ends the command when options do not go together. */
function refuseMixes(options: CheckWords): void {
    const { stdin, stdinPath, watch, updateBaseline, fix, fixDryRun } = options;
    if ((stdin === true) !== (stdinPath !== undefined)) {
        throw new Failure({
            en: '`--stdin` and `--stdin-path FILE` go together: the text, and the file it stands for.',
            id: '`--stdin` dan `--stdin-path BERKAS` dipakai bersama: teksnya, dan berkas yang diwakilinya.',
        });
    }
    if (stdinPath?.endsWith('.smartcity') === false) {
        throw new Failure({
            en: `\`--stdin-path ${stdinPath}\`: a .smartcity file is expected.`,
            id: `\`--stdin-path ${stdinPath}\`: diharapkan berkas .smartcity.`,
        });
    }
    const asked = [
        stdin === true && '--stdin',
        watch === true && '--watch',
        updateBaseline === true && '--update-baseline',
        fix === true && '--fix',
        fixDryRun === true && '--fix-dry-run',
    ].filter((each) => each !== false);
    if (asked.length > 1) {
        throw new Failure({
            en: `\`${asked[0]}\` and \`${asked[1]}\` do not go together.`,
            id: `\`${asked[0]}\` dan \`${asked[1]}\` tidak dapat dipakai bersama.`,
        });
    }
}
