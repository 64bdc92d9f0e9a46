import type { PreviewOptions, PreviewRow } from '../../../language/src/protocol.ts';

/** What keys can do with the roadmap. */
export interface KeyActions {
    /** Chooses a row and brings it into sight. */
    choose(row: PreviewRow): void;
    /** Goes to the text of a row. */
    goTo(row: PreviewRow): void;
    /** Folds a group, or opens it. */
    fold(row: PreviewRow): void;
    zoom(factor: number): void;
}

/** Does what a key asks for; other keys are left to the browser. */
export function actOnKey(
    event: KeyboardEvent,
    rows: readonly PreviewRow[],
    options: PreviewOptions,
    actions: KeyActions,
): void {
    const at = rows.findIndex(({ key }) => key === options.chosen);
    const row = rows[at];
    const next = stepTo(event.key, at, rows.length);
    if (next !== undefined) {
        actions.choose(rows[next]!);
    } else if (event.key === 'Enter' && row !== undefined) {
        actions.goTo(row);
    } else if (row?.kind === 'group' && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
        if (options.closed.includes(row.key) === (event.key === 'ArrowRight')) {
            actions.fold(row);
        }
    } else if (event.key === '+' || event.key === '-') {
        actions.zoom(event.key === '+' ? 1.3 : 1 / 1.3);
    } else {
        return;
    }
    event.preventDefault();
}

/** Lets the wheel zoom while Ctrl, or on a Mac Command, is held. */
export function onZoomWheel(element: HTMLElement, zoom: (factor: number) => void): void {
    const turn = (event: WheelEvent): void => {
        if (event.ctrlKey || event.metaKey) {
            event.preventDefault();
            zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
        }
    };
    element.addEventListener('wheel', turn, { passive: false });
}

/** The row that a key leads to from another; `undefined` for a key that does not move. */
function stepTo(key: string, at: number, count: number): number | undefined {
    const steps: Record<string, number> = {
        ArrowDown: at + 1,
        ArrowUp: at - 1,
        PageDown: at + 12,
        PageUp: at - 12,
        Home: 0,
        End: count - 1,
    };
    const next = steps[key];
    return next === undefined || count === 0 ? undefined : Math.max(0, Math.min(count - 1, next));
}
