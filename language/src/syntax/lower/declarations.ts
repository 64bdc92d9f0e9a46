import type { Driver, Impact, Obstacle, Scenario } from '../../plan/declarations/change.ts';
import type { Area, Audience, Fund, Opd } from '../../plan/declarations/city.ts';
import type { Declaration } from '../../plan/declarations/declaration.ts';
import type { Actual, Masterplan, NoneOf, Target } from '../../plan/declarations/masterplan.ts';
import type { Named } from '../../plan/declarations/named.ts';
import type * as Ast from '../generated/ast.ts';
import { lowerApplication, lowerData, lowerInfrastructure, lowerService } from './assets.ts';
import { Clauses } from './clauses.ts';
import type { Context } from './context.ts';
import { lowerDimension, lowerFramework } from './framework.ts';
import { checkName, lowerNamed, requireClause } from './named.ts';
import { lowerProgram } from './program.ts';
import { readDate, readLength } from './times.ts';
import { readNumber, readText, readWrittenNumber } from './values.ts';

/** Lowers a declaration. One whose name could not be read gives none; what is said inside it has been gathered all the same. */
export function lowerDeclaration(
    context: Context,
    node: Exclude<Ast.Item, Ast.Use | Ast.Waive>,
): Declaration | undefined {
    context.inside = node.name.id;
    checkName(context, node.name);
    const clauses = new Clauses(context, node.clauses, context.at(node.name));
    const named = lowerNamed(context, node, context.once(node.name.id), clauses);
    const declaration = clauses.settle(lowerByKind(context, node, clauses, named));
    context.inside = '';
    return node.name.id === '' ? undefined : declaration;
}

function lowerByKind(
    context: Context,
    node: Exclude<Ast.Item, Ast.Use | Ast.Waive>,
    clauses: Clauses,
    named: Omit<Named, 'kind'>,
): Declaration {
    switch (node.$type) {
        case 'Masterplan':
            return lowerMasterplan(context, clauses, named);
        case 'Audience':
            return { kind: 'audience', ...named } satisfies Audience;
        case 'Fund':
            return { kind: 'fund', ...named } satisfies Fund;
        case 'Area':
            return { kind: 'area', within: clauses.name('within', 'area'), ...named } satisfies Area;
        case 'Opd':
            return lowerOpd(context, clauses, named);
        case 'Service':
            return lowerService(clauses, named);
        case 'Data':
            return lowerData(clauses, named);
        case 'Application':
            return lowerApplication(clauses, named);
        case 'Infrastructure':
            return lowerInfrastructure(context, clauses, named);
        case 'Program':
            return lowerProgram(context, node, clauses, named);
        case 'Driver':
            return {
                kind: 'driver',
                from: clauses.date('from'),
                impacts: clauses.each('impact', (impact: Ast.Impact) => lowerImpact(context, impact)),
                ...named,
            } satisfies Driver;
        case 'Obstacle':
            return { kind: 'obstacle', raisedBy: clauses.names('raised-by', 'opd'), ...named } satisfies Obstacle;
        case 'Scenario':
            return lowerScenario(context, clauses, named);
        case 'Dimension':
            return lowerDimension(context, clauses, named);
        case 'Framework':
            return lowerFramework(context, clauses, named);
    }
}

function lowerMasterplan(context: Context, clauses: Clauses, named: Omit<Named, 'kind'>): Masterplan {
    const period = clauses.span('period');
    requireClause(context, named, 'period', clauses.first('period') !== undefined, 'period 2020..2029');
    const actuals: Actual[] = [];
    for (const node of clauses.all<Ast.Actual>('actual')) {
        const of = context.refer(node.of, 'measure');
        const value = readWrittenNumber(context, node.value);
        const when = readDate(context, node.date);
        if (value !== undefined && when !== undefined) {
            actuals.push({ of, value, when, source: sourceOf(node), clause: context.at(node) });
        }
    }
    const targets: Target[] = [];
    const noneOf: NoneOf[] = [];
    for (const node of clauses.all<Ast.Target>('target')) {
        const by = readDate(context, node.date);
        if (node.noneOf) {
            const rules = node.rules.map((rule) => context.refer(rule, 'rule'));
            if (by !== undefined) {
                noneOf.push({ rules, by, source: sourceOf(node), clause: context.at(node) });
            }
            continue;
        }
        const of = context.refer(node.of!, 'measure');
        const value = readWrittenNumber(context, node.value!);
        if (value !== undefined && by !== undefined) {
            targets.push({ of, value, by, source: sourceOf(node), clause: context.at(node) });
        }
    }
    return {
        kind: 'masterplan',
        region: clauses.text('region'),
        code: clauses.text('code'),
        tagline: clauses.text('tagline'),
        period,
        vision: clauses.text('vision'),
        ceilings: clauses.ceilings(),
        actuals,
        targets,
        noneOf,
        ...named,
    };
}

function sourceOf(node: { readonly source?: string }): string | undefined {
    return node.source === undefined ? undefined : readText(node.source);
}

function lowerOpd(context: Context, clauses: Clauses, named: Omit<Named, 'kind'>): Opd {
    const mandate = clauses.first<Ast.Mandate>('mandate');
    const capacity = clauses.first<Ast.Capacity>('capacity');
    const count = capacity === undefined ? undefined : readNumber(context, capacity.count, { whole: true, least: 0 });
    return {
        kind: 'opd',
        code: clauses.text('code'),
        mandate:
            mandate === undefined
                ? undefined
                : {
                      bidang: mandate.texts.map((text) => ({ value: readText(text.text), at: context.at(text) })),
                      clause: context.at(mandate),
                  },
        capacity:
            count === undefined
                ? undefined
                : { value: count, at: context.at(capacity!.count), clause: context.at(capacity!) },
        ceilings: clauses.ceilings(),
        ...named,
    };
}

function lowerImpact(context: Context, node: Ast.Impact): Impact {
    return {
        effect: node.effect,
        element: context.refer(node.element, 'element'),
        text: node.text === undefined ? undefined : readText(node.text),
        clause: context.at(node),
    };
}

function lowerScenario(context: Context, clauses: Clauses, named: Omit<Named, 'kind'>): Scenario {
    return {
        kind: 'scenario',
        delays: clauses.all<Ast.Delay>('delay').flatMap((node) => {
            const programs = node.programs.map((program) => context.refer(program, 'program'));
            const by = readLength(context, node.length, 0);
            return by === undefined ? [] : [{ programs, by, clause: context.at(node) }];
        }),
        drops: clauses.allNames('drop', 'program'),
        ...named,
    };
}
