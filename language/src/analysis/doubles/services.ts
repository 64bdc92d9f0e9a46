import type { Application, Program, Reference, Service } from '../../plan/declarations.ts';
import { find, type Plan } from '../../plan/plan.ts';
import { type Areas, meetingPlaces, type PlaceName, type Reach } from '../areas.ts';
import type { Relations } from './relations.ts';
import { byPair, type Pair, type Parties, pairsOf, putUnder, type Side, sideOf } from './sides.ts';

/** One way in which a provider provides a service. */
export interface Route {
    /** The application that supports the service; `undefined` when the program delivers the service itself. */
    readonly application: Application | undefined;
    /** The name in `delivers` or `supports` that says so. */
    readonly clause: Reference;
}

/** A program or application that provides a service. */
export interface Provider extends Side<Program | Application> {
    readonly routes: readonly Route[];
    /** Who it serves, sorted; empty for everybody. */
    readonly audiences: readonly Reference[];
    readonly reach: Reach;
}

/** Two owners that provide one service. */
export interface ServiceDouble extends Pair<Provider> {
    readonly service: Service;
    /** Names of the audiences both serve; empty for everybody; `undefined` when they are apart. */
    readonly audiences: readonly string[] | undefined;
    /** Where both act; empty for everywhere; `undefined` when they are apart. */
    readonly places: readonly (readonly [PlaceName, PlaceName])[] | undefined;
}

/** Whether the same is done for the same people in the same place: a duplication, not an overlap. */
export function isDuplicate(double: ServiceDouble): boolean {
    return double.audiences !== undefined && double.places !== undefined;
}

/** All pairs of owners that provide one service, by name of the service, then of the sides. */
export function serviceDoubles(plan: Plan, parties: Parties, areas: Areas, relations: Relations): ServiceDouble[] {
    const doubles: ServiceDouble[] = [];
    for (const [service, providers] of providersOf(plan, parties, areas)) {
        for (const pair of pairsOf(providers)) {
            if (!excused(pair, relations)) {
                doubles.push({
                    ...pair,
                    service,
                    audiences: commonAudiences(pair.a, pair.b),
                    places: meetingPlaces(pair.a.reach, pair.b.reach),
                });
            }
        }
    }
    return doubles.sort((a, b) => (a.service === b.service ? byPair(a, b) : a.service.name < b.service.name ? -1 : 1));
}

/** Who provides each service: applications by `supports`; programs by `delivers`, themselves or through an application. */
function providersOf(plan: Plan, parties: Parties, areas: Areas): Map<Service, Provider[]> {
    const providers = new Map<Service, Provider[]>();
    const provide = (declaration: Program | Application, routes: Map<Service, Route[]>) => {
        const side = routes.size > 0 ? sideOf(declaration, parties) : undefined;
        if (!side) {
            return;
        }
        const reach = areas.reach(declaration.area);
        const audiences = [...(declaration.serves?.refs ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
        for (const [service, ways] of routes) {
            putUnder(providers, service, { ...side, routes: ways, audiences, reach });
        }
    };
    for (const application of plan.applications) {
        const routes = new Map<Service, Route[]>();
        for (const clause of application.supports?.refs ?? []) {
            const service = find(plan, clause, 'service');
            if (service && !routes.has(service)) {
                routes.set(service, [{ application, clause }]);
            }
        }
        provide(application, routes);
    }
    for (const program of parties.lifetimes.programs) {
        const routes = new Map<Service, Route[]>();
        for (const clause of program.delivers?.refs ?? []) {
            const delivered = find(plan, clause, 'service', 'application');
            if (delivered?.kind === 'service') {
                putUnder(routes, delivered, { application: undefined, clause });
            }
            if (delivered?.kind === 'application') {
                for (const supported of new Set(
                    (delivered.supports?.refs ?? []).map((ref) => find(plan, ref, 'service')),
                )) {
                    if (supported) {
                        putUnder(routes, supported, { application: delivered, clause });
                    }
                }
            }
        }
        provide(program, routes);
    }
    return providers;
}

/**
 * Whether two providers are no double of each other. A program is no side against what it delivers or replaces;
 * coordinated applications are none either, and what holds for them holds for the programs that only bring them.
 */
function excused({ a, b }: Pair<Provider>, relations: Relations): boolean {
    if (brings(a, b) || brings(b, a)) {
        return true;
    }
    return a.routes.every((one) =>
        b.routes.every(
            (other) =>
                one.application !== undefined &&
                other.application !== undefined &&
                one.application !== other.application &&
                relations.coordinated(one.application, other.application),
        ),
    );
}

function brings(one: Provider, other: Provider): boolean {
    const { declaration } = one;
    return (
        declaration.kind === 'program' &&
        [declaration.delivers, declaration.replaces].some((clause) =>
            clause?.refs.some((ref) => ref.name === other.declaration.name),
        )
    );
}

function commonAudiences(a: Provider, b: Provider): readonly string[] | undefined {
    const [left, right] = [a, b].map((side) => side.audiences.map((audience) => audience.name)) as [string[], string[]];
    if (left.length === 0 || right.length === 0) {
        return left.length === 0 ? right : left;
    }
    const common = [...new Set(left.filter((name) => right.includes(name)))];
    return common.length > 0 ? common : undefined;
}
