import type { PreviewView } from '../protocol.ts';
import { escapeText } from '../render/markup.ts';
import { renderLevelGridSheets } from '../render/maturity/level-grid.ts';
import { renderMaturitySheets } from '../render/maturity/maturity.ts';
import { renderMoney } from '../render/money/money.ts';
import { type PageContext, section } from '../render/page/section.ts';
import { writeMoney, writeSilos } from '../render/page/silos-and-money.ts';
import { writeLevelTables, writeTables, writeTargetTable } from '../render/page/tables.ts';
import type { PictureOptions } from '../render/picture.ts';
import { renderCoverage, renderCoverageByYear } from '../render/silos/coverage.ts';
import { renderSiloMatrix } from '../render/silos/matrix.ts';
import { renderSiloTrend } from '../render/silos/trend.ts';
import { NO_LEVELS } from '../render/words.ts';
import type { Checked } from '../rules/check.ts';
import type { Group } from '../rules/rule.ts';
import type { Sent } from './preview-sent.ts';

/** The groups of rules whose findings belong to a view. */
export const GROUPS_OF: Readonly<Record<PreviewView, readonly Group[]>> = {
    roadmap: ['reading', 'plan', 'time'],
    maturity: ['maturity', 'waivers'],
    silos: ['sectors', 'codes'],
    money: ['money'],
};

/** The pictures of a view, by key, from top to bottom; a sentence where there is nothing to draw. */
export function drawFigures(checked: Checked, view: PreviewView, options: PictureOptions): Map<string, string> {
    const figures = new Map<string, string>();
    const add = (key: string, ...sheets: string[]): void => {
        sheets.forEach((sheet, index) => {
            figures.set(`${view}:${key}:${index}`, sheet);
        });
    };
    const { silos, coverage, budget } = checked.analysis;
    const id = options.locale === 'id';
    switch (view) {
        case 'maturity':
            add('frameworks', ...renderMaturitySheets(checked, options));
            add('levels', ...renderLevelGridSheets(checked, options));
            break;
        case 'silos':
            if (silos.owners.length > 1) {
                add('matrix', renderSiloMatrix(checked, options));
                add('trend', renderSiloTrend(checked, options));
            }
            if (coverage.rows.length > 0 && coverage.owners.length > 0) {
                add('coverage', renderCoverage(checked, options));
            }
            if (coverage.rows.length > 0 && coverage.years.length > 0) {
                add('coverage-by-year', renderCoverageByYear(checked, options));
            }
            break;
        case 'money':
            if (budget.years.length > 0) {
                add('fund', renderMoney(checked, options));
                add('dimension', renderMoney(checked, { ...options, by: 'dimension' }));
            }
            break;
        case 'roadmap':
            break;
    }
    if (figures.size === 0) {
        const nothing = {
            roadmap: '',
            maturity: NO_LEVELS[options.locale],
            silos: id
                ? 'Rencana ini belum menyebut dua perangkat daerah atau unsur.'
                : 'This plan names no two agencies and no elements yet.',
            money: id ? 'Rencana ini belum menyebut anggaran.' : 'This plan names no money yet.',
        };
        add('nothing', `<p class="nothing">${escapeText(nothing[view])}</p>`);
    }
    return figures;
}

/** What a view says, as tables. */
export function writeTable(context: PageContext, view: PreviewView): string {
    const { say } = context;
    switch (view) {
        case 'roadmap':
            return writeTables(context).source;
        case 'maturity':
            return section(
                'maturity',
                say({ en: 'Levels and targets', id: 'Tingkat dan target' }),
                writeTargetTable(context),
                writeLevelTables(context),
            ).source;
        case 'silos':
            return tablesOf(section('silos', '', writeSilos(context)).source);
        case 'money':
            return tablesOf(section('money', '', writeMoney(context)).source);
    }
}

/** Only the tables of a section that has pictures as well. */
function tablesOf(section: string): string {
    return [...section.matchAll(/<table>[\s\S]*?<\/table>/g)].map(([table]) => table).join('\n');
}

/** Places for the shapes of a view that stand for more than one clause: the one that says most. */
export function placeSums(checked: Checked, view: PreviewView, sent: Sent): void {
    if (view === 'maturity') {
        placeLevels(checked, sent);
    } else if (view === 'silos') {
        placeCells(checked, sent);
    } else if (view === 'money') {
        placeMoney(checked, sent);
    }
}

/** The line of an indicator leads to what lifted it last: an indicator itself mostly stands in a library. */
function placeLevels(checked: Checked, sent: Sent): void {
    const { projection, plan } = checked.analysis;
    for (const { indicator, steps } of projection.frameworks.flatMap(({ indicators }) => indicators)) {
        const causes = [...steps].reverse().flatMap((step) => step.causes);
        const raises = causes.flatMap((cause) => {
            const program = plan.names.get(cause);
            return program?.kind === 'program' ? program.raises.filter(({ of }) => of.name === indicator.name) : [];
        });
        if (raises[0] !== undefined) {
            sent.put(indicator.name, raises[0].clause);
            sent.put(`row:${indicator.name}`, raises[0].clause);
        }
    }
}

/** A block of money leads to the largest budget in it. */
function placeMoney(checked: Checked, sent: Sent): void {
    const { budget } = checked.analysis;
    for (const row of [...budget.funds, ...budget.dimensions]) {
        row.years.forEach(({ entries }, index) => {
            const [largest] = [...entries].sort((a, b) => b.amount - a.amount);
            if (largest !== undefined) {
                sent.put(`money:${row.of?.name ?? ''}:${budget.years[index]}`, largest.clause.clause);
            }
        });
    }
}

/** A cell of the matrix leads to what is done twice, else to what ties the two. */
function placeCells(checked: Checked, sent: Sent): void {
    const { silos, plan } = checked.analysis;
    for (const { owner, other, doubles, overlaps, depends, shares } of silos.whole.cells) {
        const name = (doubles[0] ?? overlaps[0])?.[0] ?? depends[0] ?? shares[0];
        const declared = name === undefined ? undefined : plan.names.get(name);
        if (declared !== undefined) {
            sent.put(`silo:${owner}:${other}`, declared.at);
        }
    }
}
