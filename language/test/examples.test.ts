import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RULES } from '../src/rules/catalogue.ts';
import type { Checked } from '../src/rules/check.ts';
import { checkOf, day } from './support.ts';

/** The files of an example, by path below its folder. */
function filesOf(example: string): Record<string, string> {
    const folder = fileURLToPath(new URL(`../../examples/${example}/`, import.meta.url));
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
        path.endsWith('.smartcity'),
    );
    return Object.fromEntries(paths.map((path) => [path, readFileSync(folder + path, 'utf8')]));
}

function linesOf({ findings }: Checked): string {
    return findings
        .map(
            ({ at, severity, rule, subjects, waived }) =>
                `${at.file} ${severity}[${rule}] ${subjects.join(', ')}${waived === null ? '' : ' (waived)'}\n`,
        )
        .join('');
}

const TODAY = day('2026-01-01');

describe('the examples', () => {
    it('minimal is clean', () => {
        expect(checkOf(filesOf('minimal'), {}, TODAY).findings).toEqual([]);
    });

    it('silos shows every sector rule once', () => {
        const { findings } = checkOf(filesOf('silos'), {}, TODAY);
        const sectors = RULES.filter((rule) => rule.group === 'sectors').map((rule) => rule.name);
        expect(findings.map((finding) => finding.rule).sort()).toEqual([...sectors].sort());
    });

    it('Kediri says what it has been seen to say', async () => {
        const checked = checkOf(filesOf('kediri'), {}, TODAY);
        await expect(linesOf(checked)).toMatchFileSnapshot('golden/kediri-findings.txt');
    });

    it('Kediri scores what was published for 2022: 3.3147, in print 3.31', () => {
        const { projection } = checkOf(filesOf('kediri'), {}, TODAY).analysis;
        const kominfo = projection.frameworks.find((line) => line.framework.name === 'kominfo');
        expect(kominfo?.steps.find((step) => step.date === day('2022-12-31'))?.value).toBeCloseTo(3.3147, 4);
    });

    it('say the same in whatever order and under whatever names the files come', () => {
        const files = Object.entries(filesOf('kediri')).reverse();
        const renamed = Object.fromEntries(files.map(([, text], index) => [`${index}.smartcity`, text]));
        const prints = (checked: Checked): string[] => checked.findings.map((finding) => finding.fingerprint).sort();
        expect(prints(checkOf(renamed, {}, TODAY))).toEqual(prints(checkOf(filesOf('kediri'), {}, TODAY)));
    });
});
