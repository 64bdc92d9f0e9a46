import type { PreviewPicture, PreviewPlace, PreviewUpdate, PreviewView } from '../../../language/src/protocol.ts';

/** Parts of the roadmap that there is one of. */
const SINGLE = ['head', 'targets', 'ground', 'today', 'foot'];

/** What the panel has been sent: pictures, the markup of their parts, and where shapes stand in the text. */
export class Store {
    private readonly pictures = new Map<PreviewView, PreviewPicture>();
    private readonly parts = new Map<PreviewView, Map<string, string>>();
    private readonly places = new Map<string, PreviewPlace>();
    private files: readonly string[] = [];

    /** Forgets all parts; pictures that are shown stay until there are newer ones. */
    clear(): void {
        this.parts.clear();
        this.places.clear();
    }

    /** Takes a picture: it brings the parts that are new, the others are those there were. */
    take(view: PreviewView, picture: PreviewPicture): void {
        this.takePlaces(picture);
        const before = this.parts.get(view);
        const { roadmap, figures } = picture;
        const keys =
            roadmap === undefined
                ? (figures ?? [])
                : [
                      ...SINGLE,
                      ...roadmap.rows.map(({ key }) => `row:${key}`),
                      ...roadmap.links.map(({ key }) => `link:${key}`),
                  ];
        this.parts.set(view, new Map(keys.map((key) => [key, picture.markup[key] ?? before?.get(key) ?? ''])));
        this.pictures.set(view, picture);
    }

    /** Takes parts that were out of sight when their picture came. */
    add(view: PreviewView, more: NonNullable<PreviewUpdate['more']>): void {
        this.takePlaces(more);
        for (const [key, text] of Object.entries(more.markup)) {
            this.parts.get(view)?.set(key, text);
        }
    }

    /** The last picture of a view. */
    picture(view: PreviewView): PreviewPicture | undefined {
        return this.pictures.get(view);
    }

    /** The markup of a view's parts, by key. */
    markup(view: PreviewView): ReadonlyMap<string, string> {
        return this.parts.get(view) ?? new Map();
    }

    /** Whether a shape leads to a place in the text. */
    leads(key: string): boolean {
        return this.places.has(key);
    }

    /** The place in the text that a shape stands for. */
    place(key: string): { readonly file: string; readonly start: number; readonly end: number } | undefined {
        const place = this.places.get(key);
        if (place === undefined) {
            return undefined;
        }
        const [file, start, end] = place;
        return { file: this.files[file]!, start, end };
    }

    private takePlaces({ files, places }: Pick<PreviewPicture, 'files' | 'places'>): void {
        this.files = files;
        for (const [key, place] of Object.entries(places)) {
            this.places.set(key, place);
        }
    }
}
