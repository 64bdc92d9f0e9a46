import type { AstNode } from 'langium';
import type { Named } from '../../plan/declarations/named.ts';
import { NONE } from '../../plan/lists.ts';
import { dottedName } from '../breakage.ts';
import type * as Ast from '../generated/ast.ts';
import type { Clauses } from './clauses.ts';
import type { Context } from './context.ts';
import { readText } from './values.ts';

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
        broken: clauses?.broken ?? NONE,
    };
}

/** Says that a clause must stand, unless it was tried, or the declaration has not even a name. */
export function requireClause(
    context: Context,
    named: Omit<Named, 'kind'>,
    keyword: string,
    present: boolean,
    example: string,
): void {
    if (!present && named.name !== '' && !named.broken.includes(keyword)) {
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

/** A declared name has no dot: nested names come of nesting. */
export function checkName(context: Context, name: Ast.Name): void {
    if (name.id.includes('.')) {
        const { inside } = context;
        context.syntaxError(dottedName(name.id), context.at(name), name.id, {
            inside,
            replacement: name.id.replaceAll('.', '-'),
        });
    }
}
