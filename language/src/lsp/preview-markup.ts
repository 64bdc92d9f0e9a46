import type { PreviewPlace } from '../protocol.ts';

/** The places of keyed shapes as the renderers write them into markup. */
const KEYED = /( data-key="([^"]*)") data-file="([^"]*)" data-start="(\d+)" data-end="(\d+)"/g;

/**
 * Takes the places out of markup and collects them: an edit moves every place behind it, and a picture in which nothing
 * else has changed need not be sent or drawn again.
 */
export class Places {
    readonly files: string[] = [];
    readonly byKey: Record<string, PreviewPlace> = Object.create(null);
    private readonly indexes = new Map<string, number>();

    /** Markup without places. */
    take(markup: string): string {
        return markup.replace(KEYED, (_whole, kept: string, key: string, file: string, start: string, end: string) => {
            this.byKey[unescaped(key)] = [this.indexOf(unescaped(file)), Number(start), Number(end)];
            return kept;
        });
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
