import type { Application, Service } from '../../plan/declarations/asset.ts';
import type { Program } from '../../plan/declarations/program.ts';
import type { Reference } from '../../plan/declarations/reference.ts';
import { byName, type Plan } from '../../plan/plan.ts';
import { type Areas, meetingPlaces, type PlaceName, type Reach } from '../areas.ts';
import type { Owner } from '../owners.ts';
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
    for (const [service, offers] of offersOf(plan, parties)) {
        // Most services are one owner's affair: only for the others is looked at who, where and when.
        if (offers.every((offer) => offer.owner === offers[0]!.owner)) {
            continue;
        }
        const providers = offers.flatMap((offer) => providerOf(offer, parties, areas) ?? []);
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
    return doubles.sort((a, b) => (a.service === b.service ? byPair(a, b) : byName(a.service, b.service)));
}

/** One who says that a service is provided. */
interface Offer {
    readonly declaration: Program | Application;
    readonly owner: Owner;
    readonly routes: Route[];
}

/** Who provides each service: applications by `supports`; programs by `delivers`, themselves or through an application. */
function offersOf(plan: Plan, { owners, lifetimes }: Parties): Map<Service, Offer[]> {
    const offers = new Map<Service, Offer[]>();
    const offer = (service: Service, declaration: Program | Application, route: Route) => {
        const last = offers.get(service)?.at(-1);
        if (last?.declaration === declaration) {
            if (!last.routes.some(({ application }) => application === route.application)) {
                last.routes.push(route);
            }
            return;
        }
        const owner = owners.of(declaration);
        if (owner) {
            putUnder(offers, service, { declaration, owner, routes: [route] });
        }
    };
    for (const application of plan.applications) {
        for (const clause of application.supports?.refs ?? []) {
            const service = plan.names.get(clause.name);
            if (service?.kind === 'service') {
                offer(service, application, { application, clause });
            }
        }
    }
    for (const program of lifetimes.programs) {
        for (const clause of program.delivers?.refs ?? []) {
            const delivered = plan.names.get(clause.name);
            if (delivered?.kind === 'service') {
                offer(delivered, program, { application: undefined, clause });
            } else if (delivered?.kind === 'application') {
                for (const supported of delivered.supports?.refs ?? []) {
                    const service = plan.names.get(supported.name);
                    if (service?.kind === 'service') {
                        offer(service, program, { application: delivered, clause });
                    }
                }
            }
        }
    }
    return offers;
}

function providerOf({ declaration, routes }: Offer, parties: Parties, areas: Areas): Provider | undefined {
    const side = sideOf(declaration, parties);
    const audiences = [...(declaration.serves?.refs ?? [])].sort(byName);
    return side && { ...side, routes, audiences, reach: areas.reach(declaration.area) };
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

function brings({ declaration }: Provider, other: Provider): boolean {
    if (declaration.kind !== 'program') {
        return false;
    }
    const { name } = other.declaration;
    const isOther = (reference: Reference) => reference.name === name;
    return declaration.delivers?.refs.some(isOther) === true || declaration.replaces?.refs.some(isOther) === true;
}

function commonAudiences(a: Provider, b: Provider): readonly string[] | undefined {
    if (a.audiences.length === 0 || b.audiences.length === 0) {
        return namesOf([...a.audiences, ...b.audiences]);
    }
    const common = a.audiences.filter((one) => b.audiences.some((other) => other.name === one.name));
    return common.length > 0 ? namesOf(common) : undefined;
}

/** Sorted names, each once. */
function namesOf(references: readonly Reference[]): readonly string[] {
    return references.map((reference) => reference.name).filter((name, i, all) => name !== all[i - 1]);
}
