import type { Infrastructure } from '../../plan/declarations/asset.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Areas, meetingPlaces, type PlaceName, type Reach } from '../areas.ts';
import { fold } from '../folding.ts';
import type { Owner } from '../owners.ts';
import { byFirstDay, byPair, type Pair, type Parties, pairOf, putUnder, type Side, sideOf } from './sides.ts';

/** An infrastructure with a class and an area. */
export interface InfrastructureSide extends Side<Infrastructure> {
    readonly reach: Reach;
}

/** Two infrastructures of one class in one place that belong to different owners. */
export interface InfrastructureDouble extends Pair<InfrastructureSide> {
    /** Where both are; empty for everywhere. */
    readonly places: readonly (readonly [PlaceName, PlaceName])[];
}

/** Pairs of infrastructures that double each other, by name. Classes are compared folded: `CCTV` is `cctv`. */
export function infrastructureDoubles(plan: Plan, parties: Parties, areas: Areas): InfrastructureDouble[] {
    const classes = new Map<string, InfrastructureSide[]>();
    for (const infrastructure of plan.infrastructures) {
        const side = infrastructure.class && !infrastructure.shared ? sideOf(infrastructure, parties) : undefined;
        if (side) {
            const of = fold(infrastructure.class!.value);
            putUnder(classes, of, { ...side, reach: areas.reach(infrastructure.area) });
        }
    }
    const doubles: InfrastructureDouble[] = [];
    for (const sides of classes.values()) {
        const neighbours = new Neighbours();
        for (const side of sides.length < 2 ? [] : byFirstDay(sides)) {
            for (const other of neighbours.of(side)) {
                const pair = pairOf(other, side);
                const places = pair && meetingPlaces(pair.a.reach, pair.b.reach);
                if (places) {
                    doubles.push({ ...pair, places });
                }
            }
            neighbours.add(side);
        }
    }
    return doubles.sort(byPair);
}

type ByOwner = Map<Owner, InfrastructureSide[]>;

/** Finds who acts where a side does, without a look at those that act elsewhere or have the same owner. */
class Neighbours {
    private readonly all: ByOwner = new Map();
    private readonly everywhere: ByOwner = new Map();
    /** Who names a place. */
    private readonly at = new Map<string, ByOwner>();
    /** Who names a place or one inside of it. */
    private readonly within = new Map<string, ByOwner>();

    add(side: InfrastructureSide): void {
        putUnder(this.all, side.owner, side);
        if (side.reach.length === 0) {
            putUnder(this.everywhere, side.owner, side);
        }
        const containers = new Set(side.reach.flatMap(({ inside }) => [...inside]));
        for (const key of new Set(side.reach.map((place) => place.key))) {
            putUnder(groupsAt(this.at, key), side.owner, side);
        }
        for (const key of containers) {
            putUnder(groupsAt(this.within, key), side.owner, side);
        }
    }

    /** Those of other owners that act in some place where a side does, each once. */
    of({ owner, reach }: InfrastructureSide): ReadonlySet<InfrastructureSide> {
        const groups =
            reach.length === 0
                ? [this.all]
                : [
                      this.everywhere,
                      ...reach.flatMap(({ key, inside }) => [
                          this.within.get(key),
                          ...[...inside].map((container) => this.at.get(container)),
                      ]),
                  ];
        const found = new Set<InfrastructureSide>();
        for (const group of groups) {
            for (const [other, sides] of group ?? []) {
                for (const side of other === owner ? [] : sides) {
                    found.add(side);
                }
            }
        }
        return found;
    }
}

function groupsAt(table: Map<string, ByOwner>, key: string): ByOwner {
    const groups = table.get(key) ?? new Map();
    table.set(key, groups);
    return groups;
}
