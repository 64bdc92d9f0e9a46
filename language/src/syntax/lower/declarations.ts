import type { AstNode } from 'langium';
import type {
    Actual, Application, Area, Audience, Data, Declaration, Driver, Fund, Impact, Infrastructure, Masterplan, Named, NoneOf,
    Obstacle, Opd, Scenario, Service, Target, Use, Waiver,
} from '../../plan/declarations.ts';
import { dottedName } from '../breakage.ts';
import type * as Ast from '../generated/ast.ts';
import { Clauses } from './clauses.ts';
import type { Context } from './context.ts';
import { lowerDimension, lowerFramework } from './framework.ts';
import { lowerProgram } from './program.ts';
import { readDate, readLength, readNumber, readText, readWrittenNumber } from './values.ts';

/** What all named syntax nodes have. */
interface NamedNode extends AstNode {
    readonly name: Ast.Name;
    readonly title: string;
}

/** The parts that every named declaration shares. `name` is its qualified name. */
export function lowerNamed(context: Context, node: NamedNode, name: string, clauses?: Clauses): Omit<Named, 'kind'> {
    return {
        name,
        title: readText(node.title),
        at: context.at(node.name),
        whole: context.at(node),
        description: clauses?.text('description'),
        source: clauses?.text('source'),
        library: context.library,
        broken: context.lost.get(context.at(node.name).start - context.base) ?? [],
    };
}

/** Says that a clause must stand, unless it was tried. */
export function requireClause(context: Context, named: Omit<Named, 'kind'>, keyword: string, present: boolean, example: string): void {
    if (!present && !named.broken.includes(keyword)) {
        context.problem(
            'missing-clause',
            {
                en: `\`${named.name}\` needs \`${keyword}\`, such as \`${example}\`.`,
                id: `\`${named.name}\` memerlukan \`${keyword}\`, misalnya \`${example}\`.`,
            },
            named.at,
            keyword,
        );
    }
}

/** Lowers a declaration. One whose name could not be read gives none; what is said inside it has been gathered all the same. */
export function lowerDeclaration(context: Context, node: Exclude<Ast.Item, Ast.Use | Ast.Waive>): Declaration | undefined {
    context.inside = node.name.id;
    checkName(context, node.name);
    const clauses = new Clauses(context, node.clauses);
    const named = lowerNamed(context, node, node.name.id, clauses);
    const declaration = lowerByKind(context, node, clauses, named);
    context.inside = '';
    return node.name.id === '' ? undefined : declaration;
}

/** A declared name has no dot: nested names come of nesting. */
export function checkName(context: Context, name: Ast.Name): void {
    if (name.id.includes('.')) {
        const { inside } = context;
        context.syntaxError(dottedName(name.id), context.at(name), name.id, { inside, replacement: name.id.replaceAll('.', '-') });
    }
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
            return { ...named, kind: 'audience' } satisfies Audience;
        case 'Fund':
            return { ...named, kind: 'fund' } satisfies Fund;
        case 'Area':
            return { ...named, kind: 'area', within: clauses.name('within', 'area') } satisfies Area;
        case 'Opd':
            return lowerOpd(context, clauses, named);
        case 'Service':
            return {
                ...named,
                kind: 'service',
                owner: clauses.name('owner', 'opd'),
                serves: clauses.names('serves', 'audience'),
                ...clauses.life(),
            } satisfies Service;
        case 'Data':
            return { ...named, kind: 'data', producer: clauses.name('producer', 'opd'), ...clauses.life() } satisfies Data;
        case 'Application':
            return {
                ...named,
                kind: 'application',
                owner: clauses.name('owner', 'opd'),
                shared: clauses.flag('shared'),
                supports: clauses.names('supports', 'service'),
                needs: clauses.names('needs', 'asset'),
                integrates: clauses.names('integrates', 'application'),
                replaces: clauses.names('replaces', 'asset'),
                serves: clauses.names('serves', 'audience'),
                area: clauses.area(),
                ...clauses.life(),
            } satisfies Application;
        case 'Infrastructure':
            return {
                ...named,
                kind: 'infrastructure',
                owner: clauses.name('owner', 'opd'),
                shared: clauses.flag('shared'),
                class: lowerClass(context, clauses),
                area: clauses.area(),
                ...clauses.life(),
            } satisfies Infrastructure;
        case 'Program':
            return lowerProgram(context, node, clauses, named);
        case 'Driver':
            return {
                ...named,
                kind: 'driver',
                from: clauses.date('from'),
                impacts: clauses.all<Ast.Impact>('impact').map((impact) => lowerImpact(context, impact)),
            } satisfies Driver;
        case 'Obstacle':
            return { ...named, kind: 'obstacle', raisedBy: clauses.names('raised-by', 'opd') } satisfies Obstacle;
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
        ...named,
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
        ...named,
        kind: 'opd',
        code: clauses.text('code'),
        mandate: mandate === undefined
            ? undefined
            : { bidang: mandate.texts.map((text) => ({ value: readText(text.text), at: context.at(text) })), clause: context.at(mandate) },
        capacity: count === undefined ? undefined : { value: count, at: context.at(capacity!.count), clause: context.at(capacity!) },
        ceilings: clauses.ceilings(),
    };
}

function lowerClass(context: Context, clauses: Clauses): Infrastructure['class'] {
    const node = clauses.first<Ast.NameClause>('class');
    return node === undefined ? undefined : { value: node.ref.id, at: context.at(node.ref), clause: context.at(node) };
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
        ...named,
        kind: 'scenario',
        delays: clauses.all<Ast.Delay>('delay').flatMap((node) => {
            const programs = node.programs.map((program) => context.refer(program, 'program'));
            const by = readLength(context, node.length, 0);
            return by === undefined ? [] : [{ programs, by, clause: context.at(node) }];
        }),
        drops: clauses.allNames('drop', 'program'),
    };
}

/** `use …`. */
export function lowerUse(context: Context, node: Ast.Use): Use {
    return { kind: 'use', libraries: node.refs.map((ref) => context.refer(ref, 'library')), clause: context.at(node) };
}

/** `waive …`; its findings stand at the word `waive`. */
export function lowerWaiver(context: Context, node: Ast.Waive): Waiver {
    const whole = context.at(node);
    const at = { ...whole, end: whole.start + 'waive'.length };
    const clauses = new Clauses(context, node.clauses);
    const subjects = node.subjects.map((subject) => context.refer(subject, 'subject'));
    const broken = context.lost.get(whole.start - context.base) ?? [];
    const because = clauses.text('because');
    const by = clauses.name('by', 'opd');
    const missing = [
        ...(because === undefined && !broken.includes('because') ? ['because'] : []),
        ...(by === undefined && !broken.includes('by') ? ['by'] : []),
    ];
    for (const keyword of missing) {
        context.problems.push({
            rule: 'missing-clause',
            message: {
                en: `A waiver needs \`${keyword}\`: ${keyword === 'because' ? 'a reason in quotes' : 'the OPD that answers for it'}.`,
                id: `Pengecualian memerlukan \`${keyword}\`: ${keyword === 'because' ? 'alasan dalam tanda kutip' : 'OPD yang bertanggung jawab'}.`,
            },
            at,
            subjects: subjects.map((subject) => subject.name),
            facts: `${node.rule.id} ${keyword}`,
        });
    }
    return {
        kind: 'waiver',
        at,
        whole,
        rule: context.refer(node.rule, 'rule'),
        subjects,
        because,
        by,
        until: clauses.date('until'),
        library: context.library,
        broken,
    };
}
