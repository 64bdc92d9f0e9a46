import type { Nameable } from './declarations.ts';

/** What a name stands for in a version of a plan that is not the newest. */
type Change = readonly [name: string, before: Nameable | undefined];

/**
 * The names of one version of a plan. Versions share one table, so that an edit costs what it changes: the version read
 * last holds the table, every other one knows its way to it (H. Baker, "Shallow binding makes functional arrays fast",
 * 1991). Reading another version turns the way round; whoever reads one version at a time never notices.
 */
export class Names implements ReadonlyMap<string, Nameable> {
    private next: Names | undefined;
    /** What the table of `next` says otherwise than this version. */
    private changes: readonly Change[] = [];

    constructor(private table: Map<string, Nameable> | undefined) {}

    /** The next version; `undefined` takes a name away. */
    with(changes: Iterable<readonly [name: string, to: Nameable | undefined]>): Names {
        const newer = new Names(undefined);
        newer.next = this;
        newer.changes = [...changes];
        newer.own();
        return newer;
    }

    get(name: string): Nameable | undefined {
        return (this.table ?? this.own()).get(name);
    }

    has(name: string): boolean {
        return (this.table ?? this.own()).has(name);
    }

    get size(): number {
        return this.own().size;
    }

    forEach(callback: (value: Nameable, key: string, map: ReadonlyMap<string, Nameable>) => void): void {
        for (const [name, value] of this) {
            callback(value, name, this);
        }
    }

    entries(): MapIterator<[string, Nameable]> {
        return this.own().entries();
    }

    keys(): MapIterator<string> {
        return this.own().keys();
    }

    values(): MapIterator<Nameable> {
        return this.own().values();
    }

    [Symbol.iterator](): MapIterator<[string, Nameable]> {
        return this.entries();
    }

    /** Brings the table here, from wherever it is. */
    private own(): Map<string, Nameable> {
        if (this.table !== undefined) {
            return this.table;
        }
        const way: Names[] = [];
        for (let each: Names | undefined = this; each !== undefined && each.table === undefined; each = each.next) {
            way.push(each);
        }
        for (let each = way.pop(); each !== undefined; each = way.pop()) {
            const holder: Names = each.next!;
            const table: Map<string, Nameable> = holder.table!;
            holder.changes = each.changes.map(([name]): Change => [name, table.get(name)]);
            for (const [name, value] of each.changes) {
                if (value === undefined) {
                    table.delete(name);
                } else {
                    table.set(name, value);
                }
            }
            holder.table = undefined;
            holder.next = each;
            each.table = table;
            each.next = undefined;
            each.changes = [];
        }
        return this.table!;
    }
}
