import type { Named } from '../../plan/declarations/named.ts';
import type { Activity, Budget, Kpi, Program, Raise } from '../../plan/declarations/program.ts';
import { NONE } from '../../plan/lists.ts';
import type * as Ast from '../generated/ast.ts';
import { type ClauseNode, Clauses } from './clauses.ts';
import type { Context } from './context.ts';
import { checkName, lowerNamed } from './named.ts';
import { readDate, readLength } from './times.ts';
import { readMoney, readNumber, readText, readWrittenNumber, readYear } from './values.ts';

/** Lowers a program with its activities, budgets, indicators and raises. */
export function lowerProgram(
    context: Context,
    node: Ast.Program,
    clauses: Clauses,
    named: Omit<Named, 'kind'>,
): Program {
    const during = clauses.first<ClauseNode & Ast.SpanClause>('during');
    if (during !== undefined) {
        for (const keyword of ['start', 'duration']) {
            const beside = clauses.first<ClauseNode & Ast.DateClause>(keyword);
            if (beside !== undefined) {
                clauses.repeated(beside, during);
            }
        }
    }
    const { started, finished } = lowerFacts(context, clauses);
    const progress = clauses.first<Ast.Progress>('progress');
    const percent = progress === undefined ? undefined : readNumber(context, progress.value, { least: 0, most: 100 });
    return {
        // Field by field: behind a spread, every program would get a hidden class of its own, and reading one field of
        // all of them would take forty times as long.
        name: named.name,
        title: named.title,
        at: named.at,
        whole: named.whole,
        description: named.description,
        source: named.source,
        library: named.library,
        broken: named.broken,
        kind: 'program',
        owner: clauses.name('owner', 'opd'),
        partners: clauses.names('partners', 'opd'),
        element: clauses.name('element', 'element'),
        serves: clauses.names('serves', 'audience'),
        area: clauses.area(),
        code: clauses.text('code'),
        start: during === undefined ? clauses.date('start') : undefined,
        earliest: clauses.date('earliest'),
        duration: during === undefined ? clauses.duration() : undefined,
        during: clauses.span('during'),
        after: clauses.after((ref) => context.refer(ref, 'program')),
        finishBy: clauses.date('finish'),
        started,
        finished,
        progress:
            percent === undefined
                ? undefined
                : { value: percent, at: context.at(progress!.value), clause: context.at(progress!) },
        cancelled: clauses.flag('cancelled'),
        needs: clauses.names('needs', 'asset'),
        delivers: clauses.names('delivers', 'asset'),
        replaces: clauses.names('replaces', 'asset'),
        resolves: clauses.names('resolves', 'obstacle'),
        respondsTo: clauses.names('responds-to', 'driver'),
        quickWin: clauses.flag('quick-win'),
        budgets: clauses.each('budget', (each: Ast.Budget) => lowerBudget(context, each)),
        kpis: clauses.each('kpi', (each: Ast.Kpi) => lowerKpi(context, each, node.name.id)),
        raises: clauses.each('raises', (each: Ast.Raises) => lowerRaise(context, each)),
        activities: clauses.each('activity', (each: Ast.Activity) => lowerActivity(context, each, node.name.id)),
    };
}

/** `started` and `finished`; a finish before the start is none. */
function lowerFacts(context: Context, clauses: Clauses): Pick<Program, 'started' | 'finished'> {
    const started = clauses.date('started');
    const finished = clauses.date('finished');
    if (started !== undefined && finished !== undefined && finished.when.last < started.when.first) {
        const [first, last] = [started.when.text, finished.when.text];
        context.problem(
            'invalid-value',
            {
                en: `\`finished ${last}\` is before \`started ${first}\`.`,
                id: `\`finished ${last}\` lebih awal daripada \`started ${first}\`.`,
            },
            finished.when.at,
            `${first}..${last}`,
        );
        return { started, finished: undefined };
    }
    return { started, finished };
}

function lowerBudget(context: Context, node: Ast.Budget): Budget | undefined {
    const year = readYear(context, node.year);
    const amount = readMoney(context, node.amount);
    const from = node.fund === undefined ? undefined : context.refer(node.fund, 'fund');
    return year === undefined || amount === undefined ? undefined : { year, amount, from, clause: context.at(node) };
}

function lowerKpi(context: Context, node: Ast.Kpi, program: string): Kpi {
    checkName(context, node.name);
    const whole = context.at(node);
    const steps = node.steps.map((step) => {
        const to = readNumber(context, step.value);
        const by = readDate(context, step.date);
        return to === undefined ? undefined : { to, by };
    });
    return {
        kind: 'kpi',
        unit: node.unit === undefined ? undefined : context.once(readText(node.unit)),
        from: readNumber(context, node.from),
        steps: steps.includes(undefined) ? steps.filter((each) => each !== undefined) : (steps as Kpi['steps']),
        clause: whole,
        name: context.nestedName(program, node.name.id),
        title: readText(node.title),
        at: context.at(node.name),
        whole,
        description: undefined,
        source: undefined,
        library: context.library,
        broken: NONE,
    };
}

function lowerRaise(context: Context, node: Ast.Raises): Raise | undefined {
    const of = context.refer(node.of, 'indicator');
    const to = readWrittenNumber(context, node.level);
    const after = node.lag === undefined ? undefined : readLength(context, node.lag, 0);
    const until = readDate(context, node.date);
    return to === undefined ? undefined : { of, to, after, until, clause: context.at(node) };
}

function lowerActivity(context: Context, node: Ast.Activity, program: string): Activity {
    const outer = context.inside;
    const name = context.nestedName(program, node.name.id);
    context.inside = name;
    checkName(context, node.name);
    const clauses = new Clauses(context, node.clauses, context.at(node.name));
    const named = lowerNamed(context, node, name, clauses);
    const activity = clauses.settle<Activity>({
        kind: 'activity',
        duration: clauses.duration(),
        // Activities wait for their siblings, which are written without the program's name.
        after: clauses.after((ref) =>
            context.refer(ref, 'activity', ref.id.includes('.') ? ref.id : `${program}.${ref.id}`),
        ),
        name,
        title: named.title,
        at: named.at,
        whole: named.whole,
        description: named.description,
        source: named.source,
        library: named.library,
        broken: named.broken,
    });
    context.inside = outer;
    return activity;
}
