import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { Preview } from '../../src/lsp/preview.ts';
import { Lines } from '../../src/plan/origin.ts';
import { DEFAULT_OPTIONS, type PreviewUpdate, VIEWS } from '../../src/protocol.ts';
import { words } from '../../src/syntax/parser.ts';
import { repository } from '../cli/history/repository.ts';
import { folder, run } from '../cli/run.ts';
import { Editor } from '../lsp/in-process.ts';
import { address, MemoryDisk } from '../lsp/memory-disk.ts';
import { checkOf } from '../support.ts';
import { aliveInHtml, aliveInMarkdown, FILE, hostilePlan, obeyedIn, PAYLOAD, seenInHtml } from './payload.ts';

const PLANS = [true, false].map((keepsCodes) => hostilePlan(keepsCodes));

/** A city in which everything that can be written is hostile. */
function city(plan: string): string {
    return folder({
        'smartcity.json': '{}',
        'a.smartcity': plan,
        [FILE]: 'opd apart "A" { onwer <x-evil onevil=1> }\n',
    });
}

test('the hostile plan is read: all its texts are the payload', () => {
    const { plan, schedule } = checkOf(PLANS[0]!).analysis;
    expect(plan.fragments[0]!.declarations.map(({ title }) => title === PAYLOAD)).not.toContain(false);
    expect(schedule.programs.length).toBeGreaterThan(3);
});

test('the readers know what is alive', () => {
    expect(aliveInHtml(PAYLOAD).length).toBeGreaterThan(3);
    expect(aliveInMarkdown(PAYLOAD).length).toBeGreaterThan(5);
    expect(obeyedIn(PAYLOAD).length).toBeGreaterThan(2);
});

