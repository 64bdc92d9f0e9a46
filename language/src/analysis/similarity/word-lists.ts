import boilerplateText from '../../../../seeds/similarity/boilerplate.txt';
import frequencyText from '../../../../seeds/similarity/frequency.txt';
import protectedText from '../../../../seeds/similarity/protected.txt';
import relatedText from '../../../../seeds/similarity/related.txt';
import rolesText from '../../../../seeds/similarity/roles.txt';
import stopWordsText from '../../../../seeds/similarity/stop-words.txt';
import synonymsText from '../../../../seeds/similarity/synonyms.txt';
import worksText from '../../../../seeds/similarity/works.txt';

/** What several names mean: the first word stands for all others. */
export interface SynonymGroup {
    readonly word: string;
    readonly names: readonly string[];
}

/** A word and those near it in meaning. */
export interface Neighbourhood {
    readonly head: string;
    readonly members: readonly string[];
}

/** The part of a list that the fact book settles, and what this project adds to it. */
export interface Widened<T> {
    readonly core: readonly T[];
    readonly wider: readonly T[];
}

/** Everything the engine knows about words before it sees a plan. */
export interface WordLists {
    readonly synonyms: Widened<SynonymGroup>;
    readonly boilerplate: Widened<string>;
    readonly protectedPhrases: Widened<string>;
    readonly stopWords: readonly string[];
    readonly roles: ReadonlyMap<string, readonly string[]>;
    readonly related: readonly Neighbourhood[];
    /** Words that tell a kind of work, one row a kind. */
    readonly works: readonly (readonly string[])[];
    /** Words by the number of programs, of 10,000, that use them. */
    readonly frequency: ReadonlyMap<number, readonly string[]>;
}

/** The lists this project ships; they are read once. */
export function shippedLists(): WordLists {
    shipped ??= readShippedLists();
    return shipped;
}

let shipped: WordLists | undefined;

function readShippedLists(): WordLists {
    const frequency = new Map<number, readonly string[]>();
    for (const [step, lines] of sections(frequencyText)) {
        frequency.set(Number(step), words(lines));
    }
    return {
        synonyms: widened(synonymsText, (lines) => lines.map(group)),
        boilerplate: widened(boilerplateText, words),
        protectedPhrases: widened(protectedText, (lines) => [...lines]),
        stopWords: [...sections(stopWordsText).values()].flatMap(words),
        roles: new Map([...sections(rolesText)].map(([role, lines]) => [role, words(lines)])),
        related: [...sections(relatedText).values()].flat().map(neighbourhood),
        works: [...sections(worksText).values()].map(words),
        frequency,
    };
}

/** Reads "word = name, name"; a line without names is a group of one. */
function group(line: string): SynonymGroup {
    const [word = '', names = ''] = line.split('=');
    return {
        word: word.trim(),
        names: names
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== ''),
    };
}

function neighbourhood(line: string): Neighbourhood {
    const [head = '', members = ''] = line.split(':');
    return { head: head.trim(), members: words([members]) };
}

function widened<T>(text: string, read: (lines: readonly string[]) => T[]): Widened<T> {
    const core: T[] = [];
    const wider: T[] = [];
    for (const [name, lines] of sections(text)) {
        (name === 'core' ? core : wider).push(...read(lines));
    }
    return { core, wider };
}

function words(lines: readonly string[]): string[] {
    return lines.flatMap((line) => line.split(/\s+/)).filter((word) => word !== '');
}

/** Splits a list into its sections; lines before the first belong to the section without a name. */
function sections(text: string): Map<string, string[]> {
    const found = new Map<string, string[]>();
    let name = '';
    for (const raw of text.split('\n')) {
        const line = raw.trim();
        if (line === '' || line.startsWith('#')) {
            continue;
        }
        const heading = /^\[(.+)\]$/.exec(line);
        if (heading) {
            name = heading[1]!;
        } else {
            const lines = found.get(name);
            if (lines) {
                lines.push(line);
            } else {
                found.set(name, [line]);
            }
        }
    }
    return found;
}
