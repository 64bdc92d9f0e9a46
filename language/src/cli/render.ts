import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Locale } from '../plan/message.ts';
import { renderLevelGrid } from '../render/maturity/level-grid.ts';
import { renderMaturity } from '../render/maturity/maturity.ts';
import { renderMoney } from '../render/money/money.ts';
import { renderPage } from '../render/page/page.ts';
import { renderRoadmap } from '../render/roadmap/roadmap.ts';
import { renderCoverage, renderCoverageByYear } from '../render/silos/coverage.ts';
import { renderSiloMatrix } from '../render/silos/matrix.ts';
import { renderSiloTrend } from '../render/silos/trend.ts';
import { RULES } from '../rules/catalogue.ts';
import type { Checked } from '../rules/check.ts';
import type { Workspace } from '../workspace.ts';
import { Failure } from './failure.ts';
import { shown } from './files.ts';

/** How a plan is to be drawn. */
export interface RenderOptions {
    readonly locale: Locale;
    readonly theme: 'light' | 'dark' | 'auto';
    readonly groupBy: 'dimension' | 'opd';
    /** The plan without the scenario that is played, to be drawn beside it. */
    readonly base?: Checked;
}

/** All pictures and the page of a plan, by file name. */
export function drawPlan(workspace: Workspace, checked: Checked, options: RenderOptions): Map<string, string> {
    const settings = {
        ...options,
        rules: RULES,
        locate: (at: { readonly file: string; readonly start: number; readonly end: number }) => ({
            file: at.file,
            ...workspace.place(at),
        }),
    };
    // Pictures that stand alone have no style sheet around them to ask for the reader's theme.
    const alone = { ...settings, theme: options.theme === 'auto' ? ('light' as const) : options.theme };
    return new Map([
        ['index.html', renderPage(checked, settings)],
        ['roadmap.svg', renderRoadmap(checked, alone)],
        ['maturity.svg', renderMaturity(checked, alone)],
        ['levels.svg', renderLevelGrid(checked, alone)],
        ['silos.svg', renderSiloMatrix(checked, alone)],
        ['silo-trend.svg', renderSiloTrend(checked, alone)],
        ['coverage.svg', renderCoverage(checked, alone)],
        ['coverage-by-year.svg', renderCoverageByYear(checked, alone)],
        ['money.svg', renderMoney(checked, { ...alone, by: 'fund' })],
    ]);
}

/** Only the page of a plan. */
export function drawPage(workspace: Workspace, checked: Checked, options: RenderOptions): string {
    return renderPage(checked, {
        ...options,
        rules: RULES,
        locate: (at) => ({ file: at.file, ...workspace.place(at) }),
    });
}

/**
 * Writes files, all or none: each is written beside its place, and moved there only when all of them are written.
 * Gives their paths. A place that cannot be written ends the command.
 */
export function writeFiles(files: ReadonlyMap<string, string>, cwd: string): string[] {
    const targets = [...files].map(([path, text]) => {
        const file = resolve(cwd, path);
        return { file, beside: `${file}.${process.pid}.part`, text };
    });
    for (const step of [write, move]) {
        for (const target of targets) {
            try {
                step(target);
            } catch (error) {
                dropParts(targets);
                const code = (error as NodeJS.ErrnoException).code ?? 'error';
                throw new Failure({
                    en: `${shown(target.file, cwd)} cannot be written (${code}).`,
                    id: `${shown(target.file, cwd)} tidak dapat ditulis (${code}).`,
                });
            }
        }
    }
    return targets.map(({ file }) => shown(file, cwd));
}

/** A file to be written, and where it waits until all are. */
interface Target {
    readonly file: string;
    readonly beside: string;
    readonly text: string;
}

function write({ file, beside, text }: Target): void {
    makeFolder(dirname(file));
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
        throw Object.assign(new Error(`${file} is a folder`), { code: 'EISDIR' });
    }
    writeFileSync(beside, text);
}

/** Makes a folder and those above it. Node's own `recursive` never comes back where the system refuses, as in `/proc`. */
function makeFolder(path: string): void {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) {
        makeFolder(dirname(path));
        mkdirSync(path);
    }
}

function move({ file, beside }: Target): void {
    renameSync(beside, file);
}

function dropParts(targets: readonly Target[]): void {
    for (const { beside } of targets) {
        try {
            rmSync(beside, { force: true });
        } catch {
            // Where nothing could be written there is nothing to take away.
        }
    }
}

/** Where the pictures of a plan go: one page for `--out file.html`, else a folder. */
export function placeFiles(
    workspace: Workspace,
    checked: Checked,
    options: RenderOptions,
    out: string,
    cwd: string,
): Map<string, string> {
    const target = resolve(cwd, out);
    if (out.endsWith('.html')) {
        return new Map([[out, drawPage(workspace, checked, options)]]);
    }
    if (statSync(target, { throwIfNoEntry: false })?.isFile() === true) {
        throw new Failure({
            en: `${shown(target, cwd)} is a file; \`--out\` wants a folder, or a name that ends in .html.`,
            id: `${shown(target, cwd)} adalah berkas; \`--out\` memerlukan folder, atau nama yang berakhir .html.`,
        });
    }
    return new Map([...drawPlan(workspace, checked, options)].map(([name, text]) => [join(out, name), text]));
}
