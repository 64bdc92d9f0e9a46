import {
    DEFAULT_OPTIONS,
    GROUPS,
    LINKS,
    type PreviewOptions,
    type PreviewView,
    VIEWS,
} from '../../../language/src/protocol.ts';
import type { FromPanel, Words } from '../preview/messages.ts';

/** Everything of the panel that outlives an update, and a reload of the window. */
export interface PanelState {
    options: PreviewOptions;
    /** How much wider than the panel the years are drawn. */
    zoom: number;
    /** Where each view was scrolled to. */
    scroll: Partial<Record<PreviewView, readonly [left: number, top: number]>>;
}

interface Host {
    getState(): unknown;
    setState(state: unknown): void;
    postMessage(message: FromPanel): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();

/** Tells the extension. */
export function tell(message: FromPanel): void {
    host.postMessage(message);
}

/** The words of the panel. */
export const words: Words = JSON.parse(document.querySelector<HTMLElement>('#smartcity')!.dataset.words!) as Words;

/** A text with its gaps filled in. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
    return text.replace(/\{(\d)\}/g, (_whole, index: string) => String(values[Number(index)]));
}

/** What was kept, with everything that is missing or no longer understood as in a fresh panel. */
export function readState(): PanelState {
    const kept = (host.getState() ?? {}) as Partial<PanelState>;
    const options: Partial<PreviewOptions> = kept.options ?? {};
    return {
        options: {
            ...DEFAULT_OPTIONS,
            ...options,
            view: oneOf(VIEWS, options.view),
            groupBy: oneOf(GROUPS, options.groupBy),
            links: oneOf(LINKS, options.links),
            filter: { ...DEFAULT_OPTIONS.filter, ...options.filter },
        },
        zoom: typeof kept.zoom === 'number' ? kept.zoom : 1,
        scroll: kept.scroll ?? {},
    };
}

let timer: number | undefined;

/** Keeps the state; many changes in a row are kept once. */
export function keepState(state: PanelState): void {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => host.setState(state), 100);
}

function oneOf<T>(values: readonly T[], value: unknown): T {
    return values.find((each) => each === value) ?? values[0]!;
}
