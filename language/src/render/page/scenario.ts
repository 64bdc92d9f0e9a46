import type { Change, ChangeKind, Topic } from '../../analysis/diff/diff-types.ts';
import { consequencesOf, sentenceOf, signOf } from '../../analysis/scenario-consequences.ts';
import type { Message } from '../../plan/message.ts';
import { type Child, element } from '../markup.ts';
import { titleOf } from '../program-view.ts';
import { count } from '../words.ts';
import { details, type PageContext, prose, section } from './section.ts';

/** More consequences about one topic lie behind a click. */
const OPEN = 8;

/** In the order in which a reader wants to know. */
const TOPICS: readonly { readonly topic: Topic; readonly name: Message }[] = [
    { topic: 'targets', name: { en: 'Targets', id: 'Target' } },
    { topic: 'levels', name: { en: 'Levels', id: 'Tingkat' } },
    { topic: 'programs', name: { en: 'Programs', id: 'Program' } },
    { topic: 'schedule', name: { en: 'Time', id: 'Waktu' } },
    { topic: 'money', name: { en: 'Money', id: 'Anggaran' } },
    { topic: 'findings', name: { en: 'Findings', id: 'Temuan' } },
];

/** What is lost has a cross, what is won a tick. */
const CLASSES = ['sc-no-item', undefined, 'sc-yes'] as const;

/** What follows from the scenario that is played: a table, one line a topic. Nothing without a scenario. */
export function writeScenario(context: PageContext): Child {
    const { checked, options, say } = context;
    const { scenario } = checked.analysis;
    if (scenario === undefined || options.base === undefined) {
        return undefined;
    }
    const changes = consequencesOf(options.base, checked);
    const rows = TOPICS.flatMap(({ topic, name }) => {
        const about = changes.filter((change) => change.topic === topic);
        return about.length === 0 ? [] : [{ name: say(name), about }];
    });
    return section(
        'scenario',
        `${say({ en: 'What if', id: 'Jika' })}: ${titleOf(scenario)}`,
        scenario.description ? element('p', {}, scenario.description.value) : undefined,
        element(
            'p',
            { class: 'sc-note' },
            say({
                en: 'This page shows the plan with this scenario played. Grey bars and dashed lines show it as planned.',
                id: 'Halaman ini menampilkan rencana dengan skenario ini. Batang abu-abu dan garis putus-putus menampilkannya menurut rencana.',
            }),
        ),
        rows.length === 0
            ? element('p', {}, say({ en: 'Nothing follows from it.', id: 'Tidak ada akibatnya.' }))
            : element(
                  'table',
                  { class: 'sc-consequences' },
                  element(
                      'caption',
                      {},
                      say({
                          en: 'What follows, against the plan as written',
                          id: 'Akibatnya, dibanding rencana tertulis',
                      }),
                  ),
                  element(
                      'tbody',
                      {},
                      rows.map(({ name, about }) =>
                          element(
                              'tr',
                              {},
                              element('th', { scope: 'row' }, `${name} (${about.length})`),
                              element('td', {}, writeChanges(context, about)),
                          ),
                      ),
                  ),
              ),
    );
}

/** Right below the title: that this is no more than a what-if, and what it comes to. */
export function writePlayed({ checked, options, locale, say }: PageContext): Child {
    const { scenario } = checked.analysis;
    if (scenario === undefined || options.base === undefined) {
        return undefined;
    }
    const changes = consequencesOf(options.base, checked);
    const of = (...kinds: readonly ChangeKind[]) => changes.filter(({ kind }) => kinds.includes(kind)).length;
    const told = (
        [
            { number: of('target-missed'), noun: 'target', words: { en: 'lost', id: 'hilang' } },
            { number: of('target-met'), noun: 'target', words: { en: 'gained', id: 'tercapai' } },
            { number: of('program-moved'), noun: 'program', words: { en: 'moved', id: 'bergeser' } },
            { number: of('program-cancelled'), noun: 'program', words: { en: 'left out', id: 'ditiadakan' } },
            { number: of('finding-new'), noun: 'finding', words: { en: 'new', id: 'baru' } },
            { number: of('finding-gone'), noun: 'finding', words: { en: 'gone', id: 'hilang' } },
        ] as const
    )
        .filter(({ number }) => number > 0)
        .map(({ number, noun, words }) => `${count(number, noun, locale)} ${say(words)}`);
    return element(
        'p',
        { class: 'sc-played' },
        element('a', { href: '#scenario' }, `${say({ en: 'What if', id: 'Jika' })}: ${titleOf(scenario)}`),
        ` ${told.join(' · ') || say({ en: 'changes nothing', id: 'tidak mengubah apa pun' })}`,
    );
}

function writeChanges(context: PageContext, changes: readonly Change[]): Child {
    const list = (some: readonly Change[]): Child =>
        element(
            'ul',
            {},
            some.map((change) => element('li', { class: CLASSES[signOf(change) + 1] }, writeChange(context, change))),
        );
    const more = changes.length - OPEN;
    return more <= 0
        ? list(changes)
        : [
              list(changes.slice(0, OPEN)),
              details(false, context.say({ en: `${more} more`, id: `${more} lainnya` }), list(changes.slice(OPEN))),
          ];
}

function writeChange(context: PageContext, change: Change): Child {
    const { because } = change;
    const { say } = context;
    return [
        prose(context, say(sentenceOf(change))),
        because.length === 0
            ? undefined
            : element(
                  'span',
                  { class: 'sc-why' },
                  because.slice(0, 3).map((reason) => [prose(context, say(reason.sentence)), ' ']),
              ),
    ];
}
