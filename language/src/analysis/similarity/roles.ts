/**
 * What a word does in a program's title decides what it counts for. `match`: how much it counts when both
 * programs have it; `miss`: how much against the pair when only one has it. "Digitalisasi Arsip Kependudukan"
 * and "Digitalisasi Arsip Perpustakaan" share their means, but their subjects differ; two programs for the
 * same subject seldom agree in the means, and a made-up name tells much when shared and little otherwise.
 */
export interface Role {
    readonly match: number;
    readonly miss: number;
}

/** The roles, by the names of their sections in the list. */
export const ROLES = {
    /** What a program is about: a word that the lists of names or of frequencies know. */
    subject: { match: 1, miss: 1 },
    /** An Indonesian word that no list knows; it may be the subject, or only a turn of speech. */
    plain: { match: 1, miss: 0.7 },
    /** A word that no list and no dictionary knows: mostly the name of an application or a place. */
    name: { match: 1, miss: 0.35 },
    /** Where: a name behind the word for a kind of place. Two programs in one street need not do the same. */
    place: { match: 0.25, miss: 0.1 },
    /** For whom. */
    people: { match: 0.5, miss: 0.5 },
    /** By what way. */
    means: { match: 0.3, miss: 0.3 },
    /** Generic doing. */
    action: { match: 0.25, miss: 0.12 },
    /** Where, when, through what. */
    setting: { match: 0.2, miss: 0.08 },
    /** One spelling, two meanings. */
    twofold: { match: 0.3, miss: 0.15 },
} as const satisfies Record<string, Role>;
