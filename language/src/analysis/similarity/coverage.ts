import { PEOPLE, SUBJECT } from './weights.ts';

/** What a word of a description counts for beside one of the title. */
export const DESCRIPTION_WORD = 0.4;

/** What was met and what was missed of a program: of its title, of the title's subject and people, of its whole text. */
export interface Sums {
    title: number;
    titleMiss: number;
    subject: number;
    subjectMiss: number;
    people: number;
    peopleMiss: number;
    whole: number;
    wholeMiss: number;
}

/** Sums of nothing. */
export function noSums(): Sums {
    return { title: 0, titleMiss: 0, subject: 0, subjectMiss: 0, people: 0, peopleMiss: 0, whole: 0, wholeMiss: 0 };
}

/** Sets all sums to nothing. */
export function clear(sums: Sums): void {
    sums.title = sums.titleMiss = sums.whole = sums.wholeMiss = 0;
    sums.subject = sums.subjectMiss = sums.people = sums.peopleMiss = 0;
}

/** Adds a word of a title that the other program comes so near to. */
export function addTitle(sums: Sums, match: number, miss: number, kind: number, near: number): void {
    sums.title += match * near;
    sums.titleMiss += miss * (1 - near);
    if (kind === SUBJECT) {
        sums.subject += match * near;
        sums.subjectMiss += miss * (1 - near);
    } else if (kind === PEOPLE) {
        sums.people += match * near;
        sums.peopleMiss += miss * (1 - near);
    }
}

/** Adds a word of the whole text. */
export function addWhole(sums: Sums, match: number, miss: number, isTitle: boolean, near: number): void {
    const weight = isTitle ? 1 : DESCRIPTION_WORD;
    sums.whole += weight * match * near;
    sums.wholeMiss += weight * miss * (1 - near);
}

/** The share that was met. */
export function share(hit: number, missed: number): number {
    return hit === 0 ? 0 : hit / (hit + missed);
}

/** The share that was missed; none where there is nothing. */
export function lack(hit: number, missed: number): number {
    return missed === 0 ? 0 : missed / (hit + missed);
}
