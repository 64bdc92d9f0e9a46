import type { Application, Data, Infrastructure, Service } from '../../plan/declarations/asset.ts';
import type { Named } from '../../plan/declarations/named.ts';
import type * as Ast from '../generated/ast.ts';
import type { Clauses } from './clauses.ts';
import type { Context } from './context.ts';

// Field by field: behind a spread, every asset would get a hidden class of its own, and a city has thousands.

/** Lowers a service. */
export function lowerService(clauses: Clauses, named: Omit<Named, 'kind'>): Service {
    const life = clauses.life();
    return {
        kind: 'service',
        owner: clauses.name('owner', 'opd'),
        serves: clauses.names('serves', 'audience'),
        since: life.since,
        until: life.until,
        name: named.name,
        title: named.title,
        at: named.at,
        whole: named.whole,
        description: named.description,
        source: named.source,
        library: named.library,
        broken: named.broken,
    };
}

/** Lowers a dataset. */
export function lowerData(clauses: Clauses, named: Omit<Named, 'kind'>): Data {
    const life = clauses.life();
    return {
        kind: 'data',
        producer: clauses.name('producer', 'opd'),
        since: life.since,
        until: life.until,
        name: named.name,
        title: named.title,
        at: named.at,
        whole: named.whole,
        description: named.description,
        source: named.source,
        library: named.library,
        broken: named.broken,
    };
}

/** Lowers an application. */
export function lowerApplication(clauses: Clauses, named: Omit<Named, 'kind'>): Application {
    const life = clauses.life();
    return {
        kind: 'application',
        owner: clauses.name('owner', 'opd'),
        shared: clauses.flag('shared'),
        supports: clauses.names('supports', 'service'),
        needs: clauses.names('needs', 'asset'),
        integrates: clauses.names('integrates', 'application'),
        replaces: clauses.names('replaces', 'asset'),
        serves: clauses.names('serves', 'audience'),
        area: clauses.area(),
        since: life.since,
        until: life.until,
        name: named.name,
        title: named.title,
        at: named.at,
        whole: named.whole,
        description: named.description,
        source: named.source,
        library: named.library,
        broken: named.broken,
    };
}

/** Lowers what is built. */
export function lowerInfrastructure(context: Context, clauses: Clauses, named: Omit<Named, 'kind'>): Infrastructure {
    const life = clauses.life();
    return {
        kind: 'infrastructure',
        owner: clauses.name('owner', 'opd'),
        shared: clauses.flag('shared'),
        class: lowerClass(context, clauses),
        area: clauses.area(),
        since: life.since,
        until: life.until,
        name: named.name,
        title: named.title,
        at: named.at,
        whole: named.whole,
        description: named.description,
        source: named.source,
        library: named.library,
        broken: named.broken,
    };
}

function lowerClass(context: Context, clauses: Clauses): Infrastructure['class'] {
    const node = clauses.first<Ast.NameClause>('class');
    return node === undefined ? undefined : { value: node.ref.id, at: context.at(node.ref), clause: context.at(node) };
}
