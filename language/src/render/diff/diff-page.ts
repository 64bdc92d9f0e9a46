import { breakingOf } from '../../analysis/diff/diff.ts';
import { type Change, type EndingWaiver, TOPICS, type Traced } from '../../analysis/diff/diff-types.ts';
import type { Locale, Message } from '../../plan/message.ts';
import { showMoney } from '../../plan/money.ts';
import type { Origin } from '../../plan/origin.ts';
import type { Checked } from '../../rules/check.ts';
import { writeHtmlDocument } from '../html-document.ts';
import { type Child, element, lines, Markup, together } from '../markup.ts';
import { renderMaturitySheets } from '../maturity/maturity.ts';
import { PAGE_CSS } from '../page/page-css.ts';
import { details, figure, section } from '../page/section.ts';
import type { Theme } from '../palette.ts';
import { PICTURE_CSS } from '../picture-css.ts';
import { titleOf } from '../program-view.ts';
import { renderRoadmapSheets } from '../roadmap/roadmap.ts';
import { CAUTION } from '../words.ts';
import { underNewNames } from './base.ts';
import { breakingHead, changesOf, findingHead, type JudgedDiff, markOf, summaryOf, TOPIC_NAMES } from './diff-words.ts';

/** One plan that was compared. */
export interface DiffPagePlan extends JudgedDiff {
    /** What people call its folder. */
    readonly root: string;
    readonly before: Checked;
    readonly after: Checked;
}

/** What a page of changes can be asked for. */
export interface DiffPageOptions {
    readonly locale: Locale;
    readonly theme: Theme;
    /** What people call the two sides. */
    readonly baseName: Message;
    readonly headName: Message;
    /** A place of each side, as people write it. */
    readonly place: (side: 'base' | 'head', at: Origin) => string;
}

/** The style of what only this page has. */
const DIFF_CSS = [
    '.sc-changes{list-style:none;margin:4px 0 0;padding:0}',
    '.sc-changes>li{padding:7px 0 7px 26px;border-top:1px solid $faint;break-inside:avoid;position:relative}',
    '.sc-changes>li::before{position:absolute;left:4px;font-weight:700}',
    '.sc-came::before{content:"+";color:$good}',
    '.sc-went::before{content:"\\2212";color:$muted}',
    '.sc-worse-now::before{content:"!";color:$bad}',
    '.sc-other::before{content:"~";color:$link}',
    '.sc-places{display:flex;flex-wrap:wrap;gap:2px 18px}',
    '.sc-tag{border:1px solid $faint;border-radius:10px;padding:0 8px;font-size:12px;font-weight:600;white-space:nowrap}',
    '.sc-tag.sc-tag-error{border-color:$bad;color:$bad}',
    '.sc-tag.sc-tag-warning{border-color:$warn;color:$warn}',
].join('\n');

const CLASSES = { '+': 'sc-came', '-': 'sc-went', '!': 'sc-worse-now', '~': 'sc-other' } as const;

/**
 * What a change means for plans, as one HTML page that needs nothing else: what is breaking first, then topic by topic,
 * with the roadmap and the levels drawn over those of the base. The same plans give the same bytes.
 */
export function renderDiffPage(plans: readonly DiffPagePlan[], options: DiffPageOptions): string {
    const { locale, theme } = options;
    const title = locale === 'id' ? 'Perubahan rencana' : 'What changes in the plan';
    const names = `${options.baseName[locale]} → ${options.headName[locale]}`;
    const body = element(
        'body',
        { class: 'sc' },
        new Markup('\n'),
        lines(
            element('header', {}, lines(element('p', { class: 'sc-facts' }, prose(names)), element('h1', {}, title))),
            element('main', {}, new Markup('\n'), lines(plans.map((plan, i) => writePlan(plan, i, options)))),
            element('footer', {}, CAUTION[locale]),
        ),
    );
    return writeHtmlDocument({
        title: `${title}: ${names.replaceAll('`', '')}`,
        locale,
        theme,
        css: `${PICTURE_CSS}\n${PAGE_CSS}\n${DIFF_CSS}`,
        body,
    });
}

function writePlan(plan: DiffPagePlan, index: number, options: DiffPageOptions): Markup {
    const { locale } = options;
    const { diff, before, after, config } = plan;
    const masterplan = after.analysis.plan.masterplan ?? before.analysis.plan.masterplan;
    const breaking = breakingOf(diff, config);
    const say = (message: Message): string => message[locale];
    const anchor = (name: string): string => `plan-${index}-${name}`;
    const isSame = diff.changes.length === 0;
    return together(
        section(
            anchor('summary'),
            masterplan === undefined ? plan.root : titleOf(masterplan),
            element('p', { class: 'sc-facts' }, plan.root),
            element(
                'p',
                { class: `sc-verdict ${breaking.some(({ severity }) => severity === 'error') ? 'sc-bad' : 'sc-good'}` },
                summaryOf(plan, locale),
            ),
            isSame ? undefined : writeCards(plan, options),
            breaking.length === 0
                ? undefined
                : [
                      element('h3', {}, say({ en: 'Breaking', id: 'Yang mengubah komitmen' })),
                      writeList(
                          breaking.map(({ change, severity }) =>
                              writeChange(change, breakingHead(change, severity, locale), severity, options),
                          ),
                      ),
                  ],
        ),
        isSame ? undefined : writePictures(plan, anchor, options),
        TOPICS.map((topic) => {
            const changes = changesOf(diff, topic);
            return changes.length === 0
                ? undefined
                : section(
                      anchor(topic),
                      say(TOPIC_NAMES[topic]),
                      fold(
                          changes.map((each) =>
                              writeChange(each, findingHead(each, locale), each.finding?.severity, options),
                          ),
                          locale,
                      ),
                  );
        }),
        diff.ending.length === 0
            ? undefined
            : section(
                  anchor('ending'),
                  say({ en: 'Waivers about to expire', id: 'Pengecualian yang segera berakhir' }),
                  writeList(diff.ending.map((each) => writeEnding(each, options))),
              ),
    );
}

