import type { Use, Waiver } from '../../plan/declarations/statement.ts';
import type * as Ast from '../generated/ast.ts';
import { Clauses } from './clauses.ts';
import type { Context } from './context.ts';

/** `use …`. */
export function lowerUse(context: Context, node: Ast.Use): Use {
    return { kind: 'use', libraries: node.refs.map((ref) => context.refer(ref, 'library')), clause: context.at(node) };
}

/** `waive …`; its findings stand at the word `waive`. */
export function lowerWaiver(context: Context, node: Ast.Waive): Waiver {
    const whole = context.at(node);
    const at = { ...whole, end: whole.start + 'waive'.length };
    const clauses = new Clauses(context, node.clauses, at);
    const subjects = node.subjects.map((subject) => context.refer(subject, 'subject'));
    const because = clauses.text('because');
    const by = clauses.name('by', 'opd');
    const missing = [
        ...(because === undefined && !clauses.broken.includes('because') ? ['because'] : []),
        ...(by === undefined && !clauses.broken.includes('by') ? ['by'] : []),
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
    const until = clauses.date('until');
    const rule = context.refer(node.rule, 'rule');
    return clauses.settle({
        kind: 'waiver',
        at,
        whole,
        rule,
        subjects,
        because,
        by,
        until,
        library: context.library,
        broken: clauses.broken,
    });
}
