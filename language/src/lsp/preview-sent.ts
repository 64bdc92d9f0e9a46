import type { Origin } from '../plan/origin.ts';
import type { PreviewPlace, PreviewView } from '../protocol.ts';

/** The places of keyed shapes as the renderers write them into markup. */
const KEYED = /( data-key="([^"]*)") data-file="([^"]*)" data-start="(\d+)" data-end="(\d+)"/g;

/** What the panel lacks: parts and places that are new or have changed, by key. */
export interface Delta {
    readonly markup: Record<string, string>;
    readonly places: Record<string, PreviewPlace>;
}

/**
 * What the panel has. Places are taken out of the markup and kept apart: an edit moves every place behind it, and a part
 * in which nothing else has changed need not be sent or built again.
 */
export class Sent {
    /** Addresses, by the numbers that stand for them in places. */
    readonly files: string[] = [];
    private readonly indexes = new Map<string, number>();
    private readonly parts = new Map<PreviewView, Map<string, string>>();
    private readonly places = new Map<string, PreviewPlace>();
    private delta = empty();

    /** Whether the panel has anything yet. */
    get isEmpty(): boolean {
        return this.parts.size === 0;
    }

    /** The panel has nothing. */
    clear(): void {
        this.files.length = 0;
        this.indexes.clear();
        this.parts.clear();
        this.places.clear();
        this.delta = empty();
    }

    /** Takes a part of a view that the panel is to have. */
    part(view: PreviewView, key: string, markup: string): void {
        const bare = markup.replace(
            KEYED,
            (_whole, kept: string, shape: string, file: string, start: string, end: string) => {
                this.put(unescaped(shape), { file: unescaped(file), start: Number(start), end: Number(end) });
                return kept;
            },
        );
        const parts = this.partsOf(view);
        if (parts.get(key) !== bare) {
            parts.set(key, bare);
            this.delta.markup[key] = bare;
        }
    }

    /** Takes the place that a shape stands for. */
    put(key: string, at: Origin): void {
        const file = this.indexOf(at.file);
        const before = this.places.get(key);
        if (before?.[0] !== file || before[1] !== at.start || before[2] !== at.end) {
            const place: PreviewPlace = [file, at.start, at.end];
            this.places.set(key, place);
            this.delta.places[key] = place;
        }
    }

    /** Forgets the parts of a view that its picture no longer has; the panel does the same. */
    retain(view: PreviewView, keys: ReadonlySet<string>): void {
        const parts = this.partsOf(view);
        for (const key of parts.keys()) {
            if (!keys.has(key)) {
                parts.delete(key);
            }
        }
    }

    /** What the panel lacks since this was asked last. */
    takeDelta(): Delta {
        const { delta } = this;
        this.delta = empty();
        return delta;
    }

    /** The number that stands for a file. */
    indexOf(file: string): number {
        let index = this.indexes.get(file);
        if (index === undefined) {
            index = this.files.push(file) - 1;
            this.indexes.set(file, index);
        }
        return index;
    }

    private partsOf(view: PreviewView): Map<string, string> {
        let parts = this.parts.get(view);
        if (parts === undefined) {
            parts = new Map();
            this.parts.set(view, parts);
        }
        return parts;
    }
}

function empty(): Delta {
    return { markup: {}, places: Object.create(null) as Record<string, PreviewPlace> };
}

/** The text that was escaped for an attribute. */
function unescaped(text: string): string {
    return text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
}
