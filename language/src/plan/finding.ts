import type { Day } from './calendar.ts';
import type { Severity } from './config.ts';
import type { Message } from './message.ts';
import type { Origin } from './origin.ts';

/** A fact a finding rests on: which clause matched, and where it stands. Labels are stable English words in machine formats. */
export interface Evidence {
    readonly label: string;
    readonly value: string;
    readonly at?: Origin;
}

/** Another place that a finding is about. */
export interface Related {
    readonly message: Message;
    readonly at: Origin;
}

/** What a rule reports. The runner adds severity, waiver and fingerprint. */
export interface Draft {
    readonly message: Message;
    readonly at: Origin;
    /** Qualified names of the parties. Any order; the runner sorts them. */
    readonly subjects: readonly string[];
    readonly evidence?: readonly Evidence[];
    readonly related?: readonly Related[];
    /** The days over which it holds; `undefined` or `null` is an open end. */
    readonly from?: Day | null;
    readonly to?: Day | null;
    /** What the fingerprint rests on besides rule and subjects; the evidence's labels and values unless given. Never a place. */
    readonly facts?: string;
    /** The ways out, one sentence each. */
    readonly ways?: readonly Message[];
    /** The words that would be right at its place, where that can be told. */
    readonly replacement?: string;
}

/** Why a finding is accepted: a waiver's reason, owner and last day, or the baseline. */
export interface Waived {
    readonly because: string;
    readonly by: string | null;
    readonly until: Day | null;
}

/** Something the checker found in a plan. */
export interface Finding {
    readonly rule: string;
    readonly severity: Severity;
    readonly message: Message;
    readonly at: Origin;
    readonly subjects: readonly string[];
    readonly evidence: readonly Evidence[];
    readonly related: readonly Related[];
    readonly from: Day | null;
    readonly to: Day | null;
    readonly waived: Waived | null;
    readonly fingerprint: string;
    readonly ways: readonly Message[];
    readonly replacement: string | undefined;
}

/** Orders findings by place, then rule, then what they are about: the order of every list of findings. */
export function byPlace(a: Finding, b: Finding): number {
    return (
        byCodePoint(a.at.file, b.at.file) ||
        a.at.start - b.at.start ||
        a.at.end - b.at.end ||
        byCodePoint(a.rule, b.rule) ||
        byCodePoint(a.subjects.join('\n'), b.subjects.join('\n')) ||
        byCodePoint(a.fingerprint, b.fingerprint)
    );
}

function byCodePoint(a: string, b: string): number {
    // Most names compared are the very same text; telling that needs no look at its letters.
    return a === b ? 0 : a < b ? -1 : 1;
}

/**
 * The identity of a finding: 16 hexadecimal digits over rule, subjects and facts, never over lines or files.
 * Two 32-bit FNV-1a hashes over UTF-16 units with different offsets; good enough to tell some thousand findings apart.
 */
export function fingerprint(rule: string, subjects: readonly string[], facts: string): string {
    const text = [rule, ...subjects, '', facts].join('\u0000');
    let first = 0x811c9dc5;
    let second = 0x9747b28c;
    for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        first = Math.imul(first ^ unit, 0x01000193);
        second = Math.imul(second ^ unit, 0x01000193);
    }
    write(mixed(first), 0);
    write(mixed(second), 8);
    // Letter by letter, since two texts joined keep both of them.
    return String.fromCharCode(...LETTERS);
}

const LETTERS: number[] = new Array(16).fill(0);

/** Writes a hash as eight hexadecimal digits. */
function write(hash: number, from: number): void {
    for (let i = 0; i < 8; i++) {
        LETTERS[from + i] = DIGITS.charCodeAt((hash >>> (28 - 4 * i)) & 15);
    }
}

const DIGITS = '0123456789abcdef';

function mixed(hash: number): number {
    let value = hash;
    // A final mix, so that short texts spread over all bits (murmur3's fmix32).
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
    return (value ^ (value >>> 16)) >>> 0;
}
