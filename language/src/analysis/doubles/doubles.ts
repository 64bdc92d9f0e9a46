import type { Plan } from '../../plan/plan.ts';
import type { Areas } from '../areas.ts';
import { type ApplicationDouble, applicationDoubles, type Bypass, bypasses } from './applications.ts';
import { type CodeDouble, codeDoubles, type KpiDouble, kpiDoubles } from './claims.ts';
import { type ContestedData, contestedData } from './data.ts';
import { type InfrastructureDouble, infrastructureDoubles } from './infrastructures.ts';
import { relations } from './relations.ts';
import { type ServiceDouble, serviceDoubles } from './services.ts';
import type { Pair, Parties } from './sides.ts';

/**
 * Where two owners do the same, by what the clauses say. The words are the GAO's (GAO-15-49SP): duplication, the same
 * service to the same people; overlap, similar services or people. Each list is made when it is first asked for.
 */
export interface Doubles {
    readonly services: readonly ServiceDouble[];
    readonly applications: readonly ApplicationDouble[];
    readonly bypasses: readonly Bypass[];
    readonly infrastructures: readonly InfrastructureDouble[];
    readonly data: readonly ContestedData[];
    readonly codes: readonly CodeDouble[];
    readonly kpis: readonly KpiDouble[];
}

/** Compares what the owners of a plan do. Nothing is compared but what shares a service, class, title or code. */
export function doubles(plan: Plan, parties: Parties, areas: Areas): Doubles {
    const related = once(() => relations(plan, parties.lifetimes));
    const services = once(() => serviceDoubles(plan, parties, areas, related()));
    const applications = once(() => applicationDoubles(plan, parties, related()));
    const bypassed = once(() => bypasses(plan, parties, related()));
    const infrastructures = once(() => infrastructureDoubles(plan, parties, areas));
    const data = once(() => contestedData(plan, parties));
    const codes = once(() => codeDoubles(plan, parties));
    const kpis = once(() => kpiDoubles(parties));
    return {
        get services() {
            return services();
        },
        get applications() {
            return applications();
        },
        get bypasses() {
            return bypassed();
        },
        get infrastructures() {
            return infrastructures();
        },
        get data() {
            return data();
        },
        get codes() {
            return codes();
        },
        get kpis() {
            return kpis();
        },
    };
}

/** All pairs between which a clause says that they do the same, in no order; a pair may come more than once. */
export function* typedPairs(doubles: Doubles): Generator<Pair> {
    yield* doubles.services;
    yield* doubles.applications;
    yield* doubles.infrastructures;
    yield* doubles.codes;
    yield* doubles.kpis;
    for (const contested of doubles.data) {
        yield* contested.pairs;
    }
}

function once<T>(make: () => T): () => T {
    let made: { readonly value: T } | undefined;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}
