import { readProgramCode } from '../analysis/codes.ts';
import type { Asset } from '../plan/declarations/asset.ts';
import type { Nameable } from '../plan/declarations/declaration.ts';
import type { Program } from '../plan/declarations/program.ts';
import { ownerOf } from '../plan/plan.ts';
import type { Ground } from './ground.ts';

/** OPDs that are likely to answer for the subjects of a finding, the likeliest first; any OPD when nothing is known. */
export function ownersNear(ground: Ground, subjects: readonly string[]): readonly string[] {
    const { plan } = ground;
    const found = new Set<string>();
    for (const name of subjects) {
        const subject = plan.names.get(name);
        for (const owner of subject === undefined ? [] : ownersOf(ground, subject)) {
            found.add(owner);
        }
    }
    return found.size > 0 ? [...found] : plan.opds.slice(0, 1).map((opd) => opd.name);
}

function ownersOf(ground: Ground, subject: Nameable): readonly string[] {
    const { plan } = ground;
    const known = (name: string | undefined): string[] =>
        name !== undefined && plan.names.get(name)?.kind === 'opd' ? [name] : [];
    switch (subject.kind) {
        case 'opd':
            return [subject.name];
        case 'program':
        case 'service':
        case 'data':
        case 'application':
        case 'infrastructure':
            return known(ownerOf(subject)?.name);
        case 'obstacle':
            return known(subject.raisedBy?.refs[0]?.name);
        case 'kpi':
        case 'activity': {
            const program = plan.names.get(subject.name.slice(0, subject.name.lastIndexOf('.')));
            return program?.kind === 'program' ? known(program.owner?.ref.name) : [];
        }
        default:
            return [];
    }
}

/** OPDs that may own something that has no owner yet: by its code, by what it is tied to, the only one, the first ones. */
export function likelyOwners(ground: Ground, subject: Program | Asset): readonly string[] {
    const { plan, checked } = ground;
    const { owners } = checked.analysis;
    const found = new Set<string>();
    if (subject.kind === 'program') {
        const code = subject.code && readProgramCode(subject.code.value);
        for (const opd of code === undefined ? [] : plan.opds) {
            if (code !== undefined && owners.mandate(opd).bidang.has(code.bidang)) {
                found.add(opd.name);
            }
        }
    }
    for (const tied of tiesOf(ground, subject)) {
        const owner = ownerOf(tied)?.name;
        if (owner !== undefined && plan.names.get(owner)?.kind === 'opd') {
            found.add(owner);
        }
    }
    if (subject.kind === 'program') {
        for (const { name } of subject.partners?.refs ?? []) {
            if (plan.names.get(name)?.kind === 'opd') {
                found.add(name);
            }
        }
    }
    return found.size > 0 ? [...found].slice(0, MOST) : plan.opds.slice(0, MOST).map((opd) => opd.name);
}

/** So many guesses are offered at most: more would be a list, and no help. */
export const MOST = 3;

/** What belongs together with a program or asset: what it delivers or supports, and what delivers or supports it. */
function* tiesOf({ plan }: Ground, subject: Program | Asset): Iterable<Program | Asset> {
    const named = (refs: readonly { readonly name: string }[] | undefined): (Program | Asset)[] =>
        (refs ?? []).flatMap(({ name }) => {
            const found = plan.names.get(name);
            return found !== undefined && (found.kind === 'program' || isAsset(found)) ? [found] : [];
        });
    if (subject.kind === 'program') {
        yield* named(subject.delivers?.refs);
        return;
    }
    if (subject.kind === 'application') {
        yield* named(subject.supports?.refs);
    }
    for (const program of plan.programs) {
        if (program.delivers?.refs.some(({ name }) => name === subject.name) === true) {
            yield program;
        }
    }
    for (const application of subject.kind === 'service' ? plan.applications : []) {
        if (application.supports?.refs.some(({ name }) => name === subject.name) === true) {
            yield application;
        }
    }
}

function isAsset(nameable: Nameable): nameable is Asset {
    return ['service', 'data', 'application', 'infrastructure'].includes(nameable.kind);
}

/** Names that stand most often, the most frequent first; of equal ones the first by name. */
export function frequent(names: Iterable<string>): readonly string[] {
    const counts = new Map<string, number>();
    for (const name of names) {
        counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
}
