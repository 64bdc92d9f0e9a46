import type { Finding } from '../plan/finding.ts';
import type { Checked } from '../rules/check.ts';
import type { Edit, Fix, Texts } from './fix.ts';
import { Ground } from './ground.ts';
import { SAFE, WAYS } from './table.ts';
import { addWaiver } from './ways/waivers.ts';

/**
 * What can be done about a finding, the likeliest first; nothing about one that is waived already. `texts` are those
 * that were checked. Fixes that would change a built-in library are not offered.
 */
export function fixesOf(checked: Checked, finding: Finding, texts: Texts): Fix[] {
    return fixesOn(new Ground(checked, texts), finding);
}

/** The same for many findings of one version: each file is gone through once. */
export function fixer(checked: Checked, texts: Texts): (finding: Finding) => Fix[] {
    const ground = new Ground(checked, texts);
    return (finding) => fixesOn(ground, finding);
}

function fixesOn(ground: Ground, finding: Finding): Fix[] {
    if (finding.waived !== null) {
        return [];
    }
    const fixes = [...(WAYS[finding.rule]?.(ground, finding) ?? [])];
    return [...onePreferred(fixes), ...addWaiver(ground, finding)];
}

/** Of several fixes that are each the likeliest of their kind, the first is it. */
function onePreferred(fixes: readonly Fix[]): Fix[] {
    const first = fixes.findIndex((each) => each.preferred === true);
    return fixes.map((each, index) => {
        if (each.preferred !== true || index === first) {
            return each;
        }
        const { title, edits, safe } = each;
        return { title, edits, safe };
    });
}

/**
 * The edits of all safe fixes of a plan, by file and place. Of two that touch the same words the first is taken; the
 * other is found again when the plan is checked anew.
 */
export function fixAll(checked: Checked, texts: Texts): Edit[] {
    const ground = new Ground(checked, texts);
    const taken = new Map<string, Edit[]>();
    for (const finding of checked.findings) {
        if (!SAFE.has(finding.rule)) {
            continue;
        }
        const safe = fixesOn(ground, finding).find((each) => each.safe);
        if (safe?.edits.every((edit) => !(taken.get(edit.file) ?? []).some((each) => touch(each, edit))) === true) {
            for (const edit of safe.edits) {
                const edits = taken.get(edit.file);
                if (edits === undefined) {
                    taken.set(edit.file, [edit]);
                } else {
                    edits.push(edit);
                }
            }
        }
    }
    return [...taken.values()]
        .flat()
        .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start || a.end - b.end));
}

function touch(a: Edit, b: Edit): boolean {
    return a.start <= b.end && b.start <= a.end;
}
