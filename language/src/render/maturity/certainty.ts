import { type TargetChances, USUAL } from '../../analysis/uncertainty-types.ts';
import { yearOf } from '../../plan/calendar.ts';
import { type Child, element, type Markup, path } from '../markup.ts';
import { keyed, label, tooltip } from '../picture.ts';
import { titleOf } from '../program-view.ts';
import { type TargetView, viewTargets } from '../target-view.ts';
import { truncate, widthOf } from '../text.ts';
import { showChance, showEnd } from '../words.ts';
import type { Panel } from './panel-input.ts';

const MARGIN = 16;
/** How tall the columns of a curve are when a target is met in every run. */
const COLUMN = 34;
const BLOCK = 92;
const LINE = 15;
/** More targets, more programs that decide one, and more years are left to the page and to `smartcity maturity`. */
const MOST_TARGETS = 6;
const MOST_DECIDERS = 4;
const MOST_YEARS = 12;

/** A target that is met in some runs and not in others. */
interface Unsure {
    readonly view: TargetView;
    readonly chances: TargetChances;
}

/** The targets of a framework whose outcome depends on how long things take, by date. */
function unsureTargets({ checked, line, options }: Panel): Unsure[] {
    return viewTargets(checked, options.locale).flatMap((view) => {
        const chances = view.result && options.uncertainty?.targets.get(view.result.target);
        const isUnsure = chances?.curve.some(({ share }) => share > 0 && share < 1) === true;
        return view.framework === line.framework && chances && isUnsure ? [{ view, chances }] : [];
    });
}

/**
 * How sure the targets are: for each the share of runs that meet it by its date and by the end of the years behind it, and
 * the programs that decide when it is reached. Nothing where no duration makes a difference.
 */
export function drawCertainty(panel: Panel, top: number): { readonly markup: Child; readonly height: number } {
    const { options, width } = panel;
    const all = unsureTargets(panel);
    if (all.length === 0) {
        return { markup: undefined, height: 0 };
    }
    const id = options.locale === 'id';
    const runs = String(options.uncertainty?.runs ?? USUAL.runs);
    const heading = id
        ? `Seberapa pasti? Bagian dari ${runs} percobaan yang mencapai target, dengan durasi yang berubah-ubah seperti tertulis`
        : `How sure? Share of ${runs} runs that meet the target, with durations as uncertain as written`;
    const blocks = all.slice(0, MOST_TARGETS);
    const columns = width >= 1000 && blocks.length > 1 ? 2 : 1;
    const blockWidth = (width - 2 * MARGIN) / columns;
    const rows = Math.ceil(blocks.length / columns);
    return {
        markup: element(
            'g',
            { class: 'sc-certainty' },
            label(MARGIN, top + 14, 'sc-group-name', truncate(heading, width - 2 * MARGIN, 12, true)),
            blocks.map((unsure, index) =>
                drawBlock(
                    panel,
                    unsure,
                    MARGIN + Math.floor(index / rows) * blockWidth,
                    top + 26 + (index % rows) * BLOCK,
                    blockWidth - 20,
                ),
            ),
        ),
        height: 26 + rows * BLOCK + 8,
    };
}

function drawBlock(panel: Panel, { view, chances }: Unsure, left: number, top: number, width: number): Markup {
    const { locale } = panel.options;
    const share = showChance(chances.probability);
    const outcome = locale === 'id' ? `tepat waktu pada ${share} percobaan` : `in time in ${share} of the runs`;
    const years = chances.curve.slice(0, MOST_YEARS);
    const step = Math.min(38, (width * 0.5) / years.length);
    const ranking = left + 8 + years.length * step + 22;
    return element(
        'g',
        keyed(`certainty:${view.key}`, view.at),
        label(left, top + 12, 'sc-strong', truncate(`${view.what}: ${outcome}`, width, 11.5, true)),
        years.map((chance, index) => {
            const x = left + 8 + index * step;
            const bottom = top + 36 + COLUMN;
            const height = COLUMN * chance.share;
            const end = showEnd(chance.by, locale);
            // A target in the middle of a year has its own day in the tooltip; the year says enough below.
            const name = String(yearOf(chance.by));
            return element(
                'g',
                {},
                tooltip(`${end}: ${showChance(chance.share)}`),
                element('rect', { class: 'sc-chance-ground', x, y: bottom - COLUMN, width: step - 6, height: COLUMN }),
                element('rect', {
                    class: index === 0 ? 'sc-chance sc-due' : 'sc-chance',
                    x,
                    y: bottom - height,
                    width: step - 6,
                    height,
                }),
                step >= 30 || index === 0
                    ? label(x + (step - 6) / 2, bottom - COLUMN - 3, 'sc-tiny', showChance(chance.share), {
                          'text-anchor': 'middle',
                      })
                    : undefined,
                step >= 24 || index % 2 === 0
                    ? label(x + (step - 6) / 2, bottom + 11, 'sc-tiny', step >= 24 ? name : name.slice(2), {
                          'text-anchor': 'middle',
                      })
                    : undefined,
            );
        }),
        drawDeciders(panel, chances, ranking, top + 22, left + width - ranking),
    );
}

/** The programs whose duration decides most often when the target is reached, with how often. */
function drawDeciders(panel: Panel, { deciders }: TargetChances, left: number, top: number, width: number): Child {
    if (deciders.length === 0 || width < 120) {
        return undefined;
    }
    const id = panel.options.locale === 'id';
    const bar = Math.min(70, width * 0.25);
    const shown = deciders.slice(0, MOST_DECIDERS);
    const widest = Math.max(...shown.map(({ program }) => widthOf(titleOf(program), 11)));
    const words = Math.min(width - bar - 40, widest + 4);
    return [
        label(left, top + 8, 'sc-tiny', id ? 'Durasi yang paling menentukan' : 'Whose duration decides it'),
        shown.map(({ program, share }, index) => {
            const y = top + 8 + (index + 1) * (LINE - 1);
            const title = titleOf(program);
            const from = left + words + 6;
            return element(
                'g',
                keyed(`decider:${program.name}`, program.at),
                tooltip(title, showChance(share)),
                label(left, y, 'sc-explain', truncate(title, words, 11)),
                element('rect', { class: 'sc-chance-ground', x: from, y: y - 8, width: bar, height: 8 }),
                element('path', { class: 'sc-decides', d: path`M${from} ${y - 4}h${bar * share}` }),
                label(from + bar + 5, y, 'sc-small', showChance(share)),
            );
        }),
        deciders.length > MOST_DECIDERS
            ? label(
                  left + widthOf(id ? 'Durasi yang paling menentukan' : 'Whose duration decides it', 9) + 8,
                  top + 8,
                  'sc-tiny',
                  id
                      ? `(dan ${deciders.length - MOST_DECIDERS} lainnya)`
                      : `(and ${deciders.length - MOST_DECIDERS} more)`,
              )
            : undefined,
    ];
}
