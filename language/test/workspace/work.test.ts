import { describe, expect, it } from 'vitest';
import { city } from '../../bench/city.ts';
import { DEFAULT_CONFIG } from '../../src/plan/config.ts';
import { read } from '../../src/syntax/read.ts';
import { Workspace } from '../../src/workspace.ts';
import { TODAY } from '../support.ts';

const TEXTS = city({ programs: 400, files: 8 });
const FILE = Object.keys(TEXTS)[3]!;

function open(): Workspace {
    const workspace = new Workspace(TODAY);
    workspace.setSettings('.', { config: DEFAULT_CONFIG, excludes: () => false, baseline: new Set() });
    for (const [file, text] of Object.entries(TEXTS)) {
        workspace.setFile(file, text);
    }
    workspace.check('.');
    return workspace;
}

describe('the work of an edit', () => {
    it('is to parse the one declaration that changed', () => {
        const before = read(FILE, TEXTS[FILE]!);
        const after = read(FILE, TEXTS[FILE]!.replace(/^(program p\d+ ")/m, '$1Baru '), { before });
        expect(before.parsed).toBeGreaterThan(50);
        expect(after.parsed).toBe(1);
    });

    it('is to judge a few declarations where a title changes, and to leave all days alone', () => {
        const workspace = open();
        workspace.setFile(FILE, TEXTS[FILE]!.replace(/^(program p\d+ ")/m, '$1Baru '));
        const { work } = workspace.check('.');
        expect(work.judged).toBeGreaterThan(0);
        expect(work.judged).toBeLessThan(20);
        expect(work.scheduled).toBe(false);
    });

    it('is to judge nobody where a comment moves a file', () => {
        const workspace = open();
        workspace.setFile(FILE, `// catatan\n${TEXTS[FILE]}`);
        expect(workspace.check('.').work).toEqual({ judged: 0, scheduled: false });
    });

    it('is to work out the days behind a duration that changes, and to judge whom that reaches', () => {
        const workspace = open();
        workspace.setFile(FILE, TEXTS[FILE]!.replace(/duration \d+ months/, 'duration 31 months'));
        const { work } = workspace.check('.');
        expect(work.scheduled).toBe(false);
        expect(work.judged).toBeGreaterThan(0);
        expect(work.judged).toBeLessThan(100);
    });

    it('is to work out no other days where a program comes, is waited for, and goes', () => {
        const workspace = open();
        const come = `${TEXTS[FILE]}\nprogram baru "Baru" { owner o1  element living.mobility  duration 5 months }\n`;
        for (const text of [come, come.replace('duration 5', 'after p0 + 1 month  duration 5'), TEXTS[FILE]!]) {
            workspace.setFile(FILE, text);
            expect(workspace.check('.').work.scheduled).toBe(false);
        }
    });

    it('leaves the lists of files alone in which nothing changed', () => {
        const workspace = open();
        const before = workspace.check('.').byFile;
        workspace.setFile(FILE, TEXTS[FILE]!.replace(/ {4}kpi .*\n/, ''));
        const after = workspace.check('.').byFile;
        expect(after.get(FILE)).not.toBe(before.get(FILE));
        for (const [file, findings] of after) {
            const isSame = JSON.stringify(findings) === JSON.stringify(before.get(file));
            expect(findings === before.get(file)).toBe(isSame);
        }
        expect([...after].some(([file, findings]) => findings === before.get(file))).toBe(true);
    });

    it('leaves the version before as it was', () => {
        const workspace = open();
        const before = workspace.plan('.');
        const findings = JSON.stringify(workspace.check('.').findings);
        const checked = workspace.check('.');
        const [, name] = /^program (p\d+)/m.exec(TEXTS[FILE]!)!;
        workspace.setFile(FILE, TEXTS[FILE]!.replace(/^program p\d+ "/m, 'program lain "Baru '));
        workspace.check('.');
        expect(workspace.plan('.').names.has(name!)).toBe(false);
        expect(before.names.get(name!)?.name).toBe(name);
        expect(before.names.has('lain')).toBe(false);
        expect(workspace.plan('.').names.get('lain')?.kind).toBe('program');
        expect(JSON.stringify(checked.findings)).toBe(findings);
    });
});
