import type { Infrastructure } from '../../plan/declarations/asset.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Areas, meetingPlaces, type PlaceName, type Reach } from '../areas.ts';
import { fold } from '../folding.ts';
import { byPair, type Pair, type Parties, pairsOf, putUnder, type Side, sideOf } from './sides.ts';

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
        // Most of a class stand apart: their pairs are not even made.
        const isPair = (a: InfrastructureSide, b: InfrastructureSide) => meetingPlaces(a.reach, b.reach) !== undefined;
        for (const pair of pairsOf(sides, isPair)) {
            const places = meetingPlaces(pair.a.reach, pair.b.reach);
            if (places) {
                doubles.push({ ...pair, places });
            }
        }
    }
    return doubles.sort(byPair);
}
