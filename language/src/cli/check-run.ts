import { resolve } from 'node:path';
import type { Day } from '../plan/calendar.ts';
import type { Severity } from '../plan/config.ts';
import { type Locale, list, type Message } from '../plan/message.ts';
import type { Checked } from '../rules/check.ts';
import { type Stale, staleEntries, staleInWords, updateBaselines } from './baseline.ts';
import { type CheckOptions, type CheckResult, checkPlans } from './check.ts';
import type { Severities } from './check-options.ts';
import { cwd } from './command.ts';
import { EXIT, Failure } from './failure.ts';
import { rootAbove, type Store, shown } from './files.ts';
import type { Fixed } from './fix.ts';
import type { Output } from './formats/check-formats.ts';
import { type Loaded, openPlans, readPlans, type Sources } from './load.ts';
import { type FixerMaker, report } from './report.ts';
import { playOn, scenariosNamed } from './scenario.ts';
import { mark, tellTiming } from './timing.ts';
import { writeFiles } from './write.ts';

/** Everything that one run of `smartcity check` is asked for. */
export interface CheckRun {
    readonly paths: readonly string[];
    readonly store: Store;
    /** The file whose text comes from standard input. */
    readonly stdin: string | undefined;
    readonly outputs: readonly Output[];
    readonly today: Day;
    readonly locale?: Locale | undefined;
    readonly failOn?: Severity | 'never' | undefined;
    readonly maxWarnings?: number | undefined;
    readonly rule: Severities;
    readonly reports: (rule: string) => boolean;
    readonly quiet?: boolean | undefined;
    readonly allowEmpty?: boolean | undefined;
    /** Mends what can be mended safely, or only shows how. */
    readonly fix?: boolean | undefined;
    readonly fixDryRun?: boolean | undefined;
    /** Only what is not found at this revision is reported. */
    readonly newSince?: string | undefined;
    readonly updateBaseline?: boolean | undefined;
    readonly strictBaseline?: boolean | undefined;
    readonly scenario?: string | undefined;
}

/** Checks once, and sets the exit code. */
export async function runCheck(run: CheckRun): Promise<void> {
    mark('start');
    const sources = read(run);
    mark('files');
    const loaded = open(run, sources);
    mark('read');
    refuseStray(run, loaded);
    const said: Message[] = [];
    if (run.fix === true || run.fixDryRun === true) {
        const { fixPlans, patchOf } = await import('./fix.ts');
        const fixed = fixPlans(loaded, sources, run.reports);
        if (run.fixDryRun === true) {
            print(patchOf(fixed));
            process.exitCode = fixed.length > 0 ? EXIT.findings : EXIT.fine;
            return;
        }
        writeFiles(new Map(fixed.map(({ name, after }) => [name, after])), cwd);
        said.push(...fixedInWords(fixed));
    }
    said.push(...(run.updateBaseline === true ? updateBaselines(loaded, run.today, run.reports) : []));
    const result = evaluate(run, loaded, await knownBefore(run, loaded));
    const stale = staleEntries(loaded);
    mark('check');
    report(result, run.outputs, print, await fixerFor(run));
    mark('write');
    tell([...said, ...stale.map(staleInWords), ...warningsInWords(run, result)], result.locale);
    process.exitCode = exitOf(run, result, stale);
    tellTiming();
}

