/** A finding that was there when a baseline was written. */
export interface BaselineEntry {
    readonly fingerprint: string;
    /** What people go by; missing in a plain list of fingerprints. */
    readonly rule: string | undefined;
    readonly subjects: readonly string[];
    /** The day on which it was first seen, as an ISO date. */
    readonly since: string | undefined;
}

/**
 * The entries of a baseline: a list of fingerprints, or of objects with a `fingerprint`, alone or under `findings`;
 * `undefined` for a text that is none of these.
 */
export function parseBaseline(text: string): readonly BaselineEntry[] | undefined {
    let json: unknown;
    try {
        json = JSON.parse(text);
    } catch {
        return undefined;
    }
    const list: unknown = Array.isArray(json) ? json : (json as { findings?: unknown } | null)?.findings;
    if (!Array.isArray(list)) {
        return undefined;
    }
    const entries = list.map(entryOf);
    return entries.includes(undefined) ? undefined : (entries as BaselineEntry[]);
}

/** Whether a text has the marks that git leaves where two branches do not merge by themselves. */
export function isUnmerged(text: string): boolean {
    return /^<{7}(?: |$)/m.test(text);
}

/** A baseline of all that both sides of an unsolved merge hold, read line by line; any other text as it is. */
export function joinSides(text: string): string {
    if (!isUnmerged(text)) {
        return text;
    }
    const entries = new Map<string, BaselineEntry>();
    for (const line of text.split('\n')) {
        const [entry] = parseBaseline(`[${line.trim().replace(/,$/, '')}]`) ?? [];
        if (entry !== undefined && !entries.has(entry.fingerprint)) {
            entries.set(entry.fingerprint, entry);
        }
    }
    return writeBaseline([...entries.values()]);
}

function entryOf(value: unknown): BaselineEntry | undefined {
    if (typeof value === 'string') {
        return { fingerprint: value, rule: undefined, subjects: [], since: undefined };
    }
    const { fingerprint, rule, subjects, since } = (value ?? {}) as Record<string, unknown>;
    if (typeof fingerprint !== 'string') {
        return undefined;
    }
    return {
        fingerprint,
        rule: typeof rule === 'string' ? rule : undefined,
        subjects: Array.isArray(subjects) ? subjects.filter((each) => typeof each === 'string') : [],
        since: typeof since === 'string' ? since : undefined,
    };
}

/** A baseline as text: sorted, an entry a line, so that two branches that accept different findings merge by themselves. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
    const lines = entries
        .map(({ rule, subjects, fingerprint, since }) => ({
            key: [rule ?? '', ...subjects, '', fingerprint].join('\u0000'),
            line: `        ${JSON.stringify({ rule, subjects, fingerprint, since })}`,
        }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ line }) => line);
    const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n    ]`;
    return `{\n    "formatVersion": 1,\n    "findings": ${list}\n}\n`;
}
