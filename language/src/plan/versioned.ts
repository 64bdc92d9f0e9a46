/** What a name stands for otherwise than in another version; `undefined` for nothing. */
type Change<V> = readonly [name: string, value: V | undefined];

/**
 * A table by name in one of its versions. Versions share one map, so that an edit costs what it changes: the version read
 * last holds the map, every other one knows its way to it (H. Baker, "Shallow binding makes functional arrays fast",
 * 1991). Reading another version turns the way round; whoever reads one version at a time never notices.
 */
export class Versioned<V> implements ReadonlyMap<string, V> {
    private next: Versioned<V> | undefined;
    /** What this version says otherwise than `next`. */
    private changes: readonly Change<V>[] = [];

    constructor(private table: Map<string, V> | undefined) {}

    /** The next version; `undefined` takes a name away. */
    with(changes: Iterable<Change<V>>): Versioned<V> {
        const newer = new Versioned<V>(undefined);
        newer.next = this;
        newer.changes = [...changes];
        newer.own();
        return newer;
    }

    get(name: string): V | undefined {
        return (this.table ?? this.own()).get(name);
    }

    has(name: string): boolean {
        return (this.table ?? this.own()).has(name);
    }

    get size(): number {
        return this.own().size;
    }

    forEach(callback: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
        for (const [name, value] of this) {
            callback(value, name, this);
        }
    }

    entries(): MapIterator<[string, V]> {
        return this.own().entries();
    }

    keys(): MapIterator<string> {
        return this.own().keys();
    }

    values(): MapIterator<V> {
        return this.own().values();
    }

    [Symbol.iterator](): MapIterator<[string, V]> {
        return this.entries();
    }

    /** Brings the table here, from wherever it is. */
    private own(): Map<string, V> {
        if (this.table !== undefined) {
            return this.table;
        }
        const way: Versioned<V>[] = [];
        for (
            let each: Versioned<V> | undefined = this;
            each !== undefined && each.table === undefined;
            each = each.next
        ) {
            way.push(each);
        }
        for (let each = way.pop(); each !== undefined; each = way.pop()) {
            const holder: Versioned<V> = each.next!;
            const table: Map<string, V> = holder.table!;
            holder.changes = each.changes.map(([name]): Change<V> => [name, table.get(name)]);
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
