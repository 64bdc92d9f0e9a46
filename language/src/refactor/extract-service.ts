import { addName, lineStart } from '../fixes/clauses.ts';
import { declareBelow, titleOf } from '../fixes/declare.ts';
import type { Edit } from '../fixes/fix.ts';
import { type Ground, insert, isOwn } from '../fixes/ground.ts';
import type { Application } from '../plan/declarations/asset.ts';
import type { Program } from '../plan/declarations/program.ts';

/** What can provide a service. */
export type Provider = Program | Application;

/**
 * Declares a service that several programs and applications provide, and says so in each: `delivers` in programs,
 * `supports` in applications. The first one's owner answers for it; it serves those whom all of them serve.
 */
export function extractService(ground: Ground, providers: readonly Provider[], name: string): readonly Edit[] {
    const [first] = providers;
    if (first === undefined || ground.plan.names.has(name)) {
        return [];
    }
    const added = providers.map((each) =>
        each.kind === 'program'
            ? addName(ground, each, 'delivers', each.delivers, name)
            : addName(ground, each, 'supports', each.supports, name),
    );
    // All of them or none: half a service would be misleading.
    return added.some((edits) => edits.length === 0)
        ? []
        : [...declareService(ground, first, providers, name), ...added.flat()];
}

function declareService(
    ground: Ground,
    first: Provider,
    providers: readonly Provider[],
    name: string,
): readonly Edit[] {
    const owner = providers.find((each) => each.owner !== undefined)?.owner?.ref.name;
    const audiences = (first.serves?.refs ?? [])
        .map((ref) => ref.name)
        .filter((audience) => providers.every((each) => each.serves?.refs.some((ref) => ref.name === audience)));
    const clauses = [
        ...(owner === undefined ? [] : [`owner ${owner}`]),
        ...(audiences.length === 0 ? [] : [`serves ${audiences.join(', ')}`]),
    ];
    const head = `service ${name} "${titleOf(name)}"`;
    const lines = clauses.length === 0 ? [head] : [`${head} {`, ...clauses.map((clause) => `    ${clause}`), '}'];
    const { file } = first.whole;
    const services = ground.fragment(file)?.declarations.filter((each) => each.kind === 'service' && isOwn(each)) ?? [];
    const last = services.at(-1);
    if (last !== undefined) {
        return declareBelow(ground, last.whole, lines);
    }
    const text = ground.text(file);
    const eol = ground.eol(file);
    return text === undefined ? [] : [insert(file, lineStart(text, first.whole.start), lines.join(eol) + eol + eol)];
}

/** A name for a service that programs and applications provide: the first one's, marked as a service, and not taken. */
export function serviceName(ground: Ground, providers: readonly Provider[]): string {
    const base = `${providers[0]?.name ?? 'new'}-service`;
    let name = base;
    for (let number = 2; ground.plan.names.has(name); number++) {
        name = `${base}-${number}`;
    }
    return name;
}
