import { AssetNode, type Nodes, type ProgramNode } from './nodes.ts';

/** So many nodes are gone through at most. */
const MOST = 50_000;

/**
 * Whether the circles of a plan are the same as before, of what some nodes now wait for: none of them was stuck or waits for
 * what is, and none can be reached from itself. What was free then stays free, and nothing stuck has come free, for no
 * wait of it changed. Says no as well where that is too much to go through.
 */
export function leavesCircles(nodes: Nodes, changed: Iterable<ProgramNode | AssetNode>): boolean {
    let left = MOST;
    for (const node of changed) {
        if (node.isStuck || targetsOf(nodes, node).some((each) => each.isStuck) || reaches(node)) {
            return false;
        }
    }
    return true;

    function reaches(node: ProgramNode | AssetNode): boolean {
        const seen = new Set<ProgramNode | AssetNode>();
        const open = targetsOf(nodes, node);
        for (let each = open.pop(); each !== undefined; each = open.pop()) {
            if (each === node || left-- <= 0) {
                return true;
            }
            if (!seen.has(each)) {
                seen.add(each);
                open.push(...targetsOf(nodes, each));
            }
        }
        return false;
    }
}

/** What a node waits for, whatever the dates: a program for programs and assets, an asset for those who deliver it. */
export function targetsOf(nodes: Nodes, node: ProgramNode | AssetNode): (ProgramNode | AssetNode)[] {
    if (node instanceof AssetNode) {
        return node.holds ? node.deliverers.slice() : [];
    }
    const targets: (ProgramNode | AssetNode)[] = [];
    for (const { ref } of node.program.after?.items ?? []) {
        const target = nodes.programs.get(ref.name);
        if (target !== undefined) {
            targets.push(target);
        }
    }
    for (const { name } of node.program.needs?.refs ?? []) {
        const asset = nodes.assets.get(name);
        if (asset?.holds === true) {
            targets.push(asset);
        }
    }
    return targets;
}

/** Marks the nodes that could never be there, whatever the dates. */
export function markStuck(nodes: Nodes): void {
    const pending = new Map<ProgramNode, number>();
    const free: (ProgramNode | AssetNode)[] = [];
    for (const asset of nodes.assets.values()) {
        asset.isStuck = asset.holds;
    }
    for (const node of nodes.programs.values()) {
        const count = new Set(targetsOf(nodes, node)).size;
        node.isStuck = count > 0;
        pending.set(node, count);
        if (count === 0) {
            free.push(node);
        }
    }
    const release = (node: ProgramNode): void => {
        const count = pending.get(node)! - 1;
        pending.set(node, count);
        if (count === 0) {
            node.isStuck = false;
            free.push(node);
        }
    };
    for (let node = free.pop(); node !== undefined; node = free.pop()) {
        if (node instanceof AssetNode) {
            node.needers.forEach(release);
            continue;
        }
        node.waiters.forEach(release);
        for (const { name } of node.program.delivers?.refs ?? []) {
            const asset = nodes.assets.get(name);
            if (asset?.isStuck === true) {
                asset.isStuck = false;
                free.push(asset);
            }
        }
    }
}
