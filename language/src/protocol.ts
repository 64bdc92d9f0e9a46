/**
 * What the extension and the language server say to each other beyond the protocol of editors. Both are built from this
 * file. Everything is plain JSON: addresses are texts, places are UTF-16 offsets in the text that the server last saw.
 */

/** Methods of the messages, by what they are for. The types beside them say what is sent and what is answered. */
export const METHOD = {
    /** Request, `LibraryParams` to `LibraryText`: the text of a built-in library. */
    library: 'smartcity/library',
    /** Request, `RulePageParams` to `RulePage`: the page of a rule, as Markdown. */
    rulePage: 'smartcity/rulePage',
    /** Request, `PlanPageParams` to `PlanPage`: the whole plan as one HTML page. */
    planPage: 'smartcity/planPage',
    /** Notification to the editor, `PlanStatus`: what there is to say about a plan after each build. */
    status: 'smartcity/status',
    /** Notification to the server, `PreviewWatch`: what the preview shows from now on. */
    previewWatch: 'smartcity/preview/watch',
    /** Notification to the server, `PreviewSeen`: which rows are in sight, to be drawn before the others. */
    previewSeen: 'smartcity/preview/seen',
    /** Notification to the server, without parameters: the preview is closed. */
    previewClose: 'smartcity/preview/close',
    /** Notification to the editor, `PreviewUpdate`: what has changed in the picture. */
    previewUpdate: 'smartcity/preview/update',
    /** Request, `PreviewWhyParams` to `PreviewWhy`: what is found about a shape under the pointer. */
    previewWhy: 'smartcity/preview/why',
    /** Request, `PreviewExportParams` to `PreviewExport`: the picture as it is seen, as a file. */
    previewExport: 'smartcity/preview/export',
} as const;

/** Which library: `garuda`, or its address `smartcity-library:/garuda.smartcity`. */
export interface LibraryParams {
    readonly name: string;
}

/** A library's text; `null` for an unknown one. */
export interface LibraryText {
    readonly text: string | null;
}

/** Which rule: its name, as in `duplicate-service`. */
export interface RulePageParams {
    readonly rule: string;
}

/** A rule's page in the language of the server; `null` for an unknown rule. */
export interface RulePage {
    readonly markdown: string | null;
}

/** Which plan: that of the file, or the only one there is. */
export interface PlanPageParams {
    readonly file?: string;
}

/** The page of a plan; `null` when there is no plan. */
export interface PlanPage {
    readonly html: string | null;
    /** What to call the file, without its ending. */
    readonly name: string;
}

/** Findings of a plan, waived ones left out. */
export interface PlanStatus {
    /** The plan's folder, as an address. */
    readonly root: string;
    readonly title: string;
    readonly programs: number;
    readonly error: number;
    readonly warning: number;
    readonly info: number;
}

/** The views of the preview, in the order of their tabs. */
export const VIEWS = ['roadmap', 'maturity', 'silos', 'money'] as const;

/** One of the views. */
export type PreviewView = (typeof VIEWS)[number];

/** What the programs of the roadmap can be grouped by. */
export const GROUPS = ['dimension', 'opd', 'horizon', 'fund'] as const;

/** Which lines between programs are drawn. */
export const LINKS = ['chosen', 'all', 'none'] as const;

/** Which programs the roadmap shows; an empty text lets all pass. */
export interface PreviewFilter {
    readonly opd: string;
    readonly dimension: string;
    readonly status: '' | 'planned' | 'started' | 'finished' | 'critical' | 'late' | 'quick-win' | 'unscheduled';
    /** Words that name or title of a program have to hold, in any case. */
    readonly text: string;
}

/** Everything that decides what the picture shows. The panel keeps it, the server draws by it. */
export interface PreviewOptions {
    readonly view: PreviewView;
    readonly groupBy: (typeof GROUPS)[number];
    readonly filter: PreviewFilter;
    readonly links: (typeof LINKS)[number];
    /** The name of the chosen program, or empty. */
    readonly chosen: string;
    /** Keys of the groups that are folded. */
    readonly closed: readonly string[];
    /** The width of the picture in pixels. */
    readonly width: number;
    /** Whether the tables that say the same are shown. */
    readonly table: boolean;
}

/** What a fresh panel shows. */
export const DEFAULT_OPTIONS: PreviewOptions = {
    view: 'roadmap',
    groupBy: 'dimension',
    filter: { opd: '', dimension: '', status: '', text: '' },
    links: 'chosen',
    chosen: '',
    closed: [],
    width: 1000,
    table: false,
};

