import type { Colors } from 'picocolors/types.js';
import type { Change, Topic } from '../../analysis/diff/diff-types.ts';
import { consequencesOf, sentenceOf, signOf } from '../../analysis/scenario-consequences.ts';
import type { Locale } from '../../plan/message.ts';
import type { Played } from '../scenario.ts';
import { oneLine } from '../words.ts';

/** More sentences are counted. */
const MOST = 15;

/** What a scenario brings about, for machines: properties of the answer's outermost object; none without a scenario. */
export function consequencesJson({ checked, base }: Played): object {
    const { scenario } = checked.analysis;
    return scenario === undefined || base === undefined
        ? {}
        : {
              scenario: scenario.name,
              consequences: consequencesOf(base, checked).map(({ kind, topic, subjects, facts }) => ({
                  kind,
                  topic,
                  subjects,
                  facts,
              })),
          };
}

/** What a scenario brings about, for people: a heading, and a sentence for each consequence of some topics. */
export function writeConsequences(
    { checked, base }: Played,
    topics: readonly Topic[],
    locale: Locale,
    colors: Colors,
): string[] {
    const { scenario } = checked.analysis;
    if (scenario === undefined || base === undefined) {
        return [];
    }
    const id = locale === 'id';
    const all = consequencesOf(base, checked);
    const told = all.filter(({ topic }) => topics.includes(topic));
    const elsewhere = all.length - told.length;
    const lines = [
        colors.bold(`${id ? 'Jika' : 'What if'}: ${oneLine(scenario.title || scenario.name)} (${scenario.name})`),
        ...told.slice(0, MOST).map((change) => `  ${markOf(change, colors)} ${oneLine(sentenceOf(change)[locale])}`),
    ];
    if (told.length > MOST) {
        lines.push(`  … ${id ? `dan ${told.length - MOST} lainnya` : `and ${told.length - MOST} more`}`);
    }
    if (told.length === 0) {
        lines.push(id ? '  Di sini tidak ada yang berubah.' : '  Nothing changes here.');
    }
    if (elsewhere > 0) {
        lines.push(
            colors.dim(
                id
                    ? `  ${elsewhere} akibat lain: lihat check, roadmap, dan maturity dengan --scenario ${scenario.name}`
                    : `  ${elsewhere} further ${elsewhere === 1 ? 'consequence' : 'consequences'}: see check, roadmap and maturity with --scenario ${scenario.name}`,
            ),
        );
    }
    return [...lines, ''];
}

/** What is lost, what is won, and what is only otherwise. */
function markOf(change: Change, colors: Colors): string {
    const sign = signOf(change);
    return sign < 0 ? colors.red('-') : sign > 0 ? colors.green('+') : '~';
}
