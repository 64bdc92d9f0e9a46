import { civil, UNIT_WORDS } from '../../plan/calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import type { View } from '../view.ts';
import type { Context } from './context.ts';
import type { Value } from './pattern.ts';

/** Words that may be written where a value is due. */
export interface Offer {
    readonly label: string;
    /** What it means, in a few words. */
    readonly detail?: string;
    /** What to write instead of the label; with places to fill in. */
    readonly snippet?: string;
}

/** Classes of infrastructure that rules know as the ICT unit's. */
const CLASSES = ['network', 'server', 'cloud', 'data-center', 'wifi', 'cctv', 'command-center'];

/** Values that may stand at an offset. What nobody can guess, such as a text, has none. */
export function offersFor(view: View, context: Context, value: Value): readonly Offer[] {
    switch (value) {
        case 'date':
            return dates(view, context.prefix);
        case 'span':
            return [...years(view).map((year) => ({ label: `${year}..${year}` })), ...dates(view, context.prefix)];
        case 'year':
            return years(view).map((year) => ({ label: `${year}` }));
        case 'number':
            return numbers(view, context);
        case 'unit':
            return UNIT_WORDS.filter((word) => word.endsWith('s')).map((label) => ({ label }));
        case 'money':
            return amounts();
        case 'level':
            return levels(view.plan, context.clause[1]);
        case 'scale':
            return [
                { label: '1..5 staged', snippet: '1..5 staged' },
                { label: '0.. scored', snippet: '0.. scored' },
            ];
        case 'class':
            return classes(view, context).map((label) => ({ label }));
        case 'percent':
            return [25, 50, 75].map((each) => ({ label: `${each}%` }));
        default:
            return [];
    }
}

/** How an amount goes on that has just been begun, `Rp `, `Rp 850` or `Rp 850 `; `undefined` behind anything else. */
export function amountsBehind(before: string, prefix: string): readonly Offer[] | undefined {
    if (/\bRp\.?\s*\d[\d_.,]*\s+$/.test(before)) {
        return [...SCALES].map(([label, detail]) => ({ label, detail }));
    }
    if (!/\bRp\.?\s*$/.test(before)) {
        return undefined;
    }
    return [...SCALES].map(([scale, detail]) =>
        prefix === ''
            ? { label: `… ${scale}`, detail, snippet: `\${1:${scale === 'juta' ? 500 : 1}} ${scale}` }
            : { label: `${prefix} ${scale}`, detail },
    );
}

/** Words that scale an amount, by how much. */
const SCALES: ReadonlyMap<string, string> = new Map([
    ['juta', '10⁶'],
    ['miliar', '10⁹'],
    ['triliun', '10¹²'],
    ['ribu', '10³'],
]);

/** Years that the plan is about; without a period this one and the next nine. */
function years({ plan, today }: View): readonly number[] {
    const period = plan.masterplan?.period;
    const first = period === undefined ? civil(today).year : civil(period.from.first).year;
    const last = period === undefined ? first + 9 : civil(period.to.last).year;
    return Array.from({ length: Math.max(1, Math.min(30, last - first + 1)) }, (_, i) => first + i);
}

/** Years first; once a year is written, its quarters and months. */
function dates(view: View, prefix: string): readonly Offer[] {
    const year = /^(\d{4})-/.exec(prefix)?.[1];
    if (year === undefined) {
        return years(view).map((each) => ({ label: `${each}` }));
    }
    const month = /^\d{4}-(\d{2})-/.exec(prefix)?.[1];
    if (month !== undefined) {
        return ['01', '15'].map((day) => ({ label: `${year}-${month}-${day}` }));
    }
    const two = (each: number): string => String(each).padStart(2, '0');
    return [
        ...[1, 2, 3, 4].map((quarter) => ({
            label: `${year}-Q${quarter}`,
            detail: `${year}-${two(quarter * 3 - 2)} … ${year}-${two(quarter * 3)}`,
        })),
        ...Array.from({ length: 12 }, (_, i) => ({ label: `${year}-${two(i + 1)}` })),
    ];
}

/** What a number counts, with the number that was begun. */
function numbers(view: View, { clause, prefix }: Context): readonly Offer[] {
    const [keyword] = clause;
    const last = clause[clause.length - 1];
    if (keyword === 'capacity') {
        return (prefix === '' ? ['3', '5', '10'] : [prefix]).map((count) => ({ label: `${count} programs` }));
    }
    const isLength =
        last === '+' ||
        keyword === 'duration' ||
        (keyword === 'delay' && clause.includes('by')) ||
        (keyword === 'raises' && clause.includes('after'));
    if (!isLength) {
        return [];
    }
    const units = UNIT_WORDS.filter((word) => word.endsWith('s') === (prefix !== '1'));
    return /^\d+$/.test(prefix) ? units.map((unit) => ({ label: `${prefix} ${unit}` })) : lengths(view);
}

function lengths({ locale }: View): readonly Offer[] {
    const uncertain = { en: 'least, likely and most', id: 'paling singkat, mungkin, paling lama' }[locale];
    return [
        ...[3, 6, 9, 12, 18, 24].map((count) => ({ label: `${count} months` })),
        // biome-ignore lint/suspicious/noTemplateCurlyInString: that is how editors write places to fill in
        { label: '6..9..12 months', detail: uncertain, snippet: '${1:6}..${2:9}..${3:12} months' },
        { label: '2 weeks' },
        { label: '2 quarters' },
        { label: '2 years' },
    ];
}

function amounts(): readonly Offer[] {
    return ['juta', 'miliar', 'triliun'].map((scale, i) => ({
        label: `Rp … ${scale}`,
        snippet: `Rp \${1:${i === 0 ? 500 : 1}} ${scale}`,
    }));
}

/** The levels of the framework that a clause names, itself or by an indicator. */
function levels(plan: Plan, name: string | undefined): readonly Offer[] {
    const framework = plan.frameworks.find((each) => each.name === name?.split('.')[0]);
    const scale = framework?.scale;
    if (framework === undefined || scale?.most === undefined || scale.type !== 'staged') {
        return [];
    }
    const titles = new Map<number, string | undefined>(framework.levels.map((each) => [each.level.value, each.title]));
    const count = Math.min(20, scale.most - scale.least + 1);
    return Array.from({ length: Math.max(0, count) }, (_, i) => {
        const level = scale.least + i;
        const detail = titles.get(level);
        return { label: `${level}`, ...(detail === undefined ? {} : { detail }) };
    });
}

/** Classes that rules know, and those that the plan has; the one being written just now is none of these. */
function classes({ plan, file }: View, { from }: Context): readonly string[] {
    const own = plan.infrastructures.flatMap(({ class: stated }) =>
        stated === undefined || (stated.at.file === file && stated.at.start === from) ? [] : [stated.value],
    );
    return [...new Set([...CLASSES, ...own])].sort();
}