// Each in one language: both languages of a sentence stand beside each other, and say the same texts.
describe.each([
    ['with codes', PLANS[0]!, 'en'],
    ['of payloads alone', PLANS[1]!, 'id'],
] as const)('a plan %s', (_, plan, locale) => {
    test('leaves pages and pictures as they are meant', () => {
        const cwd = city(plan);
        for (const words of [
            ['--out', 'out/page.html'],
            ['--out', 'out'],
            ['--out', 'out/s', '--scenario', 'late-fibre'],
        ]) {
            expect(run(cwd, 'render', '--locale', locale, ...words)).toMatchObject({ status: 0, err: '' });
        }
        const files = readdirSync(join(cwd, 'out'), { recursive: true, encoding: 'utf8' });
        const drawn = files.filter((file) => /\.(?:html|svg)$/.test(file));
        expect(drawn.length).toBeGreaterThan(5);
        for (const file of drawn) {
            const text = readFileSync(join(cwd, 'out', file), 'utf8');
            expect(aliveInHtml(text), file).toEqual([]);
            expect(file.endsWith('.svg') && XMLValidator.validate(text), file).toBe(file.endsWith('.svg'));
        }
        expect(seenInHtml(readFileSync(join(cwd, 'out/page.html'), 'utf8'))).toContain('<x-evil onevil="1">');
    });

    test('leaves the formats of check as they are meant', () => {
        const cwd = city(plan);
        const summary = join(cwd, 'summary.md');
        const formats = ['json', 'markdown', 'github', 'junit', 'checkstyle', 'gitlab', 'sarif', 'text'];
        const asked = formats.flatMap((format) => ['--format', `${format}=out/${format}`]);
        run({ cwd, env: { GITHUB_STEP_SUMMARY: summary } }, 'check', '--locale', locale, ...asked);
        const write = (format: string): string => readFileSync(join(cwd, 'out', format), 'utf8');
        const { findings } = JSON.parse(write('json'));
        expect(findings.length).toBeGreaterThan(20);
        expect(aliveInMarkdown(write('markdown'))).toEqual([]);
        expect(obeyedIn(write('text'))).toEqual([]);
        expect(obeyedIn(write('github'), /^::(?:error|warning|notice) file=[^\n]*,line=\d+,[^\n]*::[^\n]*$/)).toEqual(
            [],
        );
        for (const format of ['junit', 'checkstyle']) {
            const xml = write(format);
            expect(XMLValidator.validate(xml)).toBe(true);
            const told = JSON.stringify(new XMLParser({ ignoreAttributes: false, htmlEntities: true }).parse(xml));
            expect(told).not.toMatch(/"@_onevil"|"x-evil"/);
            expect(told).toContain('<x-evil onevil=1>');
        }
        expect(JSON.parse(write('gitlab')).length).toBe(findings.length);
        for (const { message, relatedLocations = [] } of JSON.parse(write('sarif')).runs[0].results) {
            // Viewers make links of these, also of plain text.
            expect(JSON.stringify([message, relatedLocations])).not.toContain('](');
        }
        expect(aliveInMarkdown(readFileSync(summary, 'utf8'))).toEqual([]);
    });

    test('leaves the answers for people to terminals and logs as they are meant', () => {
        const cwd = city(plan);
        for (const command of [
            ['roadmap'],
            ['roadmap', '--scenario', 'late-fibre'],
            ['maturity'],
            ['maturity', '--scenario', 'late-fibre'],
            ['why', 'complaint-room'],
            ['why', 'own-frame.i'],
            ['check', '--scenario', 'late-fibre'],
        ]) {
            const { out, err } = run(cwd, ...command);
            expect(obeyedIn(out + err), command.join(' ')).toEqual([]);
            expect((out + err).length).toBeGreaterThan(40);
        }
    });

    test('leaves comparisons and histories as they are meant', () => {
        const { cwd, commit } = repository({ 'smartcity.json': '{}', 'a.smartcity': plan });
        const later = plan.replace('duration 6 months', 'duration 26 months').replace('toll-traffic', 'toll-traffics');
        commit(
            { 'a.smartcity': `${later}program more ${JSON.stringify('x')} { during 2020..2021 }\n` },
            PAYLOAD.replace(/\ud800/g, ''),
        );
        expect(obeyedIn(run(cwd, 'diff', 'HEAD~1', '--locale', locale).out)).toEqual([]);
        run(cwd, 'diff', 'HEAD~1', '--locale', locale, '--out', 'diff.md');
        const markdown = readFileSync(join(cwd, 'diff.md'), 'utf8');
        expect(markdown.length).toBeGreaterThan(500);
        expect(aliveInMarkdown(markdown)).toEqual([]);
        run(cwd, 'diff', 'HEAD~1', '--locale', locale, '--out', 'diff.html');
        expect(aliveInHtml(readFileSync(join(cwd, 'diff.html'), 'utf8'))).toEqual([]);
        expect(run(cwd, 'trend', '--no-cache', '--locale', locale, '--out', 'trend.html').status).toBe(0);
        expect(aliveInHtml(readFileSync(join(cwd, 'trend.html'), 'utf8'))).toEqual([]);
        expect(obeyedIn(run(cwd, 'trend', '--no-cache', '--locale', locale).out)).toEqual([]);
    });

    test('leaves the preview as it is meant', () => {
        const sent: PreviewUpdate[] = [];
        const checked = checkOf(plan);
        const preview = new Preview({
            roots: () => ['.'],
            rootOf: () => '.',
            checked: () => checked,
            locale: () => 'id',
            place: (at) => new Lines(plan).place(at),
            send: (update) => sent.push(update),
            failed: (error) => {
                throw error;
            },
        });
        for (const view of VIEWS) {
            preview.watch({ options: { ...DEFAULT_OPTIONS, view }, fresh: true });
        }
        const parts = sent.flatMap(({ picture }) => Object.values(picture?.markup ?? {}));
        expect(parts.length).toBeGreaterThan(10);
        for (const part of parts) {
            expect(aliveInHtml(`<svg>${part}</svg>`)).toEqual([]);
            expect(aliveInHtml(part)).toEqual([]);
        }
        expect(parts.map((part) => seenInHtml(`<svg>${part}</svg>`)).join()).toContain('<x-evil onevil="1">');
    });

    test('leaves what the editor shows as it is meant', async () => {
        const editor = await new Editor(new MemoryDisk({ 'a.smartcity': plan })).start();
        const uri = address('a.smartcity');
        const lines = new Lines(plan);
        const names = words()
            .read(plan)
            .tokens.filter(({ image }) => /^[\w.-]+$/.test(image));
        const answers: unknown[] = [];
        for (const { startOffset } of names) {
            const { line, column } = lines.at(startOffset);
            const position = { line: line - 1, character: column - 1 };
            answers.push(await editor.request('textDocument/hover', { textDocument: { uri }, position }));
        }
        const range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
        for (const method of ['completion', 'inlayHint', 'codeLens', 'signatureHelp']) {
            const position = { line: 40, character: 4 };
            const asked = editor.request(`textDocument/${method}`, { textDocument: { uri }, position, range });
            answers.push(await Promise.resolve(asked).catch(() => null));
        }
        const shown = new Set<string>();
        JSON.stringify(answers, (_key, value) => {
            if (value?.kind === 'markdown') {
                shown.add(value.value);
            }
            return value;
        });
        expect([...shown].filter((each) => each.includes('evil')).length).toBeGreaterThan(20);
        expect([...shown].filter((each) => aliveInMarkdown(each).length > 0)).toEqual([]);
    });
});
