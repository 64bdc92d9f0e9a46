import { breakingOf } from '../../analysis/diff/diff.ts';
import { type Change, TOPICS, type Topic, type Traced } from '../../analysis/diff/diff-types.ts';
import { changesOf, findingHead, markOf, summaryOf, TOPIC_NAMES } from '../../render/diff/diff-words.ts';
import { codeSpan, escapeMarkdown } from '../../render/markdown.ts';
import { CAUTION } from '../../render/words.ts';
import { type Compared, type ComparedPlan, namesOf, placeOf, sameInWords, worthTelling } from '../diff/compare.ts';
import { inWords } from '../words.ts';

/** A comment may have 65,536 characters on the large forges; some are left for what a build puts around it. */
const LONGEST = 60_000;

/** So many changes a topic shows, fewer where the comment would get too long. */
const STEPS = [60, 25, 10, 4, 0];

const SIGNS = { '+': '🟢', '-': '⚪', '!': '🔴', '~': '🔵' } as const;

/** A text for a comment on a pull request: what the change means for the plan, and what is breaking first. */
export function writeDiffMarkdown(compared: Compared): string {
    const { told, others } = worthTelling(compared);
    const rest = [
        ...(told.some(({ diff }) => diff.changes.length > 0) ? [`_${CAUTION[compared.locale]}_\n`] : []),
        ...(others === 0 ? [] : [`${sameInWords(others, compared.locale)}\n`]),
    ];
    let text = '';
    for (const most of STEPS) {
        text = [...told.map((plan) => writePlan(compared, plan, most)), ...rest].join('\n');
        if (text.length <= LONGEST) {
            return text;
        }
    }
    const id = compared.locale === 'id';
    const cut = id ? 'Laporan ini terlalu panjang untuk satu komentar.' : 'This report is too long for a comment.';
    return `${text.slice(0, LONGEST).replace(/\n[^\n]*$/, '')}\n\n${cut}\n`;
}

function writePlan(compared: Compared, plan: ComparedPlan, most: number): string {
    const { locale } = compared;
    const id = locale === 'id';
    const lines = [
        `## ${id ? 'Perubahan rencana' : 'What changes in the plan'} ${codeSpan(plan.root)}`,
        '',
        `${escapeMarkdown(namesOf(compared))}: ${escapeMarkdown(summaryOf(plan, locale))}`,
    ];
    const breaking = breakingOf(plan.diff, plan.config);
    if (breaking.length > 0) {
        lines.push('', `### ⚠️ ${id ? 'Yang mengubah komitmen' : 'Breaking'}`, '');
        lines.push(
            ...shorten(breaking, Math.max(most, 4), id, ({ change, severity }) =>
                itemOf(compared, change, `**${inWords(severity, locale)}** \`${change.breaking}\`: `),
            ),
        );
    }
    // What breaks something has been told above.
    const above = new Set(breaking.map(({ change }) => change));
    for (const topic of TOPICS) {
        const changes = changesOf(plan.diff, topic).filter((change) => !above.has(change));
        if (changes.length > 0) {
            lines.push('', ...writeTopic(compared, topic, changes, most));
        }
    }
    if (plan.diff.ending.length > 0) {
        lines.push('', `### ⏳ ${id ? 'Pengecualian yang segera berakhir' : 'Waivers about to expire'}`, '');
        lines.push(
            ...shorten(plan.diff.ending, Math.max(most, 4), id, (each) => [
                `- ${escapeMarkdown(each.sentence[locale])}${placesOf(compared, each)}`,
            ]),
        );
    }
    return `${lines.join('\n')}\n`;
}

/** Targets and levels lie open, long lists are folded. */
function writeTopic(compared: Compared, topic: Topic, changes: readonly Change[], most: number): string[] {
    const { locale } = compared;
    const title = `${TOPIC_NAMES[topic][locale]} (${changes.length})`;
    const items = shorten(changes, most, locale === 'id', (change) => {
        const head = findingHead(change, locale);
        const before = head === undefined ? '' : `\`${head}\` `;
        return itemOf(compared, change, `${SIGNS[markOf(change)]} ${before}`);
    });
    return changes.length > 8 || topic === 'writing'
        ? ['<details>', `<summary><strong>${title}</strong></summary>`, '', ...items, '', '</details>']
        : [`### ${title}`, '', ...items];
}

function shorten<T>(all: readonly T[], most: number, id: boolean, write: (each: T) => readonly string[]): string[] {
    const shown = all.length <= most ? all : all.slice(0, most);
    const lines = shown.flatMap((each) => write(each));
    const more = all.length - shown.length;
    return more === 0 ? lines : [...lines, `- … ${id ? `dan ${more} lagi` : `and ${more} more`}`];
}

function itemOf(compared: Compared, change: Change, before: string): string[] {
    const { locale } = compared;
    return [
        `- ${before}${escapeMarkdown(change.sentence[locale])}${placesOf(compared, change)}`,
        ...change.because.map((each) => `  - ${escapeMarkdown(each.sentence[locale])}`),
    ];
}

function placesOf({ base, head, locale }: Compared, traced: Pick<Traced, 'base' | 'head'>): string {
    const [was, is] = [placeOf(base, traced.base), placeOf(head, traced.head)];
    const id = locale === 'id';
    const parts = [
        ...(was === undefined ? [] : [`${id ? 'semula' : 'was'} ${codeSpan(was)}`]),
        ...(is === undefined ? [] : [`${id ? 'kini' : 'now'} ${codeSpan(is)}`]),
    ];
    return parts.length === 0 ? '' : `<br><sub>${parts.join(' · ')}</sub>`;
}
