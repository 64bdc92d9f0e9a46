import type { Framework } from '../../plan/declarations/framework.ts';
import { type Message, same } from '../../plan/message.ts';

/** The scale of a framework. `most` is `Infinity` where no maximum is published. */
export interface Scale {
    readonly least: number;
    readonly most: number;
    readonly staged: boolean;
}

/** The scale a framework states; `undefined` when it states none that could be read. */
export function scaleOf(framework: Framework): Scale | undefined {
    const scale = framework.scale;
    return scale && { least: scale.least, most: scale.most ?? Infinity, staged: scale.type === 'staged' };
}

/** Whether a number lies inside a scale; whether it is whole is not asked. */
export function inScale(scale: Scale, value: number): boolean {
    return value >= scale.least && value <= scale.most;
}

/** Rounds to nine decimals: the form in which values are compared, so that binary fractions decide nothing. */
export function rounded(value: number): number {
    return Math.round(value * 1e9) / 1e9;
}

/** Whether a value is at least what is wanted, both to nine decimals: 2.594 does not reach 2.6. */
export function reaches(value: number, wanted: number): boolean {
    return rounded(value) >= rounded(wanted);
}

/** A level or value for people: whole ones without decimals, others with two; a decimal comma in Indonesian. */
export function showLevel(value: number): Message {
    const text = Number.isInteger(rounded(value)) ? String(rounded(value)) : value.toFixed(2);
    return decimal(text);
}

/**
 * A value for people beside the one it falls short of: with two decimals, or with as many (up to nine) as it takes to
 * look smaller, so that nobody reads "2.60 instead of 2.6".
 */
export function showShort(value: number, wanted: number): Message {
    if (Number.isInteger(rounded(value)) || reaches(value, wanted)) {
        return showLevel(value);
    }
    for (let digits = 2; digits < 9; digits++) {
        const text = value.toFixed(digits);
        if (Number(text) < wanted) {
            return decimal(text);
        }
    }
    return decimal(String(rounded(value)));
}

/** A number as it was written, with a decimal comma in Indonesian. */
export function showNumber(value: number): Message {
    return decimal(String(value));
}

function decimal(text: string): Message {
    return text.includes('.') ? { en: text, id: text.replace('.', ',') } : same(text);
}