/** Checks, and again whenever a file changes, until Ctrl-C. */
export async function watchPlans(run: CheckRun): Promise<void> {
    const { LivePlans, watchFolders } = await import('./watch.ts');
    const fixer = await fixerFor(run);
    const known = run.newSince === undefined ? undefined : await knownBefore(run, open(run, read(run)));
    const live = new LivePlans(
        () => read(run),
        (sources) => open(run, sources),
    );
    const onScreen = process.stdout.isTTY === true;
    let first = true;
    const act = (): void => {
        const start = performance.now();
        try {
            const { loaded, changed } = live.refresh();
            if (!changed && !first) {
                return;
            }
            const result = evaluate(run, loaded, known);
            const stale = staleEntries(loaded);
            if (onScreen) {
                print('\u001b[2J\u001b[3J\u001b[H');
            }
            report(result, run.outputs, print, fixer);
            tell([...stale.map(staleInWords), ...warningsInWords(run, result)], result.locale);
            process.exitCode = exitOf(run, result, stale);
            tellWatching(result, performance.now() - start);
        } catch (error) {
            // A half-written smartcity.json must not end the watch; the very first answer may.
            if (!(error instanceof Failure) || first) {
                throw error;
            }
            tell([error.say], run.locale ?? 'en');
        }
        first = false;
    };
    act();
    const watching = watchFolders(() => placesOf(run), act);
    const stop = (): void => {
        process.exitCode = EXIT.stopped;
        watching.stop();
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    process.stdout.once('error', () => watching.stop());
    await watching.done;
}

/** What tells fixes, loaded only for the format that shows them. */
async function fixerFor({ outputs }: CheckRun): Promise<FixerMaker | undefined> {
    return outputs.some(({ format }) => format.name === 'sarif')
        ? (await import('../fixes/fixes.ts')).fixer
        : undefined;
}

function read({ paths, store, allowEmpty = false }: CheckRun): Sources {
    return readPlans(paths, cwd, store, allowEmpty);
}

/** Opens plans with the severities that were asked for. */
function open({ today, rule }: CheckRun, sources: Sources): Loaded {
    if (Object.keys(rule).length === 0) {
        return openPlans(sources, today);
    }
    const settings = [...sources.settings].map(([root, each]) => {
        const config = { ...each.config, rules: { ...each.config.rules, ...rule } };
        return [root, { ...each, config }] as const;
    });
    return openPlans({ ...sources, settings: new Map(settings) }, today);
}

function evaluate(run: CheckRun, loaded: Loaded, known: CheckOptions['known']): CheckResult {
    return checkPlans(loaded, run.today, { ...run, check: playing(run, loaded), known });
}

/** Tells the findings that a revision has already, by their fingerprints; a plan that it has not has none. */
async function knownBefore(run: CheckRun, { roots }: Loaded): Promise<CheckOptions['known']> {
    const { newSince, today } = run;
    if (newSince === undefined) {
        return undefined;
    }
    const { loadRevision } = await import('./git/revision.ts');
    const places = roots.map((root) => resolve(cwd, root));
    const base = loadRevision(newSince, places, { cwd, today });
    const prints = new Map(
        base.roots.map((root) => [
            root,
            new Set(base.workspace.check(root).findings.map(({ fingerprint }) => fingerprint)),
        ]),
    );
    return (root, { fingerprint }) => prints.get(root)?.has(fingerprint) === true;
}

function fixedInWords(fixed: readonly Fixed[]): Message[] {
    const names = list(fixed.map(({ name }) => name));
    return fixed.length === 0 ? [] : [{ en: `mended ${names.en}.`, id: `diperbaiki: ${names.id}.` }];
}

/** Checks a plan with the scenario that was asked for, where it has one of that name. */
function playing({ scenario, today }: CheckRun, { workspace, roots }: Loaded): (root: string) => Checked {
    if (scenario === undefined) {
        return (root) => workspace.check(root);
    }
    const plans = roots.map((root) => workspace.plan(root));
    const found = scenariosNamed(plans, scenario);
    return (root) => {
        const played = found[roots.indexOf(root)];
        return played === undefined ? workspace.check(root) : playOn(workspace, root, today, played);
    };
}

/** A text from standard input that belongs to no plan would be checked by nobody. */
function refuseStray({ stdin }: CheckRun, { workspace }: Loaded): void {
    if (stdin !== undefined && workspace.rootOf(shown(stdin, cwd)) === undefined) {
        throw new Failure({
            en: `${shown(stdin, cwd)} is no part of the plans that are checked: it lies elsewhere, or \`exclude\` names it.`,
            id: `${shown(stdin, cwd)} bukan bagian dari rencana yang diperiksa: letaknya di tempat lain, atau tercantum di \`exclude\`.`,
        });
    }
}

/** Where changes may come from: the paths, and of files the plans around them. */
function placesOf({ paths, store }: CheckRun): string[] {
    return (paths.length === 0 ? ['.'] : paths).map((path) => {
        const place = resolve(cwd, path);
        return store.kindOf(place) === 'file' ? (rootAbove(place, store) ?? place) : place;
    });
}

function exitOf({ strictBaseline }: CheckRun, { failed }: CheckResult, stale: readonly Stale[]): number {
    return failed || (strictBaseline === true && stale.length > 0) ? EXIT.findings : EXIT.fine;
}

function warningsInWords({ maxWarnings }: CheckRun, { tooManyWarnings }: CheckResult): Message[] {
    return tooManyWarnings === undefined
        ? []
        : [
              {
                  en: `${tooManyWarnings} warnings are more than the ${maxWarnings} of \`--max-warnings\`.`,
                  id: `${tooManyWarnings} peringatan melebihi ${maxWarnings} dari \`--max-warnings\`.`,
              },
          ];
}

function tellWatching({ loaded, locale }: CheckResult, milliseconds: number): void {
    const took = Math.max(1, Math.round(milliseconds));
    tell(
        [
            {
                en: `watching ${loaded.files} ${loaded.files === 1 ? 'file' : 'files'}; answered in ${took} ms. Ctrl-C ends.`,
                id: `memantau ${loaded.files} berkas; terjawab dalam ${took} ms. Ctrl-C mengakhiri.`,
            },
        ],
        locale,
    );
}

/** Says something beside the answer, so that no format is disturbed. */
function tell(messages: readonly Message[], locale: Locale): void {
    for (const message of messages) {
        process.stderr.write(`smartcity: ${message[locale]}\n`);
    }
}

/** Prints; false when nobody reads any more. */
function print(text: string | Uint8Array): boolean {
    if (!process.stdout.destroyed) {
        process.stdout.write(text);
    }
    return !process.stdout.destroyed;
}