/** What the preview shows from now on. */
export interface PreviewWatch {
    /** A file of the plan to show; without it the plan shown before, or the first. */
    readonly file?: string;
    readonly options: PreviewOptions;
    /** Whether the panel has nothing yet, so that everything has to be sent. */
    readonly fresh: boolean;
}

/** The rows in sight: places in `PreviewRoadmap.rows`, the first and the one behind the last. */
export interface PreviewSeen {
    readonly from: number;
    readonly to: number;
}

/** A row of the roadmap: markup whose upper edge is at 0. */
export interface PreviewRow {
    readonly key: string;
    readonly kind: 'group' | 'program';
    readonly height: number;
}

/** Lines from one program to another, placed on the whole canvas. */
export interface PreviewLink {
    readonly key: string;
    readonly top: number;
    readonly bottom: number;
}

/** The roadmap without its markup, which stands in `markup` under the keys of its parts. */
export interface PreviewRoadmap {
    readonly width: number;
    /** How much of the left is taken by names: it stays in sight when the years are scrolled. */
    readonly labels: number;
    /** The scale stays in sight; the targets below it scroll with the rows. */
    readonly headHeight: number;
    readonly targetsHeight: number;
    readonly rows: readonly PreviewRow[];
    readonly links: readonly PreviewLink[];
    readonly footHeight: number;
}

/** A place in a text: index into `files`, then offsets. */
export type PreviewPlace = readonly [file: number, start: number, end: number];

/** A finding as the panel tells it. */
export interface PreviewFinding {
    readonly rule: string;
    readonly severity: 'error' | 'warning' | 'info';
    readonly message: string;
    readonly at: PreviewPlace;
    readonly subjects: readonly string[];
}

/** What can be chosen in a filter. */
export interface PreviewChoice {
    readonly name: string;
    readonly title: string;
}

/** Why the picture is not the plan's as it stands in the text. */
export interface PreviewTrouble {
    /** `broken`: the text cannot be read whole; `no-plan`: there is nothing to show. */
    readonly kind: 'broken' | 'no-plan';
    readonly message: string;
    readonly file?: string;
    readonly start?: number;
    readonly end?: number;
}

/** One step of the picture. Whatever is left out is as it was. */
export interface PreviewUpdate {
    /** Whether what the panel had is void. */
    readonly fresh: boolean;
    readonly view: PreviewView;
    readonly trouble?: PreviewTrouble;
    readonly picture?: PreviewPicture;
    /** Parts of the picture sent last that were out of sight, and are drawn by now. */
    readonly more?: Pick<PreviewPicture, 'markup' | 'files' | 'places'>;
}

/** A picture: parts by key, of which only those that changed bring their markup. */
export interface PreviewPicture {
    /** The plan's folder, as an address. */
    readonly root: string;
    readonly locale: 'en' | 'id';
    readonly title: string;
    /** A sentence for the reader in a hurry, as markup. */
    readonly verdict: string;
    /** How many programs are shown, of how many. */
    readonly shown: number;
    readonly total: number;
    readonly roadmap?: PreviewRoadmap;
    /** Keys of the pictures one below the other, where the view is not the roadmap. */
    readonly figures?: readonly string[];
    /** Markup of parts that are new or changed, by key. */
    readonly markup: Readonly<Record<string, string>>;
    /** The tables that say the same, as markup; only when they are asked for. */
    readonly table?: string;
    readonly files: readonly string[];
    /** Where keyed shapes stand in the text, as far as that has changed. */
    readonly places: Readonly<Record<string, PreviewPlace>>;
    /** What is found that belongs to this view, the worst first; of very many the first. */
    readonly findings: readonly PreviewFinding[];
    /** How many there are in all. */
    readonly found: number;
    readonly opds: readonly PreviewChoice[];
    readonly dimensions: readonly PreviewChoice[];
}

/** Which shape: its key. */
export interface PreviewWhyParams {
    readonly key: string;
}

/** The findings about what the shape stands for. */
export interface PreviewWhy {
    readonly findings: readonly Pick<PreviewFinding, 'rule' | 'severity' | 'message'>[];
}

/** The picture as it is seen, as a file. */
export interface PreviewExportParams {
    readonly format: 'svg' | 'html';
    readonly options: PreviewOptions;
    readonly theme: 'light' | 'dark';
}

/** The file; `null` when there is nothing to draw. */
export interface PreviewExport {
    readonly text: string | null;
    /** What to call the file, without its ending. */
    readonly name: string;
}
