import type { Wait } from '../../analysis/schedule-types.ts';
import type { Message } from '../../plan/message.ts';
import { cross, diamond, play, sign, star, tick, warning } from '../glyph.ts';
import { type Child, element, type Markup, path } from '../markup.ts';
import { hatch, label, nameOfBase } from '../picture.ts';
import { type ProgramView, titleOf } from '../program-view.ts';
import { widthOf } from '../text.ts';
import { drawBox, ghostOf } from './ghost.ts';
import { type Roadmap, SIZE } from './layout.ts';
import { drawSpread, spreadOf } from './whisker.ts';

const LINE = 19;
const SAMPLE = 26;

interface Entry {
    readonly words: Message;
    /** Draws the sample into a box of 26 by 14 with its left middle at a point. */
    readonly draw: (x: number, y: number) => Child;
}

/** The legend: only what the picture shows, wrapped to its width. */
export function drawLegend(roadmap: Roadmap, top: number): { readonly markup: Markup; readonly height: number } {
    const entries: Entry[] = [
        ...signEntries(roadmap),
        ...SAMPLES.filter((sample) => sample.when(roadmap)),
        ...ghostEntries(roadmap),
    ];
    let x = SIZE.margin;
    let y = top + LINE / 2;
    const drawn = entries.map((entry) => {
        const words = entry.words[roadmap.options.locale];
        const width = SAMPLE + 6 + widthOf(words, SIZE.small) + 16;
        if (x + width > roadmap.width - SIZE.margin && x > SIZE.margin) {
            x = SIZE.margin;
            y += LINE;
        }
        const markup = [entry.draw(x, y), label(x + SAMPLE + 6, y + 3.5, 'sc-small', words)];
        x += width;
        return markup;
    });
    return { markup: element('g', { class: 'sc-legend' }, drawn), height: y + LINE / 2 - top };
}

/** Where rows are not grouped by dimension, the signs say which one a program belongs to. */
function signEntries(roadmap: Roadmap): Entry[] {
    if ((roadmap.options.groupBy ?? 'dimension') === 'dimension') {
        return [];
    }
    const used = new Set(roadmap.programs.map((program) => program.dimension?.name));
    return roadmap.checked.analysis.plan.dimensions
        .filter((dimension) => used.has(dimension.name))
        .map((dimension) => ({ hue: roadmap.hues.get(dimension.name)!, title: titleOf(dimension) }))
        .sort((a, b) => a.hue - b.hue)
        .map(({ hue, title }) => ({ words: { en: title, id: title }, draw: (x, y) => sign(hue, x + 18, y, 5) }));
}

/** What the ghosts are, and the names that are struck through. */
function ghostEntries(roadmap: Roadmap): Entry[] {
    const shown = roadmap.groups.flatMap((group) => group.programs);
    const ghost = (x: number, y: number, gone: boolean): Markup =>
        element('g', { class: 'sc-ghost' }, drawBox(x, gone ? y - SIZE.bar / 2 : y - 2, SAMPLE, gone));
    const entries: Entry[] = [];
    if (shown.some((view) => !view.gone && ghostOf(roadmap, view) !== undefined)) {
        const words = nameOfBase(roadmap.options);
        entries.push({ words: { en: words, id: words }, draw: (x, y) => ghost(x, y, false) });
    }
    if (shown.some((view) => view.gone)) {
        entries.push({ words: { en: 'left out', id: 'ditiadakan' }, draw: (x, y) => ghost(x, y, true) });
    }
    return entries;
}

