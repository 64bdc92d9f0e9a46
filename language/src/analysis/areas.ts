import type { Area } from '../plan/declarations/city.ts';
import type { AreaClause } from '../plan/declarations/clause.ts';
import type { Origin } from '../plan/origin.ts';
import { find, type Plan } from '../plan/plan.ts';
import { fold } from './folding.ts';

/** One place that an `area` clause names. */
export interface PlaceName {
    /** What the place is compared by: its folded title. */
    readonly key: string;
    /** As written: a text, or the name of a declared area. */
    readonly text: string;
    readonly at: Origin;
    /** The key itself and those of all that contains it. */
    readonly inside: ReadonlySet<string>;
}

/** Where something acts: the places it names. Empty when it names none, or the whole region: then it acts everywhere. */
export type Reach = readonly PlaceName[];

/** Compares the areas of a plan. */
export interface Areas {
    reach(clause: AreaClause | undefined): Reach;
}

const EVERYWHERE: Reach = [];

/**
 * Reads the areas of a plan. Places are compared as folded text, a declared area by its title (one without a title by its
 * name); so a text and a reference, or two declarations with one title, mean the same place. A place meets what contains
 * it, by `within`, over any number of steps; a circle of `within` ends where it began. The region of the masterplan
 * itself is everywhere.
 */
export function areas(plan: Plan): Areas {
    const around = containers(plan);
    const region = fold(plan.masterplan?.region?.value ?? '');
    const climbed = new Map<string, ReadonlySet<string>>();
    const read = (clause: AreaClause): Reach => {
        const places: PlaceName[] = [];
        for (const area of clause.areas) {
            const declared = 'name' in area ? find(plan, area, 'area') : undefined;
            const text = 'name' in area ? area.name : area.value;
            const key = declared ? keyOf(declared) : fold(text);
            if (key === '' || places.some((place) => place.key === key)) {
                continue;
            }
            const inside = climbed.get(key) ?? climb(key, around);
            climbed.set(key, inside);
            places.push({ key, text, at: area.at, inside });
        }
        return region !== '' && places.some((place) => place.key === region) ? EVERYWHERE : places;
    };
    const known = new Map<AreaClause, Reach>();
    return {
        reach(clause) {
            if (clause === undefined) {
                return EVERYWHERE;
            }
            const reach = known.get(clause) ?? read(clause);
            known.set(clause, reach);
            return reach;
        },
    };
}

/** The places in which two reaches meet, one of each side; empty when either acts everywhere, `undefined` when they are apart. */
export function meetingPlaces(a: Reach, b: Reach): readonly (readonly [PlaceName, PlaceName])[] | undefined {
    if (a.length === 0 || b.length === 0) {
        return [];
    }
    const found: (readonly [PlaceName, PlaceName])[] = [];
    for (const left of a) {
        for (const right of b) {
            if (left.inside.has(right.key) || right.inside.has(left.key)) {
                found.push([left, right]);
            }
        }
    }
    return found.length > 0 ? found : undefined;
}

function keyOf(area: Area): string {
    return fold(area.title) || fold(area.name);
}

/** For every declared place the places it lies directly in. */
function containers(plan: Plan): ReadonlyMap<string, readonly string[]> {
    const around = new Map<string, string[]>();
    for (const area of plan.areas) {
        const container = find(plan, area.within?.ref, 'area');
        if (container) {
            around.set(keyOf(area), [...(around.get(keyOf(area)) ?? []), keyOf(container)]);
        }
    }
    return around;
}

function climb(key: string, around: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
    const inside = new Set([key]);
    // A set grows while it is walked, and takes each place once: circles end.
    for (const place of inside) {
        for (const container of around.get(place) ?? []) {
            inside.add(container);
        }
    }
    return inside;
}
