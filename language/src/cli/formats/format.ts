import type { Colors } from 'picocolors/types.js';
import type { Fix } from '../../fixes/fix.ts';
import type { Message } from '../../plan/message.ts';
import type { CheckResult, Entry } from '../check.ts';

/** What a format is told besides the findings. */
export interface Setting {
    /** Colours of a terminal; without effect everywhere else, and in every format for machines. */
    readonly colors: Colors;
    /** The version of this program. */
    readonly version: string;
    /** From the repository's root to the working directory, with `/`; empty when they are the same, or unknown. */
    readonly prefix: string;
    /** The changes of text that would resolve a finding, where somebody can tell. */
    readonly fixesOf?: ((entry: Entry) => readonly Fix[]) | undefined;
}

/** One way to write what was found. The same findings give the same bytes, wherever and whenever. */
export interface Format {
    readonly name: string;
    readonly purpose: Message;
    /** The text, in pieces of any size. */
    write(result: CheckResult, setting: Setting): Iterable<string>;
}

/** A path as the repository's tools know it: below its root. One that leads out of it stays as it is. */
export function inRepository(file: string, prefix: string): string {
    const steps: string[] = [];
    for (const step of `${prefix}/${file}`.split('/')) {
        if (step === '..' && steps.length > 0) {
            steps.pop();
        } else if (step === '..') {
            return file;
        } else if (step !== '' && step !== '.') {
            steps.push(step);
        }
    }
    return steps.join('/');
}
