import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Failure } from '../../src/cli/failure.ts';
import { DISK, find, readSettings } from '../../src/cli/files.ts';
import { loadPlans } from '../../src/cli/load.ts';
import { MOST_MEGABYTES } from '../../src/disk/limits.ts';
import { TODAY } from '../support.ts';

const made: string[] = [];

function folder(files: Readonly<Record<string, string>>): string {
    const root = mkdtempSync(join(tmpdir(), 'smartcity-hostile-'));
    made.push(root);
    for (const [name, text] of Object.entries(files)) {
        mkdirSync(join(root, name, '..'), { recursive: true });
        writeFileSync(join(root, name), text);
    }
    return root;
}

afterEach(() => {
    for (const root of made.splice(0)) {
        rmSync(root, { recursive: true, force: true });
    }
});

/** What people are told when something ends the command. */
function refusal(act: () => unknown): string {
    try {
        act();
    } catch (error) {
        if (error instanceof Failure) {
            expect(error.say.id).not.toBe('');
            return error.say.en;
        }
        throw error;
    }
    throw new Error('nothing was refused');
}

test('a file beyond the limit is refused with its name and the limit, before it is read', () => {
    const root = folder({ 'huge.smartcity': '' });
    truncateSync(join(root, 'huge.smartcity'), MOST_MEGABYTES * 1024 * 1024 + 1);
    expect(refusal(() => loadPlans(['.'], root, TODAY))).toBe(
        `huge.smartcity cannot be read: it has more than ${MOST_MEGABYTES} MB (EFBIG).`,
    );
});

test('more files than anybody wrote are refused', () => {
    const root = folder({ 'a.smartcity': '', 'b.smartcity': '', 'c/c.smartcity': '' });
    expect(find(root, 3).files).toHaveLength(3);
    expect(refusal(() => find(root, 2))).toBe(
        'There are more than 2 .smartcity files here. Name the folder of one plan.',
    );
});

test('a link that leads out of the folder is not read, and named', () => {
    const elsewhere = folder({ 'key.txt': 'secret-key' });
    for (const name of ['x.smartcity', 'smartcity.json']) {
        const root = folder({ 'a.smartcity': '' });
        symlinkSync(join(elsewhere, 'key.txt'), join(root, name));
        const said = refusal(() => loadPlans(['.'], root, TODAY));
        expect(said).toMatch(new RegExp(`^${name} is a link that leads out of the folder`));
        expect(said).not.toContain('secret');
    }
});

test('a link within the folder is the file that it leads to; circles of links end', () => {
    const root = folder({ 'a.smartcity': '', 'sub/b.smartcity': '' });
    symlinkSync('a.smartcity', join(root, 'c.smartcity'));
    symlinkSync('.', join(root, 'circle'));
    symlinkSync('..', join(root, 'sub/up'));
    symlinkSync('self.smartcity', join(root, 'self.smartcity'));
    symlinkSync('nowhere', join(root, 'gone.smartcity'));
    expect(find(root).files.map((each) => each.slice(root.length + 1))).toEqual([
        'a.smartcity',
        'c.smartcity',
        'sub/b.smartcity',
    ]);
});

test('files that cannot be read, or vanish before they are, end the command with their names', () => {
    const root = folder({ 'a.smartcity': '' });
    const vanishing = { ...DISK, find: () => ({ files: [join(root, 'gone.smartcity')], roots: [] }) };
    expect(refusal(() => loadPlans(['.'], root, TODAY, vanishing))).toBe(
        'gone.smartcity cannot be read: there is no such file or folder (ENOENT).',
    );
    // Who may read everything is told of no locks.
    if (process.getuid?.() !== 0) {
        chmodSync(join(root, 'a.smartcity'), 0);
        expect(refusal(() => loadPlans(['.'], root, TODAY))).toBe(
            'a.smartcity cannot be read: no permission (EACCES).',
        );
    }
});

test('a configuration that is enormous, deep, or names what all objects have, is refused with a place or read plainly', () => {
    const settings = (text: string): unknown => {
        const root = folder({ 'smartcity.json': text });
        try {
            return readSettings(root, root).config;
        } catch (error) {
            expect(error).toBeInstanceOf(Failure);
            return (error as Failure).say.en.split('\n')[0];
        }
    };
    const started = performance.now();
    expect(settings('{ "__proto__": { "failOn": "info" } }')).toMatch(/^smartcity\.json:1:3: /);
    expect(settings('{ "constructor": 1 }')).toMatch(/^smartcity\.json:1:3: /);
    expect(settings('{ "rules": { "__proto__": "off", "toString": "off" } }')).toMatch(/^smartcity\.json:1:14: /);
    expect(settings(`{ "exclude": [${'"a",'.repeat(50_000)}"b"] }`)).toHaveProperty('exclude.length', 50_001);
    expect(settings(`${'{"rules":'.repeat(800)}1${'}'.repeat(800)}`)).toMatch(/^smartcity\.json:1:/);
    expect(settings('{ "failOn": 1e999, "locale": -0, "baseline": {} }')).toMatch(/^smartcity\.json:1:/);
    expect(({} as { failOn?: string }).failOn).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(10_000);
});

test('a baseline that is a device, which never ends, is refused', () => {
    const root = folder({ 'smartcity.json': '{ "baseline": "/dev/zero" }', 'a.smartcity': '' });
    expect(refusal(() => loadPlans(['.'], root, TODAY))).toMatch(/dev\/zero cannot be read/);
});

test('lists of synonyms of any length are read in proportion', () => {
    const groups = Array.from({ length: 100_000 }, (_, i) => `["kata${i}", "sinonim${i}"]`);
    const root = folder({
        'smartcity.json': `{ "similarity": { "synonyms": [${groups.join(',')}] } }`,
        'a.smartcity': '',
    });
    const from = process.cpuUsage();
    loadPlans(['.'], root, TODAY).workspace.check('.');
    expect(process.cpuUsage(from).user / 1000).toBeLessThan(20_000);
});
