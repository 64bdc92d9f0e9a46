import type { Declaration } from '../../plan/declarations/declaration.ts';
import type { Plan } from '../../plan/plan.ts';
import { readProgramCode } from '../codes.ts';
import { fold } from '../folding.ts';

/** The beginnings of keys, by what those under a key have in common. */
const SERVICE = 'service ';
const CLASS = 'class ';
const DATA = 'data ';
const TITLE = 'title ';
const CODE = 'code ';
const KPI = 'kpi ';

/**
 * Who may do the same as whom: declarations under keys, two of which are compared only if they share one. Kept from
 * version to version of a plan, so that an edit of one is compared with its company alone.
 */
export class Company {
    private readonly members = new Map<string, Set<string>>();
    private readonly keys = new Map<string, readonly string[]>();

    constructor(plan: Plan) {
        for (const list of [plan.applications, plan.data, plan.infrastructures, plan.programs, plan.services]) {
            for (const declaration of list) {
                this.put(declaration.name, keysOf(plan, declaration));
            }
        }
    }

    /** Goes on to the next version; gives the keys under which one of these names stands or stood. */
    update(plan: Plan, names: Iterable<string>): ReadonlySet<string> {
        const touched = new Set<string>();
        for (const name of names) {
            for (const key of this.keys.get(name) ?? []) {
                touched.add(key);
                const members = this.members.get(key);
                members?.delete(name);
                if (members?.size === 0) {
                    this.members.delete(key);
                }
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
    of(key: string): Iterable<string> {
        return this.members.get(key) ?? [];
    }

    /**
     * The datasets whose findings keys have a part in, with the keys of all who do: who delivers a dataset twice and who
     * declares a title twice is told of all together.
     */
    contested(keys: ReadonlySet<string>): { readonly data: ReadonlySet<string>; readonly keys: ReadonlySet<string> } {
        const data = new Set<string>();
        const all = new Set<string>();
        for (const key of keys) {
            if (key.startsWith(DATA)) {
                data.add(key.slice(DATA.length));
            } else if (key.startsWith(TITLE)) {
                all.add(key);
            }
        }
        for (const name of data) {
            for (const key of this.keys.get(name) ?? []) {
                all.add(key);
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

    private put(name: string, keys: readonly string[]): void {
        if (keys.length === 0) {
            return;
        }
        this.keys.set(name, keys);
        for (const key of keys) {
            const members = this.members.get(key);
            if (members === undefined) {
                this.members.set(key, new Set([name]));
            } else {
                members.add(name);
            }
        }
    }
}

/** What a declaration can be compared by. */
function keysOf(plan: Plan, declaration: Declaration): readonly string[] {
    const keys = new Set<string>();
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
                keys.add(CODE + code.key);
            }
            for (const { title } of declaration.kpis) {
                keys.add(KPI + fold(title));
            }
            break;
        }
        default:
    }
    return [...keys];
}
