import { type Length, parseDate, type Unit, unitOf, type When } from '../../src/plan/calendar.ts';
import type { Level } from '../../src/plan/declarations/framework.ts';
import type { Actual, Target } from '../../src/plan/declarations/masterplan.ts';
import type { Raise } from '../../src/plan/declarations/program.ts';
import type { Expected, Reference } from '../../src/plan/declarations/reference.ts';
import type { Origin } from '../../src/plan/origin.ts';

/** Clauses as plan literals, from the words they are written in. */

export const AT: Origin = { file: 'kediri.smartcity', start: 0, end: 0 };

export function raiseOf(text: string): Raise {
    const [, of, to, after, until] = /^(\S+) to (\S+)(?: after (\S+ \S+))?(?: until (\S+))?$/.exec(text)!;
    return {
        clause: AT,
        of: reference(of!, 'indicator'),
        to: { value: Number(to), at: AT },
        after: after === undefined ? undefined : lengthOf(after),
        until: until === undefined ? undefined : whenOf(until),
    };
}

function lengthOf(text: string): Length {
    const [, counts, word] = /^(\S+) (\S+)$/.exec(text)!;
    const unit: Unit = unitOf(word!)!;
    const amounts = counts!.split('..').map((count) => ({ count: Number(count), unit }));
    const likely = amounts.length === 2 ? undefined : amounts.length === 3 ? amounts[1] : amounts[0];
    return { least: amounts[0]!, likely, most: amounts.at(-1)!, text, at: AT };
}

export function actualOf(text: string): Actual {
    const [, of, value, at, source] = /^(\S+) (\S+) at (\S+)(?: source (.*))?$/.exec(text)!;
    return {
        clause: AT,
        of: reference(of!, 'measure'),
        value: { value: Number(value), at: AT },
        when: whenOf(at!),
        source,
    };
}

export function targetOf(text: string): Target {
    const [, of, value, by] = /^(\S+) (\S+) by (\S+)$/.exec(text)!;
    return {
        clause: AT,
        of: reference(of!, 'measure'),
        value: { value: Number(value), at: AT },
        by: whenOf(by!),
        source: undefined,
    };
}

export function levelsOf(barredBy: Readonly<Record<number, readonly string[]>> | undefined): Level[] {
    return Object.entries(barredBy ?? {}).map(([level, rules]) => ({
        clause: AT,
        level: { value: Number(level), at: AT },
        title: undefined,
        barredBy: rules.map((rule) => reference(rule, 'rule')),
    }));
}

function whenOf(text: string): When {
    return { ...parseDate(text)!, text, at: AT };
}

export function reference(name: string, expected: Expected): Reference {
    return { name, expected, at: AT };
}
