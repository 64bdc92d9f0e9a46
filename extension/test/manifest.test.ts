import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WORDS } from '../src/preview/messages.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const json = (file: string) => JSON.parse(read(file)) as Record<string, string>;
const manifest = JSON.parse(read('package.json'));
const sources = readdirSync(join(ROOT, 'extension/src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => read(join('extension/src', file)))
    .join('\n');

describe('the manifest', () => {
    test('every text of it is there in English and Indonesian, and none is left over', () => {
        const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]!).sort();
        expect([...new Set(used)]).toEqual(Object.keys(json('package.nls.json')).sort());
        expect(Object.keys(json('package.nls.id.json')).sort()).toEqual(Object.keys(json('package.nls.json')).sort());
    });

    test('every file that it names is there or is built', () => {
        const files = [...JSON.stringify(manifest.contributes).matchAll(/"(?:\.\/)?(extension\/[^"]+)"/g)].map(
            (match) => match[1]!,
        );
        expect(files.length).toBeGreaterThan(8);
        expect([...files, manifest.icon].filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    });

    test('every command that it names is registered, and every setting is read', () => {
        const commands: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
        expect(commands.filter((command) => !sources.includes(`'${command}'`))).toEqual([]);
        expect(sources).toContain("'preview.followCursor'");
        expect(sources).toContain("get('locale', 'auto')");
    });

    test('steps of the walkthrough end by what is done, and what ends them is set somewhere', () => {
        const events: string[] = manifest.contributes.walkthroughs[0].steps.flatMap(
            (step: { completionEvents: string[] }) => step.completionEvents,
        );
        expect(events).toHaveLength(5);
        for (const event of events) {
            const [kind, name] = event.split(':') as [string, string];
            const said = kind === 'onCommand' ? `'${name}'` : `'${name.replace('smartcity.', '')}'`;
            expect(sources.includes(said) || sources.includes(`'${name}'`), event).toBe(true);
        }
    });

    test('it asks for nothing from the network and wakes up for its own files only', () => {
        expect(manifest.activationEvents).toEqual(['onLanguage:smartcity', 'onWebviewPanel:smartcity.preview']);
        expect(sources).not.toMatch(/\bfetch\(|XMLHttpRequest|node:https?'|WebSocket|TelemetryLogger/);
    });
});

describe('the words of the extension', () => {
    const said = new Set<string>(Object.values(WORDS));
    for (const match of sources.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)) {
        said.add(match[1]!.replaceAll("\\'", "'"));
    }
    const bundle = json('extension/l10n/bundle.l10n.id.json');

    test('each is there in Indonesian, and none is left over', () => {
        expect(Object.keys(bundle).sort()).toEqual([...said].sort());
    });

    test('gaps are the same in both languages', () => {
        const gaps = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([gap]) => gap).sort();
        expect(Object.entries(bundle).filter(([en, id]) => gaps(en).join() !== gaps(id).join())).toEqual([]);
    });
});
