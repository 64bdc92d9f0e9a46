import type { Dimension, Element } from '../../plan/declarations/dimension.ts';
import type { Domain, Framework, Indicator, Level } from '../../plan/declarations/framework.ts';
import type { Named } from '../../plan/declarations/named.ts';
import type * as Ast from '../generated/ast.ts';
import { Clauses } from './clauses.ts';
import type { Context } from './context.ts';
import { checkName, lowerNamed, requireClause } from './named.ts';
import { readNumber, readText } from './values.ts';

/** Lowers a dimension with its elements. */
export function lowerDimension(context: Context, clauses: Clauses, named: Omit<Named, 'kind'>): Dimension {
    return {
        kind: 'dimension',
        elements: clauses.all<Ast.Element>('element').map((node): Element => {
            const name = `${named.name}.${node.name.id}`;
            return within(context, name, () => {
                checkName(context, node.name);
                const own = new Clauses(context, node.clauses, context.at(node.name));
                return { kind: 'element', dimension: named.name, ...lowerNamed(context, node, name, own) };
            });
        }),
        ...named,
    };
}

/** Lowers a framework with its domains and indicators. */
export function lowerFramework(context: Context, clauses: Clauses, named: Omit<Named, 'kind'>): Framework {
    requireClause(context, named, 'scale', clauses.first('scale') !== undefined, 'scale 1..5 staged');
    requireClause(context, named, 'aggregate', clauses.first('aggregate') !== undefined, 'aggregate mean');
    const scale = lowerScale(context, clauses);
    const domains = clauses.all<Ast.Domain>('domain').map((each) => lowerDomain(context, each, named.name, scale));
    const loose = clauses
        .all<Ast.Indicator>('indicator')
        .map((each) => lowerIndicator(context, each, named.name, undefined, scale));
    checkLoose(context, domains, loose);
    const aggregate = clauses.first<Ast.Aggregate>('aggregate');
    return {
        kind: 'framework',
        scale,
        aggregate: aggregate === undefined ? undefined : { by: aggregate.by, clause: context.at(aggregate) },
        levels: clauses.all<Ast.Level>('level').flatMap((each) => lowerLevel(context, each, scale) ?? []),
        bands: clauses.all<Ast.Band>('band').flatMap((each) => {
            const from = readNumber(context, each.value, boundsOf(scale));
            return from === undefined
                ? []
                : [
                      {
                          title: readText(each.title),
                          from: { value: from, at: context.at(each.value) },
                          clause: context.at(each),
                      },
                  ];
        }),
        domains,
        indicators: [...domains.flatMap((domain) => domain.indicators), ...loose].sort(
            (a, b) => a.at.start - b.at.start,
        ),
        ...named,
    };
}

type Scale = Framework['scale'];

function lowerScale(context: Context, clauses: Clauses): Scale {
    const node = clauses.first<Ast.Scale>('scale');
    const least = readNumber(context, node?.least);
    const most = readNumber(context, node?.most);
    if (node === undefined || least === undefined || (node.most !== undefined && most === undefined)) {
        return undefined;
    }
    if (most !== undefined && most <= least) {
        return context.invalid(node.most!, `${least}..${most}`, {
            en: `The scale \`${least}..${most}\` ends before it begins.`,
            id: `Skala \`${least}..${most}\` berakhir sebelum dimulai.`,
        });
    }
    if (node.type === 'staged' && !(Number.isInteger(least) && (most === undefined || Number.isInteger(most)))) {
        return context.invalid(node.least, `${least}..${most ?? ''}`, {
            en: 'The levels of a staged scale are whole numbers.',
            id: 'Tingkat pada skala bertahap (staged) adalah bilangan bulat.',
        });
    }
    return { least, most, type: node.type, clause: context.at(node) };
}

/** The numbers a scale has; all of them where there is no scale. */
function boundsOf(scale: Scale): { readonly least?: number; readonly most?: number } {
    return scale === undefined ? {} : { least: scale.least, ...(scale.most === undefined ? {} : { most: scale.most }) };
}

function lowerLevel(context: Context, node: Ast.Level, scale: Scale): Level | undefined {
    const level = readNumber(context, node.level, { ...boundsOf(scale), whole: scale?.type === 'staged' });
    const rules = node.rules.map((rule) => context.refer(rule, 'rule'));
    if (rules.length > 0 && scale?.type === 'scored') {
        context.problem(
            'invalid-value',
            {
                en: '`barred-by` has no meaning in a scored framework: only staged levels can be barred.',
                id: '`barred-by` tidak bermakna pada kerangka berskor (scored): hanya tingkat bertahap yang dapat ditahan.',
            },
            { ...rules[0]!.at, end: rules[rules.length - 1]!.at.end },
            rules.map((rule) => rule.name).join(' '),
        );
    }
    return level === undefined
        ? undefined
        : {
              level: { value: level, at: context.at(node.level) },
              title: node.title === undefined ? undefined : readText(node.title),
              barredBy: scale?.type === 'scored' ? [] : rules,
              clause: context.at(node),
          };
}

function lowerWeight(context: Context, clauses: Clauses): number | undefined {
    return readNumber(context, clauses.first<Ast.Weight>('weight')?.value, { least: 0 });
}

function lowerDomain(context: Context, node: Ast.Domain, framework: string, scale: Scale): Domain {
    return within(context, `${framework}.${node.name.id}`, () => {
        const clauses = new Clauses(context, node.clauses, context.at(node.name));
        return {
            kind: 'domain',
            weight: lowerWeight(context, clauses),
            indicators: clauses
                .all<Ast.Indicator>('indicator')
                .map((each) => lowerIndicator(context, each, framework, node.name.id, scale)),
            ...lowerNamed(context, node, node.name.id, clauses),
        };
    });
}

function lowerIndicator(
    context: Context,
    node: Ast.Indicator,
    framework: string,
    domain: string | undefined,
    scale: Scale,
): Indicator {
    const name = `${framework}.${node.name.id}`;
    return within(context, name, () => {
        checkName(context, node.name);
        const clauses = new Clauses(context, node.clauses, context.at(node.name));
        return {
            kind: 'indicator',
            framework,
            domain,
            weight: lowerWeight(context, clauses),
            measures: clauses.name('measures', 'dimension')?.ref,
            levels: clauses.all<Ast.Level>('level').flatMap((each) => lowerLevel(context, each, scale) ?? []),
            ...lowerNamed(context, node, name, clauses),
        };
    });
}

/** Weighted domains and indicators outside of any cannot be added up. */
function checkLoose(context: Context, domains: readonly Domain[], loose: readonly Indicator[]): void {
    const first = loose[0];
    if (first !== undefined && domains.some((domain) => domain.weight !== undefined)) {
        context.problem(
            'invalid-value',
            {
                en: `\`${first.name}\` stands outside of any domain, beside domains with weights: put it into a domain.`,
                id: `\`${first.name}\` berada di luar domain, di samping domain berbobot: masukkan ke dalam sebuah domain.`,
            },
            first.at,
            'indicator outside of weighted domains',
        );
    }
}

function within<T>(context: Context, name: string, lower: () => T): T {
    const outer = context.inside;
    context.inside = name;
    const result = lower();
    context.inside = outer;
    return result;
}
