import type { Nameable } from './declarations/declaration.ts';
import type { Waiver } from './declarations/statement.ts';

/** Libraries first, then by kind, then by what is written: an order that no file name and no place decides. */
export function byTextOf(a: Nameable, b: Nameable): number {
    return (
        Number(a.library === undefined) - Number(b.library === undefined) ||
        compare(a.kind, b.kind) ||
        compare(textOf(a), textOf(b)) ||
        compare(a.at.file, b.at.file) ||
        a.at.start - b.at.start
    );
}

function textOf(nameable: unknown): string {
    return JSON.stringify(nameable, (key, value) =>
        key === 'at' || key === 'clause' || key === 'whole' ? undefined : value,
    );
}

/** What has no name is ordered by what is written; each text is made once. */
export function sortByText(waivers: readonly Waiver[]): readonly Waiver[] {
    return waivers
        .map((waiver) => ({ waiver, text: textOf(waiver) }))
        .sort(
            (a, b) =>
                compare(a.text, b.text) ||
                compare(a.waiver.at.file, b.waiver.at.file) ||
                a.waiver.at.start - b.waiver.at.start,
        )
        .map(({ waiver }) => waiver);
}

/** Orders by code point. */
export function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
