import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { comparePlans } from '../../../src/analysis/diff/diff.ts';
import { checkOf } from '../../support.ts';
import { diffOf, line } from './diff-view.ts';

const root = new URL('../../../../examples/', import.meta.url);

/** All examples: their files by path. */
const examples = readdirSync(root).map((name) => {
    const files = Object.fromEntries(
        readdirSync(new URL(`${name}/`, root), { recursive: true, encoding: 'utf8' })
            .filter((file) => file.endsWith('.smartcity'))
            .map((file) => [file, readFileSync(new URL(`${name}/${file}`, root), 'utf8')] as const),
    );
    return [name, files] as const;
});

it.each(examples)('%s and itself have no difference, in whatever files it stands', (_, files) => {
    const checked = checkOf(files);
    expect(comparePlans(checked, checked).changes).toEqual([]);
    const joined = { 'x/all.smartcity': Object.values(files).reverse().join('\n') };
    const { changes, unchangedFindings, renamed } = diffOf(files, joined);
    expect(changes.map(line)).toEqual([]);
    expect([...renamed]).toEqual([]);
    expect(unchangedFindings).toBe(checked.findings.filter(({ waived }) => waived === null).length);
});
