/** Says nothing of what is meant: places, and the words in which a date or a length was written. */
const PLACES: ReadonlySet<string> = new Set(['at', 'clause', 'whole', 'library', 'broken', 'kind', 'text', 'expected']);

/** Properties that hold a qualified name. */
const NAMES: ReadonlySet<string> = new Set(['name', 'dimension', 'framework']);

/**
 * What a declaration says, clause by clause, as texts that are equal when the same is meant: wherever it stands, however
 * its dates are written, and in whatever order its lists are. Its own name is left out; `names` translates the others.
 */
export function meaningOf(declaration: object, names: (name: string) => string): ReadonlyMap<string, string> {
    const meaning = new Map<string, string>();
    for (const key of Object.keys(declaration).sort()) {
        const value = (declaration as Readonly<Record<string, unknown>>)[key];
        if (
            value !== undefined &&
            key !== 'name' &&
            !PLACES.has(key) &&
            !(Array.isArray(value) && value.length === 0)
        ) {
            meaning.set(key, textOf(value, key, names));
        }
    }
    return meaning;
}

function textOf(value: unknown, key: string, names: (name: string) => string): string {
    if (Array.isArray(value)) {
        return `[${value
            .map((each) => textOf(each, '', names))
            .sort()
            .join(',')}]`;
    }
    if (typeof value === 'object' && value !== null) {
        // Free text has its words in `text`; a date and a length have them beside their days.
        const inner = Object.entries(value).filter(
            ([name, each]) => each !== undefined && (!PLACES.has(name) || (name === 'text' && !isMeasured(value))),
        );
        return `{${inner
            .map(([name, each]) => `${name}:${textOf(each, name, names)}`)
            .sort()
            .join(',')}}`;
    }
    return JSON.stringify(typeof value === 'string' && NAMES.has(key) ? names(value) : value);
}

function isMeasured(value: object): boolean {
    return 'first' in value || 'least' in value;
}
