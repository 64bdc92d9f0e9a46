import type { Changes } from '../analysis/versions/changes.ts';
import { contentOf } from '../plan/content.ts';
import type { Finding } from '../plan/finding.ts';
import type { Fragment } from '../plan/fragment.ts';
import type { Origin } from '../plan/origin.ts';
import type { Plan } from '../plan/plan.ts';

/** A stretch of a file as it was, and how far what stands there has moved; `undefined` for what is not there any more. */
interface Stretch {
    readonly start: number;
    readonly end: number;
    readonly by: number | undefined;
}

/** Where an edit has moved what it did not change. */
export class Moves {
    private readonly files = new Map<string, readonly Stretch[]>();

    constructor(before: Plan, after: Plan, { files }: Changes) {
        for (const file of files) {
            if (file.before !== undefined) {
                this.files.set(file.before.file, [
                    ...stretchesOf(file.before, file.after),
                    ...usesOf(file.before.file, before, after),
                ]);
            }
        }
        for (const stretches of this.files.values()) {
            (stretches as Stretch[]).sort((a, b) => a.start - b.start);
        }
    }

    /** The files in which something may have moved. */
    changed(): Iterable<string> {
        return this.files.keys();
    }

    /** A finding with its places moved: the same one where none has; `undefined` where something it points at is gone. */
    follow(finding: Finding): Finding | undefined {
        const at = this.move(finding.at);
        const evidence = this.all(finding.evidence);
        const related = this.all(finding.related);
        if (at === undefined || evidence === undefined || related === undefined) {
            return undefined;
        }
        return at === finding.at && evidence === finding.evidence && related === finding.related
            ? finding
            : { ...finding, at, evidence, related };
    }

    private all<T extends { readonly at?: Origin }>(list: readonly T[]): readonly T[] | undefined {
        let isSame = true;
        const moved: T[] = [];
        for (const each of list) {
            const at = each.at && this.move(each.at);
            if (each.at !== undefined && at === undefined) {
                return undefined;
            }
            isSame &&= at === each.at;
            moved.push(at === undefined || at === each.at ? each : { ...each, at });
        }
        return isSame ? list : moved;
    }

    private move(origin: Origin): Origin | undefined {
        const stretches = this.files.get(origin.file);
        if (stretches === undefined) {
            return origin;
        }
        let low = 0;
        let high = stretches.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (stretches[middle]!.start <= origin.start) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        const stretch = stretches[low];
        if (stretch?.by === undefined || origin.start < stretch.start || origin.end > stretch.end) {
            return undefined;
        }
        const { by } = stretch;
        return by === 0 ? origin : { file: origin.file, start: origin.start + by, end: origin.end + by };
    }
}

function stretchesOf(before: Fragment, after: Fragment | undefined): readonly Stretch[] {
    const now = new Map(after?.declarations.map((declaration) => [contentOf(declaration), declaration.whole.start]));
    return before.declarations.map((declaration) => {
        const { start, end } = declaration.whole;
        const to = now.get(contentOf(declaration));
        return { start, end, by: to === undefined ? undefined : to - start };
    });
}

/** Where libraries are named first: there stands what is found in them. */
function usesOf(file: string, before: Plan, after: Plan): readonly Stretch[] {
    return [...before.libraryPlaces].flatMap(([name, { at }]) => {
        const to = after.libraryPlaces.get(name)?.at;
        const isSame = to?.file === file && to.end - to.start === at.end - at.start;
        return at.file === file ? [{ start: at.start, end: at.end, by: isSame ? to.start - at.start : undefined }] : [];
    });
}
