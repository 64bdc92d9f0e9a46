import type { Application, Service } from '../../plan/declarations/asset.ts';
import type { Reference } from '../../plan/declarations/reference.ts';
import { find, type Plan } from '../../plan/plan.ts';
import { meet } from '../lifetimes.ts';
import type { Relations } from './relations.ts';
import { byPair, type Pair, type Parties, pairsOf, putUnder, type Side, sideOf } from './sides.ts';

/** A service that two applications support, and where each says so. */
export interface CommonService {
    readonly service: Service;
    /** The names in `supports`, in the order of the pair. */
    readonly clauses: readonly [Reference, Reference];
}

/** Two applications of different owners that support a common service and know nothing of each other. */
export interface ApplicationDouble extends Pair<Side<Application>> {
    /** By name; at least one. */
    readonly services: readonly CommonService[];
}

/** An application that goes its own way beside a shared one. */
export interface Bypass {
    readonly side: Side<Application>;
    /** It may have no owner: what is shared belongs to everybody. */
    readonly shared: Application;
    readonly life: Pair['life'];
    /** By name; the first clause is the bypassing application's. */
    readonly services: readonly CommonService[];
}

/** Pairs of applications that double each other, by name. */
export function applicationDoubles(plan: Plan, parties: Parties, relations: Relations): ApplicationDouble[] {
    const doubles = new Map<string, ApplicationDouble & { services: CommonService[] }>();
    for (const [service, supporters] of supportersOf(plan)) {
        const sides = supporters.flatMap(({ application, clause }) => {
            const side = application.shared ? undefined : sideOf(application, parties);
            return side ? [{ ...side, clause }] : [];
        });
        for (const { a, b, life } of pairsOf(sides)) {
            if (relations.coordinated(a.declaration, b.declaration)) {
                continue;
            }
            const key = `${a.declaration.name} ${b.declaration.name}`;
            const double = doubles.get(key) ?? { a, b, life, services: [] };
            double.services.push({ service, clauses: [a.clause, b.clause] });
            doubles.set(key, double);
        }
    }
    return [...doubles.values()].sort(byPair);
}

/**
 * Applications that support what a shared application supports, without integrating it. The bypassing one needs
 * an owner; the shared one needs none, and when it has one, it is another's. Sorted by name.
 */
export function bypasses(plan: Plan, parties: Parties, relations: Relations): Bypass[] {
    const found = new Map<string, Bypass & { services: CommonService[] }>();
    for (const [service, supporters] of supportersOf(plan)) {
        const shared = supporters.filter(({ application }) => application.shared);
        const own = shared.length === 0 ? [] : supporters;
        for (const one of own) {
            const side = sideOf(one.application, parties);
            for (const other of side ? shared : []) {
                const host = other.application;
                const days = parties.lifetimes.of(host);
                const life = days && meet(side!.life, days);
                if (!life || parties.owners.of(host) === side!.owner || host === one.application) {
                    continue;
                }
                if (relations.integrates(one.application, host)) {
                    continue;
                }
                const key = `${one.application.name} ${host.name}`;
                const bypass = found.get(key) ?? { side: side!, shared: host, life, services: [] };
                bypass.services.push({ service, clauses: [one.clause, other.clause] });
                found.set(key, bypass);
            }
        }
    }
    return [...found.values()].sort((a, b) => {
        const [left, right] = [
            `${a.side.declaration.name} ${a.shared.name}`,
            `${b.side.declaration.name} ${b.shared.name}`,
        ];
        return left < right ? -1 : 1;
    });
}

/** Which applications support each service, services and applications by name. */
function supportersOf(plan: Plan): [Service, { readonly application: Application; readonly clause: Reference }[]][] {
    const supporters = new Map<Service, { application: Application; clause: Reference }[]>();
    for (const application of plan.applications) {
        const seen = new Set<Service>();
        for (const clause of application.supports?.refs ?? []) {
            const service = find(plan, clause, 'service');
            if (service && !seen.has(service)) {
                seen.add(service);
                putUnder(supporters, service, { application, clause });
            }
        }
    }
    return [...supporters].sort(([a], [b]) => (a.name < b.name ? -1 : 1));
}
