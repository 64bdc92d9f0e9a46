import type { Locale } from '../../plan/message.ts';
import type { Origin } from '../../plan/origin.ts';
import { byName } from '../../plan/plan.ts';
import type { Checked } from '../../rules/check.ts';
import { horizonsFrom } from '../axis.ts';
import { orderDimensions, type ProgramView, titleOf } from '../program-view.ts';

/** What the rows of a roadmap can be grouped by. */
export type GroupBy = 'dimension' | 'opd' | 'horizon' | 'fund';

/** Programs that stand together, in order of start, then name. */
export interface ProgramGroup {
    /** Stable: `dimension:living`, `opd:` for the programs without an OPD. */
    readonly key: string;
    readonly title: string;
    /** Where the group is declared, if it is. */
    readonly at: Origin | undefined;
    readonly programs: readonly ProgramView[];
}

/** A group before it has programs, and the key that puts a program into it. */
interface Heading {
    readonly key: string;
    readonly title: string;
    readonly at: Origin | undefined;
}

/** Sorts programs into groups; groups without programs are left out, the one of those that belong nowhere comes last. */
export function groupPrograms(
    checked: Checked,
    programs: readonly ProgramView[],
    by: GroupBy,
    locale: Locale,
): ProgramGroup[] {
    const { headings, keyOf, none } = ways(checked, locale)[by];
    const members = new Map<string, ProgramView[]>();
    for (const program of programs) {
        const key = keyOf(program) ?? '';
        const group = members.get(key);
        if (group) {
            group.push(program);
        } else {
            members.set(key, [program]);
        }
    }
    return [...headings, { key: '', title: none, at: undefined }].flatMap((heading) => {
        const group = members.get(heading.key);
        return group ? [{ key: `${by}:${heading.key}`, title: heading.title, at: heading.at, programs: group }] : [];
    });
}

interface Way {
    readonly headings: readonly Heading[];
    readonly keyOf: (program: ProgramView) => string | undefined;
    readonly none: string;
}

function ways(checked: Checked, locale: Locale): Record<GroupBy, Way> {
    const { plan, schedule } = checked.analysis;
    const horizons = horizonsFrom(schedule.firstDay);
    const named = (list: readonly { name: string; title: string; at: Origin }[]): Heading[] =>
        list.map((item) => ({ key: item.name, title: titleOf(item), at: item.at }));
    return {
        dimension: {
            headings: named(orderDimensions(plan)),
            keyOf: (program) => program.dimension?.name,
            none: locale === 'id' ? 'Tanpa dimensi' : 'No dimension',
        },
        opd: {
            headings: named(plan.opds),
            keyOf: (program) => program.owner?.name,
            none: locale === 'id' ? 'Tanpa penanggung jawab' : 'No owner',
        },
        horizon: {
            headings: horizons.map((horizon) => ({ key: horizon.key, title: horizon.title[locale], at: undefined })),
            keyOf: (program) => horizons.find((horizon) => program.start <= horizon.last)?.key,
            none: locale === 'id' ? 'Di luar jangka panjang' : 'Beyond the long term',
        },
        fund: {
            headings: named(plan.funds),
            keyOf: mainFund,
            none: locale === 'id' ? 'Tanpa sumber dana' : 'No fund',
        },
    };
}

/** The fund that gives most of a program's money; of equals the first by name. */
function mainFund(program: ProgramView): string | undefined {
    const sums = new Map<string, number>();
    for (const { from, amount } of program.program.budgets) {
        if (from !== undefined) {
            sums.set(from.name, (sums.get(from.name) ?? 0) + amount.value);
        }
    }
    const funds = [...sums].map(([name, sum]) => ({ name, sum }));
    return funds.sort((a, b) => b.sum - a.sum || byName(a, b))[0]?.name;
}