const SAMPLES: readonly (Entry & { readonly when: (roadmap: Roadmap) => boolean })[] = [
    {
        when: (roadmap) => roadmap.programs.some((program) => program.status === 'planned'),
        words: { en: 'planned', id: 'direncanakan' },
        draw: (x, y) => bar(x, y, 'sc-planned'),
    },
    {
        when: (roadmap) => roadmap.programs.some((program) => program.status === 'started'),
        words: { en: 'under way', id: 'sedang berjalan' },
        draw: (x, y) => [bar(x, y, 'sc-started'), element('path', { class: 'sc-mark', d: play(x + 7, y, 3.4) })],
    },
    {
        when: (roadmap) => roadmap.programs.some((program) => program.status === 'finished'),
        words: { en: 'finished', id: 'selesai' },
        draw: (x, y) => [bar(x, y, 'sc-finished', 15), element('path', { class: 'sc-tick', d: tick(x + 21, y, 4) })],
    },
    {
        when: (roadmap) => roadmap.programs.some((program) => program.critical),
        words: { en: 'critical path (thick outline, bold name)', id: 'lintasan kritis (garis tebal, nama tebal)' },
        draw: (x, y) => bar(x, y, 'sc-planned sc-critical'),
    },
    {
        when: (roadmap) => roadmap.programs.some((program) => program.quickWin),
        words: { en: 'quick win', id: 'quick win (program percepatan)' },
        draw: (x, y) => element('path', { class: 'sc-star', d: star(x + 18, y, 7) }),
    },
    {
        when: (roadmap) => roadmap.programs.some((program) => program.activities.length > 0),
        words: { en: 'activities', id: 'kegiatan' },
        draw: (x, y) =>
            element(
                'g',
                { class: 'sc-bar sc-b0 sc-planned' },
                element('rect', { class: 'sc-box', x, y: y - 6, width: 26, height: 12, rx: 2.5 }),
                element('rect', { class: 'sc-activity', x: x + 2, y: y - 2.5, width: 10, height: 4.2 }),
                element('rect', { class: 'sc-activity', x: x + 14, y: y - 2.5, width: 10, height: 4.2 }),
            ),
    },
    {
        when: (roadmap) => roadmap.programs.some((program) => (program.slack ?? 0) > 0),
        words: { en: 'slack', id: 'kelonggaran' },
        draw: (x, y) => element('path', { class: 'sc-slack', d: path`M${x} ${y}h24m0 -3v6` }),
    },
    {
        when: ({ programs, options }) => programs.some(({ name }) => spreadOf(options, name) !== undefined),
        words: { en: 'done by then in 1, 5, 9 of 10 cases', id: 'selesai per saat itu pada 1, 5, 9 dari 10 kali' },
        draw: (x, y) => drawSpread(x + 2, x + 11, x + 24, y),
    },
    {
        when: (roadmap) => roadmap.programs.some((program) => program.program.finishBy !== undefined),
        words: { en: 'deadline', id: 'tenggat' },
        draw: (x, y) => element('path', { class: 'sc-flag', d: path`M${x + 14} ${y + 7}v-14h6.5l-2 2.8l2 2.8h-6.5` }),
    },
    {
        when: (roadmap) => roadmap.programs.some((program) => program.late > 0 || program.overrun !== undefined),
        words: { en: 'after the deadline', id: 'melewati tenggat' },
        draw: (x, y) => [
            bar(x, y, 'sc-planned'),
            element('path', { class: 'sc-late', d: hatch(x + 10, y - 6, 16, 12, 4) }),
        ],
    },
    {
        when: (roadmap) => hasWait(roadmap, (wait) => wait.program?.name === wait.name),
        words: { en: 'waits for', id: 'menunggu' },
        draw: (x, y) => link(x, y, ''),
    },
    {
        when: (roadmap) => hasWait(roadmap, (wait) => wait.program !== undefined && wait.program.name !== wait.name),
        words: { en: 'needs what it delivers', id: 'memerlukan hasilnya' },
        draw: (x, y) => link(x, y, ' sc-by-asset'),
    },
    {
        when: (roadmap) =>
            hasWait(roadmap, (wait, program) => wait.program !== undefined && wait.until > program.start),
        words: { en: 'wait that is not kept', id: 'prasyarat terlanggar' },
        draw: (x, y) => link(x, y, ' sc-broken'),
    },
    {
        when: (roadmap) => roadmap.checked.analysis.projection.frameworks.some((line) => line.targets.length > 0),
        words: { en: 'target met / missed', id: 'target tercapai / meleset' },
        draw: (x, y) => [
            element(
                'g',
                { class: 'sc-target sc-met' },
                element('path', { class: 'sc-diamond', d: diamond(x + 4, y, 7) }),
                element('path', { class: 'sc-diamond-mark', d: tick(x + 4, y, 3) }),
            ),
            element(
                'g',
                { class: 'sc-target sc-missed' },
                element('path', { class: 'sc-diamond', d: diamond(x + 20, y, 7) }),
                element('path', { class: 'sc-diamond-mark', d: cross(x + 20, y, 2.4) }),
            ),
        ],
    },
    {
        when: (roadmap) => roadmap.programs.some((program) => program.errors > 0),
        words: { en: 'has errors', id: 'ada galat' },
        draw: (x, y) => warning(x + 18, y, 5.5),
    },
];

function bar(x: number, y: number, className: string, width = 26): Markup {
    return element(
        'g',
        { class: `sc-bar sc-b0 ${className}` },
        element('rect', { class: 'sc-box', x, y: y - 6, width, height: 12, rx: 2.5 }),
    );
}

function link(x: number, y: number, style: string): Markup {
    return element(
        'g',
        { class: `sc-link${style}` },
        element('path', { d: path`M${x} ${y - 5}h9v10h12` }),
        element('path', { class: 'sc-tip', d: path`M${x + 20} ${y + 2}l5.5 3l-5.5 3Z` }),
    );
}

function hasWait(roadmap: Roadmap, matches: (wait: Wait, program: ProgramView) => boolean): boolean {
    return roadmap.programs.some((program) => program.waits.some((wait) => matches(wait, program)));
}
