import { type CodeKind, faultOf } from '../../analysis/code-faults.ts';
import { readProgramCode } from '../../analysis/codes.ts';
import { say } from '../../plan/message.ts';
import type { Origin } from '../../plan/origin.ts';
import { type Ground, replace } from '../ground.ts';
import { fix, type Way } from './way.ts';

/** A code that does not fit its grammar: with points and zeros where they belong, if that makes it fit. */
export const respellCode: Way = function* (ground, finding) {
    const declaration = ground.around(finding.at);
    const written = finding.evidence[0]?.at;
    const code = finding.evidence[0]?.value;
    const kinds: Partial<Record<string, CodeKind>> = { masterplan: 'region', opd: 'opd', program: 'program' };
    const kind = finding.evidence[0]?.label === 'mandate' ? 'mandate' : kinds[declaration?.kind ?? ''];
    const right = kind === undefined || code === undefined ? undefined : faultOf(kind, code)?.replacement;
    if (written !== undefined && right !== undefined) {
        yield* spelled(ground, written, right);
    }
};

/** A sub kegiatan of two digits: the same number with zeros in front, if that is the new one. */
export const lengthenCode: Way = function* (ground, finding) {
    const code = finding.evidence[0];
    const read = code && readProgramCode(code.value);
    if (code?.at !== undefined && read !== undefined) {
        yield* spelled(ground, code.at, read.text.replace(/\.(\d{2})$/, '.00$1'));
    }
};

/** `at` may be the whole clause, or the one text of several that is meant. */
function spelled(ground: Ground, at: Origin, right: string) {
    const text = /"[^"]*"$/.exec(ground.slice(at));
    return fix(
        say(
            () => `Write \`"${right}"\``,
            () => `Tulis \`"${right}"\``,
        ),
        text === null ? [] : [replace({ ...at, start: at.start + text.index }, `"${right}"`)],
        true,
    );
}
