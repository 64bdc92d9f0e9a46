import type { PreviewOptions, PreviewUpdate, PreviewWhy } from '../../../language/src/protocol.ts';

/** What the panel tells the extension. */
export type FromPanel =
    | { readonly type: 'watch'; readonly options: PreviewOptions; readonly fresh: boolean }
    | { readonly type: 'seen'; readonly from: number; readonly to: number }
    | { readonly type: 'goTo'; readonly file: string; readonly start: number; readonly end: number }
    | { readonly type: 'why'; readonly key: string }
    | { readonly type: 'explain'; readonly rule: string }
    | { readonly type: 'export'; readonly format: ExportFormat }
    | { readonly type: 'png'; readonly id: number; readonly base64: string };

/** What the extension tells the panel. */
export type ToPanel =
    | { readonly type: 'update'; readonly update: PreviewUpdate }
    | { readonly type: 'server'; readonly running: boolean }
    | { readonly type: 'cursor'; readonly file: string; readonly offset: number }
    | { readonly type: 'why'; readonly key: string; readonly why: PreviewWhy }
    | { readonly type: 'open'; readonly view: PreviewOptions['view'] }
    | { readonly type: 'rasterize'; readonly id: number; readonly svg: string };

/** The files that a picture can be written to. */
export type ExportFormat = 'svg' | 'png' | 'html';

/** The words of the panel, in the language of the editor. */
export type Words = Readonly<Record<keyof typeof WORDS, string>>;

/** The same in English. `{0}` and `{1}` are filled in. */
export const WORDS = {
    roadmap: 'Roadmap',
    maturity: 'Maturity',
    silos: 'Silos',
    money: 'Money',
    views: 'Views',
    groupBy: 'Group by',
    dimension: 'By dimension',
    opd: 'By OPD',
    horizon: 'By horizon',
    fund: 'By fund',
    allOpds: 'All OPDs',
    allDimensions: 'All dimensions',
    allStates: 'All states',
    planned: 'Planned',
    started: 'Under way',
    finished: 'Finished',
    critical: 'Critical',
    late: 'Late',
    quickWin: 'Quick wins',
    unscheduled: 'Without dates',
    find: 'Find a program',
    lines: 'Lines',
    linesChosen: 'Lines of the chosen',
    linesAll: 'All lines',
    linesNone: 'No lines',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomReset: 'Whole width',
    table: 'As a table',
    export: 'Export',
    exportSvg: 'Export as SVG',
    exportPng: 'Export as PNG',
    exportHtml: 'Export as HTML',
    clear: 'Show all',
    shown: '{0} of {1} programs',
    nothingShown: 'No program passes the filter.',
    broken: 'The text cannot be read whole. This is the last good picture.',
    goThere: 'Go there',
    noPlan: 'There is no plan to show. Open one of its files.',
    stopped: 'The server is not running. This is the last picture.',
    waiting: 'Reading the plan …',
    findings: 'What is found here ({0})',
    more: '… and {0} more in the list of problems.',
    explain: 'Explain',
    error: 'Error',
    warning: 'Warning',
    info: 'Hint',
    picture: 'Programs over the years. Arrow keys choose, Enter goes to the text.',
} as const;
