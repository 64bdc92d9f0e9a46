import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BIN, CITY, folder } from './run.ts';

const PROGRAM = 'smartcity-program.cjs';
const CODE_CACHE = 'smartcity-program.cache';

/** The bin in a folder of its own, beside it what is given as the engine's cache. */
function copyOfBin(codeCache: Buffer | undefined): string {
    const root = mkdtempSync(join(tmpdir(), 'smartcity-bin-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    for (const [from, to] of [
        [BIN, 'smartcity.cjs'],
        [join(dirname(BIN), PROGRAM), PROGRAM],
    ] as const) {
        copyFileSync(from, join(root, to));
    }
    if (codeCache !== undefined) {
        writeFileSync(join(root, CODE_CACHE), codeCache);
    }
    return join(root, 'smartcity.cjs');
}

/** What a check says, and whether the engine took what was kept for it. */
function check(bin: string): { readonly out: string; readonly isRejected: string } {
    const program = `process.argv = [process.execPath, ${JSON.stringify(bin)}, 'check', '.', '--format', 'json'];
        const { script } = require(${JSON.stringify(bin)});
        process.on('exit', () => process.stderr.write(String(script.cachedDataRejected)));`;
    const cwd = folder({ 'city.smartcity': CITY, 'look.cjs': program });
    const env = { ...process.env, SOURCE_DATE_EPOCH: '1577836800', NODE_OPTIONS: '' };
    const { stdout, stderr } = spawnSync(process.execPath, ['look.cjs'], { cwd, env, encoding: 'utf8' });
    return { out: stdout, isRejected: stderr };
}

describe('a start of the command line', () => {
    it('takes the program as the engine kept it when it was built', () => {
        const { out, isRejected } = check(BIN);
        expect(isRejected).toBe('false');
        expect(JSON.parse(out).plans).toHaveLength(1);
    });

    it('reads the program itself where nothing was kept, or something else', () => {
        const { out } = check(BIN);
        const without = check(copyOfBin(undefined));
        expect(without).toEqual({ out, isRejected: 'undefined' });
        expect(check(copyOfBin(Buffer.from('not what an engine keeps')))).toEqual({ out, isRejected: 'true' });
    });
});
