import { isUtf8 } from 'node:buffer';
import type { Fragment, Problem } from '../plan/fragment.ts';
import { readFragment } from '../syntax/read.ts';

/** A file's text, and where its bytes stop being UTF-8: an offset in that text. */
export interface Decoded {
    readonly text: string;
    readonly badAt: number | undefined;
}

/** Decodes bytes as UTF-8, without a byte order mark. Bytes that are none become U+FFFD, and the first is told. */
export function decode(bytes: Buffer): Decoded {
    const text = new TextDecoder('utf-8').decode(bytes);
    if (isUtf8(bytes)) {
        return { text, badAt: undefined };
    }
    // What is valid comes back as it was; the first byte that does not is the bad one.
    const again = Buffer.from(text, 'utf8');
    const skip = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    let same = 0;
    while (same < again.length && again[same] === bytes[same + skip]) {
        same++;
    }
    return { text, badAt: new TextDecoder('utf-8').decode(again.subarray(0, same)).length };
}

/** Reads a file that is not UTF-8: one `syntax-error` at the first bad byte; what can be read around it counts. */
export function readDamaged(file: string, decoded: Decoded): Fragment {
    const fragment = readFragment(file, decoded.text);
    const start = decoded.badAt ?? 0;
    const problem: Problem = {
        rule: 'syntax-error',
        message: {
            en: 'This file is not UTF-8 from here on. Save it with the encoding UTF-8.',
            id: 'Mulai di sini berkas ini bukan UTF-8. Simpan dengan pengodean UTF-8.',
        },
        at: { file, start, end: start + 1 },
        subjects: [],
        facts: 'not UTF-8',
    };
    return { ...fragment, problems: [problem, ...fragment.problems.filter((each) => each.rule !== 'syntax-error')] };
}
