import type { Checked } from '../../rules/check.ts';
import { type ProgramView, titleOf } from '../program-view.ts';
import { layOutRoadmap, type ProgramRow, type Roadmap, type RoadmapOptions, type Row, rowsOf, SIZE } from './layout.ts';
import { drawSheet, type Sheet } from './sheet.ts';

/** Rows of this height fill a sheet of A4 across, at the default width, with head and foot. */
const SHEET_HEIGHT = 640;

/**
 * The roadmap of a plan as one picture: an SVG text that needs nothing else. Programs are grouped and stand in order of
 * start; those without dates are listed below. A plan without programs has an empty scale.
 */
export function renderRoadmap(checked: Checked, options: RoadmapOptions): string {
    const roadmap = layOutRoadmap(checked, options);
    const rows = roadmap.groups.flatMap((group) => rowsOf(roadmap, group, group.programs, false));
    return `${drawSheet(roadmap, { title: nameRoadmap(roadmap), rows, targets: true, legend: true }).source}\n`;
}

/**
 * The same roadmap in pictures that each fit a sheet of paper: one where that is enough, else an overview of the groups,
 * and then as many groups on a sheet as it holds, long ones on several.
 */
export function renderRoadmapSheets(checked: Checked, options: RoadmapOptions): string[] {
    const roadmap = layOutRoadmap(checked, options);
    return divide(roadmap).map((sheet) => drawSheet(roadmap, sheet).source);
}

function divide(roadmap: Roadmap): Sheet[] {
    const title = nameRoadmap(roadmap);
    const all = roadmap.groups.flatMap((group) => rowsOf(roadmap, group, group.programs, false));
    if (heightOf(all) <= SHEET_HEIGHT) {
        return [{ title, rows: all, targets: true, legend: true }];
    }
    const parts = pack(roadmap);
    const summaries = all.filter((row) => row.kind === 'group');
    return [
        { title, rows: summaries, targets: true, legend: true },
        ...parts.map(
            (rows, index): Sheet => ({
                title: `${title} (${index + 1}/${parts.length})`,
                rows,
                targets: false,
                legend: false,
            }),
        ),
    ];
}

/** Puts groups on sheets in their order; one that does not fit begins a new sheet. */
function pack(roadmap: Roadmap): Row[][] {
    const sheets: Row[][] = [];
    let room = 0;
    for (const group of roadmap.groups) {
        const programs = rowsOf(roadmap, group, group.programs, false).filter((row) => row.kind === 'program');
        split(programs).forEach((views, index) => {
            const rows = rowsOf(roadmap, group, views, index > 0);
            const height = heightOf(rows);
            if (height > room) {
                sheets.push([]);
                room = SHEET_HEIGHT;
            }
            sheets.at(-1)!.push(...rows);
            room -= height;
        });
    }
    return sheets;
}

/** Shares a group's programs out over as few sheets as they need, about as many on each. */
function split(programs: readonly ProgramRow[]): ProgramView[][] {
    const sheets = Math.ceil(heightOf(programs) / (SHEET_HEIGHT - SIZE.group - SIZE.row));
    const share = heightOf(programs) / sheets;
    const parts: ProgramView[][] = [];
    let height = 0;
    for (const program of programs) {
        const part = Math.min(sheets - 1, Math.floor(height / share));
        parts[part] ??= [];
        parts[part].push(program.view);
        height += program.height;
    }
    return parts;
}

function heightOf(rows: readonly { readonly height: number }[]): number {
    return rows.reduce((height, row) => height + row.height, 0);
}

function nameRoadmap(roadmap: Roadmap): string {
    const plan = roadmap.checked.analysis.plan.masterplan;
    const word = roadmap.options.locale === 'id' ? 'Peta jalan' : 'Roadmap';
    const { scenario } = roadmap.checked.analysis;
    const played = scenario && `${roadmap.options.locale === 'id' ? 'jika' : 'what if'}: ${titleOf(scenario)}`;
    return [word, plan && titleOf(plan), played].filter((part) => part !== undefined).join(' · ');
}