/** So many changes of one topic lie open. */
const OPEN = 25;

function fold(items: readonly Markup[], locale: Locale): Child {
    if (items.length <= OPEN) {
        return writeList(items);
    }
    const more = items.length - OPEN;
    return [
        writeList(items.slice(0, OPEN)),
        details(false, locale === 'id' ? `dan ${more} lagi` : `and ${more} more`, writeList(items.slice(OPEN))),
    ];
}

function writePictures(plan: DiffPagePlan, anchor: (name: string) => string, options: DiffPageOptions): Child {
    const { locale, theme, baseName } = options;
    const base = underNewNames(plan.before, plan.diff.renamed);
    const settings = {
        locale,
        theme,
        base,
        baseName: { en: baseName.en.replaceAll('`', ''), id: baseName.id.replaceAll('`', '') },
        embedded: true,
        groupBy: 'dimension' as const,
    };
    const levels = renderMaturitySheets(plan.after, settings);
    return [
        section(
            anchor('roadmap'),
            locale === 'id' ? 'Peta jalan, sebelum dan sesudah' : 'Roadmap, before and after',
            renderRoadmapSheets(plan.after, settings).map((svg) => figure(svg)),
        ),
        levels.length === 0
            ? undefined
            : section(
                  anchor('maturity'),
                  locale === 'id' ? 'Kematangan, sebelum dan sesudah' : 'Maturity, before and after',
                  levels.map((svg) => figure(svg)),
              ),
    ];
}

function writeCards({ diff, before, after }: DiffPagePlan, { locale }: DiffPageOptions): Markup {
    const count = (...kinds: readonly Change['kind'][]): number =>
        diff.changes.filter(({ kind }) => kinds.includes(kind)).length;
    const id = locale === 'id';
    const card = (title: string, big: string, bad: boolean, rest: string): Markup =>
        element(
            'div',
            { class: `sc-card ${bad ? 'sc-card-bad' : 'sc-card-plain'}` },
            element('h2', {}, title),
            element('p', { class: 'sc-big' }, big),
            element('p', {}, rest),
        );
    const money = after.analysis.budget.total.amount - before.analysis.budget.total.amount;
    const lost = count('target-missed');
    const fresh = count('finding-new', 'finding-reopened');
    return element(
        'div',
        { class: 'sc-cards' },
        card(
            id ? 'Target' : 'Targets',
            `${lost} ${id ? 'terlepas' : 'lost'}`,
            lost > 0,
            `${count('target-met')} ${id ? 'kini tercapai' : 'newly met'}`,
        ),
        card(
            id ? 'Program' : 'Programs',
            `${count('program-moved')} ${id ? 'bergeser' : 'moved'}`,
            false,
            id
                ? `${count('program-added')} baru, ${count('program-removed', 'program-cancelled')} hilang atau batal`
                : `${count('program-added')} new, ${count('program-removed', 'program-cancelled')} gone or cancelled`,
        ),
        card(
            id ? 'Anggaran' : 'Money',
            money === 0 ? '±0' : `${money > 0 ? '+' : '−'}${showMoney(Math.abs(money))[locale]}`,
            false,
            showMoney(after.analysis.budget.total.amount)[locale],
        ),
        card(
            id ? 'Temuan' : 'Findings',
            `${fresh} ${id ? 'baru' : 'new'}`,
            fresh > 0,
            id
                ? `${count('finding-gone')} hilang, ${diff.unchangedFindings} tetap`
                : `${count('finding-gone')} gone, ${diff.unchangedFindings} unchanged`,
        ),
    );
}

function writeList(items: readonly Markup[]): Markup {
    return element('ul', { class: 'sc-changes' }, lines(items));
}

function writeChange(
    change: Change,
    tag: string | undefined,
    tone: string | undefined,
    options: DiffPageOptions,
): Markup {
    const { locale } = options;
    return element(
        'li',
        { class: CLASSES[markOf(change)] },
        tag === undefined ? undefined : [element('span', { class: `sc-tag sc-tag-${tone}` }, tag), ' '],
        element('span', { class: 'sc-message' }, prose(change.sentence[locale])),
        change.because.length === 0
            ? undefined
            : element(
                  'ul',
                  { class: 'sc-ways' },
                  change.because.map((each) =>
                      element('li', {}, prose(each.sentence[locale]), writePlaces(each, options)),
                  ),
              ),
        writePlaces(change, options),
    );
}

function writeEnding(ending: EndingWaiver, options: DiffPageOptions): Markup {
    return element(
        'li',
        { class: 'sc-other' },
        element('span', { class: 'sc-message' }, prose(ending.sentence[options.locale])),
        writePlaces(ending, options),
    );
}

function writePlaces({ base, head }: Pick<Traced, 'base' | 'head'>, { locale, place }: DiffPageOptions): Child {
    const id = locale === 'id';
    const one = (side: 'base' | 'head', at: Origin | undefined, word: string): Child =>
        at === undefined ? undefined : element('span', { class: 'sc-place' }, `${word} ${place(side, at)}`);
    return base === undefined && head === undefined
        ? undefined
        : element(
              'div',
              { class: 'sc-places' },
              one('base', base, id ? 'semula' : 'was'),
              one('head', head, id ? 'kini' : 'now'),
          );
}

/** A sentence with its names in backticks as code. */
function prose(text: string): Child {
    return text.split('`').map((part, i) => (i % 2 === 0 ? part : element('code', {}, part)));
}
