import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Uncertainty } from '../analysis/uncertainty-types.ts';
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
    /** How sure its dates and targets are. */
    readonly uncertainty?: Uncertainty;
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
