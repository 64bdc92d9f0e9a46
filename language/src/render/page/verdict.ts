import type { TargetResult } from '../../analysis/projection-types.ts';
import type { Framework } from '../../plan/declarations/framework.ts';
import { type Child, element } from '../markup.ts';
import { titleOf } from '../program-view.ts';
import { shortTitle, type TargetView, valueBy, viewTargets } from '../target-view.ts';
import { count, showEnd, showMean, showValue } from '../words.ts';
import type { PageContext } from './section.ts';

/** The sentence above everything: what the plan does not reach, what it reaches then, and what is in the way. */
export function writeVerdict(context: PageContext): Child {
    const { checked, locale, say } = context;
    const views = viewTargets(checked, locale);
    if (views.length === 0) {
        return writeWithoutTargets(context);
    }
    const missed = views.filter((view) => !view.met);
    const main = chooseMain(missed);
    if (missed.length === 0 || main === undefined) {
        const words =
            missed.length === 0
                ? say({ en: 'This plan meets every target it sets.', id: 'Rencana ini mencapai semua targetnya.' })
                : say({
                      en: `This plan misses ${count(missed.length, 'target', 'en')}.`,
                      id: `Rencana ini meleset dari ${count(missed.length, 'target', 'id')}.`,
                  });
        return element('p', { class: `sc-verdict ${missed.length === 0 ? 'sc-good' : 'sc-bad'}` }, words);
    }
    const { framework, result } = main;
    const line = checked.analysis.projection.frameworks.find((candidate) => candidate.framework === framework);
    const then = valueBy(line?.steps ?? [], result.by);
    const value = then === undefined ? '–' : showMean(then, locale);
    const goal = `${framework.scale?.type === 'staged' ? (locale === 'id' ? 'tingkat ' : 'level ') : ''}${showValue(result.value, locale)}`;
    const by = showEnd(result.by, locale);
    const lacking = [...new Set(result.blockers.map((blocker) => titleOf(blocker.indicator)))];
    const named =
        lacking.slice(0, 4).join(', ') +
        (lacking.length > 4
            ? say({ en: ` and ${lacking.length - 4} more`, id: ` dan ${lacking.length - 4} lainnya` })
            : '');
    return element(
        'p',
        { class: 'sc-verdict sc-bad' },
        say({
            en: `This plan does not reach ${goal} by ${by}: it stands at ${value} then.`,
            id: `Rencana ini tidak mencapai ${goal} per ${by}: baru ${value} saat itu.`,
        }),
        lacking.length === 0
            ? undefined
            : element(
                  'span',
                  { class: 'sc-why' },
                  `${say({ en: 'Behind', id: 'Tertinggal' })} (${shortTitle(framework)}): ${named}.`,
              ),
    );
}

/** For a plan that sets no target: what agencies do twice, or else how much is wrong. */
function writeWithoutTargets({ checked, locale, say }: PageContext): Child {
    const { doubles } = checked.analysis.silos.whole;
    const errors = checked.findings.filter((finding) => finding.severity === 'error' && finding.waived === null).length;
    const words =
        doubles > 0
            ? say({
                  en: `${doubles === 1 ? 'Once' : `${doubles} times`} two OPDs do the same work.`,
                  id: `${doubles} kali dua OPD mengerjakan hal yang sama.`,
              })
            : errors > 0
              ? say({
                    en: `This plan has ${count(errors, 'error', 'en')}.`,
                    id: `Rencana ini punya ${count(errors, 'error', 'id')}.`,
                })
              : say({
                    en: 'This plan has no errors. It sets no target yet.',
                    id: 'Rencana ini tanpa galat. Targetnya belum ada.',
                });
    return element('p', { class: `sc-verdict ${doubles + errors > 0 ? 'sc-bad' : 'sc-good'}`, lang: locale }, words);
}

/** Of the missed targets of a whole framework the highest level, and of these the earliest: what a city promises aloud. */
function chooseMain(missed: readonly TargetView[]): { framework: Framework; result: TargetResult } | undefined {
    const whole = missed.flatMap(({ framework, result }) =>
        framework && result && result.indicator === null ? [{ framework, result }] : [],
    );
    const staged = whole.filter(({ framework }) => framework.scale?.type === 'staged');
    return [...(staged.length > 0 ? staged : whole)].sort(
        (a, b) => b.result.value - a.result.value || a.result.by - b.result.by,
    )[0];
}

/** All targets at a glance: a line for each framework, a chip for each target, in order of their days. */
export function writeTargetStrip(context: PageContext): Child {
    const { checked, locale, say } = context;
    const views = viewTargets(checked, locale);
    if (views.length === 0) {
        return undefined;
    }
    const met = views.filter((view) => view.met).length;
    const groups = new Map<Framework | undefined, TargetView[]>();
    for (const view of views) {
        const group = groups.get(view.framework) ?? [];
        groups.set(view.framework, group);
        group.push(view);
    }
    const id = locale === 'id';
    return element(
        'div',
        { class: `sc-card sc-targets-card sc-card-${met === views.length ? 'good' : 'bad'}` },
        element('h2', {}, element('a', { href: '#maturity' }, 'Target')),
        element(
            'p',
            { class: 'sc-big' },
            say({ en: `${met} of ${views.length} met`, id: `${met} dari ${views.length} tercapai` }),
        ),
        [...groups].map(([framework, group]) =>
            element(
                'div',
                { class: 'sc-target-line' },
                element(
                    'span',
                    { class: 'sc-target-of' },
                    framework
                        ? shortTitle(framework)
                        : id
                          ? 'Tanpa temuan (aturan terpilih)'
                          : 'No findings (chosen rules)',
                ),
                element(
                    'span',
                    { class: 'sc-chips' },
                    group.slice(0, 12).map((view) => writeChip(context, view)),
                    group.length > 12 ? `+${group.length - 12}` : undefined,
                ),
            ),
        ),
    );
}

function writeChip(context: PageContext, view: TargetView): Child {
    const { locale, say } = context;
    const { result } = view;
    const by = showEnd(view.by, locale);
    const what = result
        ? `${result.indicator ? `${titleOf(result.indicator)} ` : ''}${showValue(result.value, locale)} · ${by}`
        : `${by}: ${say({ en: `${view.findings} left`, id: `tersisa ${view.findings}` })}`;
    return element(
        'span',
        { class: view.met ? 'sc-chip sc-yes' : 'sc-chip sc-no-item', title: `${view.what}: ${view.outcome}` },
        what,
    );
}
