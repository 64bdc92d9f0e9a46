// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how editors write places to fill in
import { civil } from '../../plan/calendar.ts';
import type { View } from '../view.ts';

/**
 * What a declaration or clause looks like with the words it needs, `$1` and so on being places to fill in; `undefined`
 * for one that needs no more than a name. Years are those of the plan: this year, or the nearest that it is about.
 */
export function snippetOf(keyword: string, { plan, today, locale }: View): string | undefined {
    const period = plan.masterplan?.period;
    const first = period === undefined ? -Infinity : civil(period.from.first).year;
    const last = period === undefined ? Infinity : civil(period.to.last).year;
    const year = Math.max(first, Math.min(last, civil(today).year));
    const dated = SNIPPETS[keyword]?.replace(/\b20(2\d)\b/g, (_, two: string) => `${year + Number(two) - 25}`);
    return locale === 'id'
        ? dated
        : dated?.replace(/(?<=:)(?:nama|Judul|satuan|kota)(?=\})/g, (word) => ENGLISH[word]!);
}

/** Words in places to fill in that only tell what belongs there. */
const ENGLISH: Readonly<Record<string, string>> = { nama: 'name', Judul: 'Title', satuan: 'unit', kota: 'city' };

/** In these templates 2025 stands for this year. */
export const SNIPPETS: Readonly<Record<string, string>> = {
    program: [
        'program ${1:nama} "${2:Judul}" {',
        '    owner ${3}',
        '    element ${4}',
        '    serves ${5}',
        '    start ${6:2025}',
        '    duration ${7:6} months',
        '    budget ${8:2025} Rp ${9:500} juta',
        '    $0',
        '}',
    ].join('\n'),
    opd: 'opd ${1:nama} "${2:Dinas …}" {\n    code "${3}"\n    $0\n}',
    service: 'service ${1:nama} "${2:Judul}" {\n    owner ${3}\n    serves ${4}\n    $0\n}',
    data: 'data ${1:nama} "${2:Judul}" {\n    producer ${3}\n    since ${4:2020}\n    $0\n}',
    application:
        'application ${1:nama} "${2:Judul}" {\n    owner ${3}\n    supports ${4}\n    since ${5:2020}\n    $0\n}',
    infrastructure: 'infrastructure ${1:nama} "${2:Judul}" {\n    owner ${3}\n    class ${4:network}\n    $0\n}',
    audience: 'audience ${1:nama} "${2:Judul}"',
    masterplan: [
        'masterplan ${1:kota} "${2:Masterplan Smart City Kota …}" {',
        '    region "${3:Kota …}"',
        '    period ${4:2025}..${5:2029}',
        '    vision "${6}"',
        '    $0',
        '}',
    ].join('\n'),
    use: 'use ${1}',
    waive: 'waive ${1} for ${2}\n    because "${3}"\n    by ${4} until ${5:2026}',
    driver: 'driver ${1:nama} "${2:Judul}" {\n    from ${3:2025}\n    impact ${4|positive,negative|} ${5} "${6}"\n}',
    obstacle: 'obstacle ${1:nama} "${2:Judul}" { raised-by ${3} }',
    scenario: 'scenario ${1:nama} "${2:Judul}" {\n    delay ${3} by ${4:12} months\n}',
    area: 'area ${1:nama} "${2:Judul}"',
    fund: 'fund ${1:nama} "${2:Judul}"',
    dimension: 'dimension ${1:nama} "${2:Judul}" {\n    element ${3:nama} "${4:Judul}"\n    $0\n}',
    framework: [
        'framework ${1:nama} "${2:Judul}" {',
        '    scale ${3:1..5 staged}',
        '    aggregate ${4|mean,minimum|}',
        '    indicator ${5:nama} "${6:Judul}"',
        '    $0',
        '}',
    ].join('\n'),
    activity: 'activity ${1:nama} "${2:Judul}" { duration ${3:2} months }',
    kpi: 'kpi ${1:nama} "${2:Judul}" unit "${3:satuan}" from ${4:0} to ${5:100} by ${6:2026}',
    budget: 'budget ${1:2025} Rp ${2:500} juta',
    ceiling: 'ceiling ${1:2025} Rp ${2:10} miliar',
    raises: 'raises ${1} to ${2}',
    target: 'target ${1} ${2} by ${3:2027}',
    actual: 'actual ${1} ${2} at ${3:2024} source "${4}"',
    finish: 'finish by ${1:2026}',
    during: 'during ${1:2025}..${2:2026}',
    period: 'period ${1:2025}..${2:2029}',
    duration: 'duration ${1:6} months',
    progress: 'progress ${1:50}%',
    capacity: 'capacity ${1:3} programs',
    impact: 'impact ${1|positive,negative|} ${2} "${3}"',
    delay: 'delay ${1} by ${2:6} months',
    level: 'level ${1:1} "${2:Judul}"',
    band: 'band "${1:Judul}" from ${2:2.6}',
    indicator: 'indicator ${1:nama} "${2:Judul}"',
    domain: 'domain ${1:nama} "${2:Judul}" {\n    indicator ${3:nama} "${4:Judul}"\n    $0\n}',
    scale: 'scale ${1:1..5 staged}',
    aggregate: 'aggregate ${1|mean,minimum|}',
    description: 'description "${1}"',
    source: 'source "${1}"',
    code: 'code "${1}"',
    region: 'region "${1}"',
    tagline: 'tagline "${1}"',
    vision: 'vision "${1}"',
    mandate: 'mandate "${1:2.16}"',
    because: 'because "${1}"',
};

/** Keywords that stand alone: nothing has to follow them. */
export const ALONE: ReadonlySet<string> = new Set(['shared', 'quick-win', 'cancelled']);
