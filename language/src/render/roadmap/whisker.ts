import type { Percentiles } from '../../analysis/uncertainty-types.ts';
import type { Message } from '../../plan/message.ts';
import { type Child, element, path } from '../markup.ts';
import type { PictureOptions } from '../picture.ts';
import { showDay } from '../words.ts';
import type { Roadmap } from './layout.ts';

/** When a program is done, if durations turn out as they may; `undefined` where that is certain, or nobody asked. */
export function spreadOf({ uncertainty }: PictureOptions, program: string): Percentiles | undefined {
    const spread = uncertainty?.finishOf(program);
    return spread === undefined || spread.p10 === spread.p90 ? undefined : spread;
}

/** From the day by which a program is done one time in ten to that of nine times, with a point at one in two. */
export function drawWhisker(roadmap: Roadmap, program: string, y: number): Child {
    const spread = spreadOf(roadmap.options, program);
    if (spread === undefined) {
        return undefined;
    }
    const { axis } = roadmap;
    const [from, middle, to] = [axis.x(spread.p10 + 1), axis.x(spread.p50 + 1), axis.x(spread.p90 + 1)];
    return drawSpread(from, middle, to, y);
}

/** The sign of a spread, also in the legend. */
export function drawSpread(from: number, middle: number, to: number, y: number): Child {
    const d = path`M${from} ${y - 4}v8M${from} ${y}H${to}M${to} ${y - 4}v8`;
    return element(
        'g',
        { class: 'sc-spread' },
        element('path', { class: 'sc-spread-ground', d }),
        element('path', { d }),
        element('circle', { cx: middle, cy: y, r: 2.4 }),
    );
}

/** `Nine times out of ten done by 3 Mar 2021, half the time by 1 Feb 2021`. */
export function explainSpread(options: PictureOptions, program: string): Message | undefined {
    const spread = spreadOf(options, program);
    return (
        spread && {
            en: `Nine times out of ten done by ${showDay(spread.p90, 'en')}, half the time by ${showDay(spread.p50, 'en')}`,
            id: `Sembilan dari sepuluh kali selesai per ${showDay(spread.p90, 'id')}, separuhnya per ${showDay(spread.p50, 'id')}`,
        }
    );
}
