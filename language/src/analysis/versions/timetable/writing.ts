import { Versioned } from '../../../plan/versioned.ts';
import { dayAfter } from '../../schedule/lengths.ts';
import { activitiesOf, inOrder, overrunOf } from '../../schedule.ts';
import type { AssetLife, ScheduledProgram, Wait } from '../../schedule-types.ts';
import { type AssetNode, holderOf, type Nodes, ProgramNode } from './nodes.ts';

/** A program as the schedule shows it; it must have days. `before` is how it was shown in the last version. */
export function scheduledOf(nodes: Nodes, node: ProgramNode, before: ScheduledProgram | undefined): ScheduledProgram {
    const { program, course } = node;
    const [start, finish] = [node.start!, node.finish!];
    const isSame = before !== undefined && before.program === program;
    const activities =
        isSame && before.start === start && before.finish === finish
            ? before.activities
            : activitiesOf(course, start, finish);
    return {
        program,
        start,
        finish,
        status: course.status,
        pinned: course.start !== undefined,
        waits: waitsOf(nodes, node),
        slack: Number.isFinite(node.slack) ? node.slack : null,
        critical: node.critical,
        activities,
        overrun: overrunOf(course, activities, finish),
    };
}

function waitsOf(nodes: Nodes, node: ProgramNode): readonly Wait[] {
    const waits: Wait[] = [];
    for (const { ref, lag } of node.program.after?.items ?? []) {
        const before = nodes.programs.get(ref.name);
        if (before?.finish !== undefined) {
            const until = dayAfter(before.finish, lag);
            waits.push({ name: ref.name, reference: ref, until, program: before.program });
        }
    }
    for (const reference of node.program.needs?.refs ?? []) {
        const asset = nodes.assets.get(reference.name);
        const before = asset && holderOf(asset, node);
        const until = before === undefined ? asset?.asset.since?.when.first : before.finish! + 1;
        if (until !== undefined) {
            waits.push({ name: reference.name, reference, until, program: before?.program });
        }
    }
    return inOrder(waits);
}

/** The life of an asset as the schedule shows it. */
export function lifeOf(node: AssetNode): AssetLife {
    const { asset, deliverers, deliverer, there, lost } = node;
    let to = asset.until?.when.last ?? null;
    let replacedBy: string | undefined;
    for (const each of node.replacers.slice().sort(programsFirst)) {
        const day = each instanceof ProgramNode ? each.finish : each.there === undefined ? undefined : each.there - 1;
        if (day !== undefined && (to === null || day < to)) {
            to = day;
            replacedBy = nameOf(each);
        }
    }
    return {
        asset,
        from: there ?? null,
        to,
        deliverers: deliverers.map(({ program }) => program),
        deliverer: deliverer?.program,
        replacedBy,
        undelivered: asset.since === undefined && deliverers.length === 0 && lost === 0,
    };
}

function programsFirst(a: ProgramNode | AssetNode, b: ProgramNode | AssetNode): number {
    const [one, other] = [a, b].map((each) => (each instanceof ProgramNode ? 0 : 1));
    return one! - other! || (nameOf(a) < nameOf(b) ? -1 : 1);
}

function nameOf(node: ProgramNode | AssetNode): string {
    return node instanceof ProgramNode ? node.program.name : node.asset.name;
}

/** A list of programs by start, then name, without some and with others. */
export function withPrograms(
    list: readonly ScheduledProgram[],
    out: readonly ScheduledProgram[],
    into: readonly ScheduledProgram[],
): readonly ScheduledProgram[] {
    if (out.length + into.length > FEW) {
        const gone = new Set(out);
        return [...list.filter((each) => !gone.has(each)), ...into].sort(byStart);
    }
    const result = list.slice();
    for (const each of out) {
        result.splice(placeOf(result, each), 1);
    }
    for (const each of into) {
        result.splice(placeOf(result, each), 0, each);
    }
    return result;
}

/** So many are put into their places one by one; more are sorted in. */
const FEW = 100;

/** The place of a program in a list by start, then name, or the one it would have. */
export function placeOf(list: readonly ScheduledProgram[], wanted: ScheduledProgram): number {
    let low = 0;
    let high = list.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (byStart(list[middle]!, wanted) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

function byStart(a: ScheduledProgram, b: ScheduledProgram): number {
    return a.start - b.start || (a.program.name < b.program.name ? -1 : a.program.name > b.program.name ? 1 : 0);
}

/** A table in versions. */
export function versioned<V>(map: ReadonlyMap<string, V>): Versioned<V> {
    return map instanceof Versioned ? map : new Versioned(new Map(map));
}
