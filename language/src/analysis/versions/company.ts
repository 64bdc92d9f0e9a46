import type { Declaration } from '../../plan/declarations/declaration.ts';
import type { Plan } from '../../plan/plan.ts';
import { readProgramCode } from '../codes.ts';
import { fold } from '../folding.ts';

/**
 * The beginnings of keys, by what those under a key have in common. Under a title, a code or a measure stand few, and
 * all that is asked is who: of those the key is a number made of the words. Two of one number are compared in vain.
 */
const SERVICE = 'service ';
const CLASS = 'class ';
const DATA = 'data ';
const TITLE = 'title ';
const CODE = 'code ';
const KPI = 'kpi ';

/** What those who are compared have in common. */
export type Key = string | number;

/**
 * Who may do the same as whom: declarations under keys, two of which are compared only if they share one. Kept from
 * version to version of a plan, so that an edit of one is compared with its company alone.
 */
export class Company {
    /** One, or all of several: most are alone under their keys. */
    private readonly members = new Map<Key, string | Set<string>>();
    private readonly keys = new Map<string, Key | readonly Key[]>();

    constructor(plan: Plan) {
        for (const list of [plan.applications, plan.data, plan.infrastructures, plan.programs, plan.services]) {
            for (const declaration of list) {
                this.put(declaration.name, keysOf(plan, declaration));
            }
        }
    }

    /** Goes on to the next version; gives the keys under which one of these names stands or stood. */
    update(plan: Plan, names: Iterable<string>): ReadonlySet<Key> {
        const touched = new Set<Key>();
        for (const name of names) {
            for (const key of this.keysOf(name)) {
                touched.add(key);
                this.drop(key, name);
            }
            this.keys.delete(name);
            const declaration = plan.names.get(name);
            const keys = declaration === undefined ? [] : keysOf(plan, declaration as Declaration);
            this.put(name, keys);
            for (const key of keys) {
                touched.add(key);
            }
        }
        return touched;
    }

    /** Everybody under a key. */
    of(key: Key): Iterable<string> {
        const members = this.members.get(key);
        return typeof members === 'string' ? [members] : (members ?? []);
    }

    /**
     * The datasets whose findings keys have a part in, with the keys of all who do: who delivers a dataset twice and who
     * declares a title twice is told of all together.
     */
    contested(keys: ReadonlySet<Key>): { readonly data: ReadonlySet<string>; readonly keys: ReadonlySet<Key> } {
        const data = new Set<string>();
        const all = new Set<string>();
        for (const key of keys) {
            if (typeof key === 'number') {
                continue;
            }
            if (key.startsWith(DATA)) {
                data.add(key.slice(DATA.length));
            } else if (key.startsWith(TITLE)) {
                all.add(key);
            }
        }
        for (const name of data) {
            for (const key of this.keysOf(name)) {
                // Datasets stand under their names and titles alone.
                if (typeof key === 'string') {
                    all.add(key);
                }
            }
        }
        for (const key of [...all].filter((each) => each.startsWith(TITLE))) {
            for (const name of this.of(key)) {
                data.add(name);
            }
        }
        for (const name of data) {
            all.add(DATA + name);
        }
        return { data, keys: all };
    }

    private keysOf(name: string): readonly Key[] {
        const keys = this.keys.get(name);
        return keys === undefined ? [] : typeof keys === 'object' ? keys : [keys];
    }

    private put(name: string, keys: readonly Key[]): void {
        if (keys.length === 0) {
            return;
        }
        this.keys.set(name, keys.length === 1 ? keys[0]! : keys);
        for (const key of keys) {
            const members = this.members.get(key);
            if (members === undefined) {
                this.members.set(key, name);
            } else if (typeof members === 'object') {
                members.add(name);
            } else if (members !== name) {
                this.members.set(key, new Set([members, name]));
            }
        }
    }

    private drop(key: Key, name: string): void {
        const members = this.members.get(key);
        if (typeof members === 'object' && members.size > 1) {
            members.delete(name);
        } else if (members === name || (typeof members === 'object' && members.has(name))) {
            this.members.delete(key);
        }
    }
}

/** What a declaration can be compared by. */
function keysOf(plan: Plan, declaration: Declaration): readonly Key[] {
    const keys = new Set<Key>();
    const provides = (names: readonly { readonly name: string }[] | undefined): void => {
        for (const { name } of names ?? []) {
            keys.add(SERVICE + name);
        }
    };
    switch (declaration.kind) {
        case 'service':
            keys.add(SERVICE + declaration.name);
            break;
        case 'application':
            provides(declaration.supports?.refs);
            break;
        case 'infrastructure':
            if (declaration.class !== undefined) {
                keys.add(CLASS + fold(declaration.class.value));
            }
            break;
        case 'data':
            keys.add(DATA + declaration.name);
            keys.add(TITLE + fold(declaration.title));
            break;
        case 'program': {
            for (const { name } of declaration.delivers?.refs ?? []) {
                const delivered = plan.names.get(name);
                if (delivered?.kind === 'application') {
                    provides(delivered.supports?.refs);
                } else if (delivered?.kind === 'service') {
                    keys.add(SERVICE + name);
                } else if (delivered?.kind === 'data') {
                    keys.add(DATA + name);
                }
            }
            const code = declaration.code && readProgramCode(declaration.code.value);
            if (code !== undefined && (code.depth === 'kegiatan' || code.depth === 'sub-kegiatan')) {
                keys.add(numberOf(CODE, code.key));
            }
            for (const { title } of declaration.kpis) {
                keys.add(numberOf(KPI, fold(title)));
            }
            break;
        }
        default:
    }
    return [...keys];
}

/** A number for a text: 30 bits of FNV-1a, which the engine keeps without a place of their own. */
function numberOf(kind: string, text: string): number {
    let hash = 0x811c9dc5;
    for (const part of [kind, text]) {
        for (let i = 0; i < part.length; i++) {
            hash = Math.imul(hash ^ part.charCodeAt(i), 0x01000193);
        }
    }
    return hash >>> 2;
}
