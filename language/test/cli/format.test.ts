import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BIN, folder, run } from './run.ts';

const LOOSE = 'opd dishub "Dinas Perhubungan" {\n  code "2.15" // later\n\n\n\tcapacity   2 programs }';
const STYLED = 'opd dishub "Dinas Perhubungan" {\n    code "2.15" // later\n\n    capacity 2 programs\n}\n';

function text(root: string, file: string): string {
    return readFileSync(join(root, file), 'utf8');
}

describe('smartcity format', () => {
    test('writes files in the house style and lists those that changed', () => {
        const root = folder({ 'a.smartcity': LOOSE, 'sub/b.smartcity': STYLED, 'c.txt': LOOSE });
        const first = run(root, 'format');
        expect(first).toEqual({ status: 0, out: 'a.smartcity\n1 of 2 files changed.\n', err: '' });
        expect(text(root, 'a.smartcity')).toBe(STYLED);
        expect(text(root, 'c.txt')).toBe(LOOSE);
        expect(run(root, 'format').out).toBe('2 files, none changed.\n');
        expect(readdirSync(root).sort()).toEqual(['a.smartcity', 'c.txt', 'sub']);
    });

    test('--check changes nothing, and fails with the list', () => {
        const root = folder({ 'a.smartcity': LOOSE, 'b.smartcity': STYLED });
        const checked = run(root, 'format', '--check');
        expect(checked).toEqual({
            status: 1,
            out: 'a.smartcity\n1 of 2 files is not in the house style.\n',
            err: '',
        });
        expect(text(root, 'a.smartcity')).toBe(LOOSE);
        expect(run(root, 'format', '--check', 'b.smartcity').status).toBe(0);
    });

    test('touches a file that is named, and no other one of its plan', () => {
        const root = folder({ 'a.smartcity': LOOSE, 'b.smartcity': LOOSE });
        run(root, 'format', 'b.smartcity');
        expect([text(root, 'a.smartcity'), text(root, 'b.smartcity')]).toEqual([LOOSE, STYLED]);
    });

    test('leaves out what the plan excludes, unless it is named', () => {
        const root = folder({
            'smartcity.json': '{ "exclude": ["drafts/**"] }',
            'a.smartcity': LOOSE,
            'drafts/b.smartcity': LOOSE,
        });
        expect(run(root, 'format').out).toBe('a.smartcity\n1 of 1 file changed.\n');
        expect(run(root, 'format', 'drafts/b.smartcity').status).toBe(0);
        expect(text(root, 'drafts/b.smartcity')).toBe(STYLED);
    });

    test('keeps line ends, the byte order mark, the mode and broken declarations', () => {
        const broken = 'program x "X" {\r\n   owner\r\n\r\n\r\n';
        const root = folder({ 'a.smartcity': `\ufeff${LOOSE.replaceAll('\n', '\r\n')}\r\n\r\n\r\n${broken}` });
        const mode = statSync(join(root, 'a.smartcity')).mode;
        expect(run(root, 'format').status).toBe(0);
        expect(text(root, 'a.smartcity')).toBe(
            `\ufeff${STYLED.replaceAll('\n', '\r\n')}\r\nprogram x "X" {\r\n   owner\r\n`,
        );
        expect(statSync(join(root, 'a.smartcity')).mode).toBe(mode);
    });

    test('leaves a file alone that is not UTF-8, says so and fails; the others are formatted', () => {
        const bad = Buffer.concat([Buffer.from(LOOSE), Buffer.from([0xe9, 0x0a])]);
        const root = folder({ 'a.smartcity': LOOSE, 'bad.smartcity': bad });
        expect(run(root, 'format')).toEqual({
            status: 1,
            out: 'a.smartcity\nbad.smartcity: not UTF-8, left as it is\n1 of 2 files changed.\n',
            err: '',
        });
        expect(readFileSync(join(root, 'bad.smartcity'))).toEqual(bad);
        expect(text(root, 'a.smartcity')).toBe(STYLED);
    });

    test('--stdin writes to the output, and with --check nothing', () => {
        const filter = (input: string | Buffer, ...words: string[]) =>
            spawnSync(process.execPath, [BIN, 'format', '--stdin', ...words], { input, encoding: 'utf8' });
        expect(filter(LOOSE).stdout).toBe(STYLED);
        const checked = filter(LOOSE, '--check');
        expect([checked.stdout, checked.status]).toEqual(['', 1]);
        expect(filter(STYLED, '--check').status).toBe(0);
        const bad = filter(Buffer.from([0x6f, 0xe9]));
        expect([bad.status, bad.stderr]).toEqual([1, 'smartcity: the input is not UTF-8.\n']);
    });

    test('ends with exit code 2 where there is nothing to format', () => {
        const root = folder({ 'notes.txt': '' });
        expect(run(root, 'format').status).toBe(2);
        expect(run(root, 'format', 'nowhere').status).toBe(2);
        expect(run(root, 'format', 'notes.txt').status).toBe(2);
        expect(run(root, 'format', '*.smartcity').status).toBe(2);
        expect(run(root, 'format', '--stdin', 'a').status).toBe(2);
    });
});
