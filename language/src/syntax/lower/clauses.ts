import type { AstNode } from 'langium';
import type { Length, When } from '../../plan/calendar.ts';
import type {
    AreaClause,
    AreaName,
    Ceiling,
    Clause,
    Dated,
    Naming,
    NamingAll,
    Stated,
} from '../../plan/declarations/clause.ts';
import type { AfterClause } from '../../plan/declarations/program.ts';
import type { Expected, Reference } from '../../plan/declarations/reference.ts';
import { NONE } from '../../plan/lists.ts';
import type { Origin } from '../../plan/origin.ts';
import type * as Ast from '../generated/ast.ts';
import type { Context } from './context.ts';
import { readDate, readLength, readSpan } from './times.ts';
import { readMoney, readText, readYear } from './values.ts';

/** Clauses that may stand often; every other one stands once, and the first counts. */
const OFTEN: ReadonlySet<string> = new Set([
    'actual',
    'target',
    'ceiling',
    'budget',
    'kpi',
    'raises',
    'impact',
    'delay',
    'drop',
    'level',
    'band',
    'activity',
    'domain',
    'indicator',
]);

/** A clause of any shape, as the grammar gives it. */
export type ClauseNode = AstNode & { readonly keyword: string };

/** The clauses of one declaration, by keyword. A clause that stands too often is reported once, when the bag is made. */
export class Clauses {
    /** Keywords of clauses that stand here but could not be read. */
    readonly broken: readonly string[];
    private readonly byKeyword = new Map<string, ClauseNode[]>();
    private readonly nodes: readonly ClauseNode[];
    private readonly firstProblem: number;

    /** `owner` is what lost clauses are listed by: the name of the declaration, or the word `waive`. */
    constructor(
        private readonly context: Context,
        nodes: readonly AstNode[],
        owner: Origin,
    ) {
        this.broken = context.lost.get(owner.start - context.base) ?? NONE;
        this.nodes = nodes as readonly ClauseNode[];
        this.firstProblem = context.problems.length;
        for (const node of this.nodes) {
            const earlier = this.byKeyword.get(node.keyword);
            if (earlier === undefined) {
                this.byKeyword.set(node.keyword, [node]);
            } else {
                earlier.push(node);
                // A program's `element` names one; a dimension's declares one of many.
                if (!OFTEN.has(node.keyword) && node.$type !== 'Element') {
                    this.repeated(node, earlier[0]!);
                }
            }
        }
    }

    /** What was read of these clauses, with those of an invalid value among the broken; to be called when all have been. */
    settle<T extends { readonly broken: readonly string[] }>(declaration: T): T {
        const { problems } = this.context;
        const broken = [...this.broken];
        for (let i = this.firstProblem; i < problems.length; i++) {
            const { rule, at } = problems[i]!;
            const keyword = rule === 'invalid-value' ? this.around(at.start) : undefined;
            if (keyword !== undefined && !broken.includes(keyword)) {
                broken.push(keyword);
            }
        }
        return broken.length === this.broken.length ? declaration : { ...declaration, broken };
    }

    /** The keyword of the clause around an offset; clauses stand in the order of the text. */
    private around(offset: number): string | undefined {
        let low = 0;
        let high = this.nodes.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.context.at(this.nodes[middle]!).start <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        const node = this.nodes[low];
        const at = node === undefined ? undefined : this.context.at(node);
        return at !== undefined && at.start <= offset && offset < at.end ? node!.keyword : undefined;
    }

    /** Reports a clause that another one already says; `year` is the one that both are for, if they are for one. */
    repeated(node: ClauseNode, first: ClauseNode, year?: number): void {
        const same = first.keyword === node.keyword;
        this.context.problem(
            'repeated-clause',
            same
                ? {
                      en: `\`${node.keyword}\`${year === undefined ? '' : ` for ${year}`} stands twice; the first counts.`,
                      id: `\`${node.keyword}\`${year === undefined ? '' : ` untuk ${year}`} tertulis dua kali; yang pertama yang berlaku.`,
                  }
                : {
                      en: `\`${node.keyword}\` stands beside \`${first.keyword}\`, which says it already; \`${first.keyword}\` counts.`,
                      id: `\`${node.keyword}\` tertulis di samping \`${first.keyword}\` yang sudah menyatakannya; \`${first.keyword}\` yang berlaku.`,
                  },
            this.context.at(node),
            // Its words too: of two declarations of one name, each with a repeat, it must not matter which comes first.
            this.context.wordsOf(node),
            {
                related: [
                    { message: { en: 'This one counts.', id: 'Yang ini yang berlaku.' }, at: this.context.at(first) },
                ],
            },
        );
    }

    /** All clauses with a keyword, in the order of the text. */
    all<T extends AstNode>(keyword: string): readonly T[] {
        return (this.byKeyword.get(keyword) ?? NONE) as unknown as readonly T[];
    }

    /** What all clauses with a keyword say, in the order of the text; those that say nothing are left out. */
    each<T extends AstNode, R>(keyword: string, lower: (node: T) => R | undefined): readonly R[] {
        const nodes = this.all<T>(keyword);
        if (nodes.length === 0) {
            return NONE;
        }
        const said = nodes.map(lower);
        return (said.includes(undefined) ? said.filter((each) => each !== undefined) : said) as R[];
    }

    /** The clause that counts. */
    first<T extends AstNode>(keyword: string): T | undefined {
        return this.all<T>(keyword)[0];
    }

    text(keyword: string): Stated<string> | undefined {
        const node = this.first<Ast.TextClause>(keyword);
        if (node === undefined) {
            return undefined;
        }
        const at = this.context.at(node);
        return { value: readText(node.text), at, clause: at };
    }

    flag(keyword: string): Clause | undefined {
        const node = this.first<Ast.FlagClause>(keyword);
        return node === undefined ? undefined : { clause: this.context.at(node) };
    }

    date(keyword: string): Dated | undefined {
        const node = this.first<Ast.DateClause>(keyword);
        const when = node === undefined ? undefined : readDate(this.context, node.date);
        return when === undefined ? undefined : { when, clause: this.context.at(node!) };
    }

    name(keyword: string, expected: Expected): Naming | undefined {
        let first: Naming | undefined;
        for (const node of this.all<Ast.NameClause>(keyword)) {
            const ref = this.context.refer(node.ref, expected);
            first ??= { ref, clause: this.context.at(node) };
        }
        return first;
    }

    names(keyword: string, expected: Expected): NamingAll | undefined {
        return this.allNames(keyword, expected)[0];
    }

    allNames(keyword: string, expected: Expected): readonly NamingAll[] {
        return this.each(keyword, (node: Ast.NamesClause) => ({
            refs: node.refs.map((ref) => this.context.refer(ref, expected)),
            clause: this.context.at(node),
        }));
    }

    span(keyword: string): (Clause & { readonly from: When; readonly to: When }) | undefined {
        const node = this.first<Ast.SpanClause>(keyword);
        const span = node === undefined ? undefined : readSpan(this.context, node);
        return span === undefined ? undefined : { from: span.from, to: span.to, clause: this.context.at(node!) };
    }

    duration(): (Clause & { readonly length: Length }) | undefined {
        const node = this.first<Ast.Duration>('duration');
        const length = node === undefined ? undefined : readLength(this.context, node.length, 1);
        return length === undefined ? undefined : { length, clause: this.context.at(node!) };
    }

    area(): AreaClause | undefined {
        const node = this.first<Ast.AreaClause>('area');
        return node === undefined
            ? undefined
            : { areas: node.areas.map((area) => this.areaName(area)), clause: this.context.at(node) };
    }

    private areaName(node: Ast.AreaName): AreaName {
        return node.id === undefined
            ? { value: readText(node.text ?? ''), at: this.context.at(node) }
            : this.context.refer(node as Ast.AreaName & { id: string }, 'area');
    }

    /** `after a + 1 month, b`; the names are of programs, or of the siblings of an activity. */
    after(refer: (ref: Ast.Ref) => Reference): AfterClause | undefined {
        const node = this.first<Ast.After>('after');
        return node === undefined
            ? undefined
            : {
                  items: node.items.map((item) => ({
                      ref: refer(item.ref),
                      lag: item.lag === undefined ? undefined : readLength(this.context, item.lag, 0),
                  })),
                  clause: this.context.at(node),
              };
    }

    /** Ceilings; a second one for a year is a repeat. */
    ceilings(): readonly Ceiling[] {
        const byYear = new Map<number, Ast.Ceiling>();
        const ceilings: Ceiling[] = [];
        for (const node of this.all<Ast.Ceiling>('ceiling')) {
            const year = readYear(this.context, node.year);
            const amount = readMoney(this.context, node.amount);
            if (year === undefined) {
                continue;
            }
            const earlier = byYear.get(year.value);
            if (earlier !== undefined) {
                this.repeated(node, earlier, year.value);
                continue;
            }
            byYear.set(year.value, node);
            if (amount !== undefined) {
                ceilings.push({ year, amount, clause: this.context.at(node) });
            }
        }
        return ceilings;
    }

    /** `since` and `until` of an asset; an end before the beginning is no end. */
    life(): { readonly since: Dated | undefined; readonly until: Dated | undefined } {
        const since = this.date('since');
        const until = this.date('until');
        if (since !== undefined && until !== undefined && until.when.last < since.when.first) {
            this.context.problem(
                'invalid-value',
                {
                    en: `\`until ${until.when.text}\` is before \`since ${since.when.text}\`.`,
                    id: `\`until ${until.when.text}\` lebih awal daripada \`since ${since.when.text}\`.`,
                },
                until.when.at,
                `${since.when.text}..${until.when.text}`,
            );
            return { since, until: undefined };
        }
        return { since, until };
    }
}
