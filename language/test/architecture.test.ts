import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const SRC = 'language/src';
const LINES = 300;

/** What each part may import, besides itself. Type imports count. A name with a slash is a file. */
const MAY: Readonly<Record<string, readonly string[]>> = {
    plan: [],
    analysis: ['plan', 'seeds'],
    rules: ['plan', 'analysis'],
    // The page lists the rules and shows their findings; only these two files tell it how they look.
    render: ['plan', 'analysis', 'rules/check.ts', 'rules/rule.ts'],
    syntax: ['plan'],
    'libraries.ts': ['plan', 'syntax', 'seeds'],
    'configuration.ts': ['plan', 'rules', 'disk/globs.ts'],
    'workspace.ts': ['plan', 'rules', 'syntax', 'libraries.ts', 'configuration.ts'],
    // What files on a disk mean to a workspace: bytes, exclusions, baselines. Reads none itself.
    disk: ['plan', 'syntax', 'workspace.ts'],
    // Text laid out anew, and changes of text that resolve a finding: for the editor and the command line alike.
    format: ['plan', 'syntax'],
    fixes: ['plan', 'analysis', 'rules', 'syntax', 'libraries.ts', 'format'],
    refactor: ['plan', 'rules', 'syntax', 'format', 'fixes'],
    // What the language server and the extension say to each other beyond the protocol of editors.
    'protocol.ts': [],
    lsp: [
        'plan',
        'analysis',
        'rules',
        'render',
        'syntax',
        'format',
        'fixes',
        'refactor',
        'libraries.ts',
        'configuration.ts',
        'workspace.ts',
        'protocol.ts',
        'disk',
        'package.json',
    ],
    'server.ts': ['lsp'],
    cli: [
        'plan',
        'analysis',
        'rules',
        'render',
        'syntax',
        'libraries.ts',
        'configuration.ts',
        'workspace.ts',
        'format',
        'fixes',
        'lsp',
        'disk',
        'package.json',
    ],
};

/** Packages: what a part may ask npm or Node for. The command line, at the top, may ask for anything. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
    'analysis/similarity': /^natural\//,
    syntax: /^(langium|chevrotain)(\/|$)/,
    'configuration.ts': /^jsonc-parser$/,
    disk: /^(picomatch|node:buffer)$/,
    lsp: /^vscode-(languageserver|uri|jsonrpc)|^node:/,
    'server.ts': /^vscode-languageserver/,
    cli: /./,
};

const files = readdirSync(join(ROOT, SRC), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.includes('/generated/'))
    .sort();
const texts = new Map(files.map((file) => [file, readFileSync(join(ROOT, SRC, file), 'utf8')]));

/** Everything a file imports: files below `language/src`, `seeds/…`, or packages by name. */
function importsOf(file: string): { readonly target: string; readonly isPackage: boolean }[] {
    return ts
        .preProcessFile(texts.get(file)!, true, false)
        .importedFiles.map(({ fileName }) =>
            fileName.startsWith('.')
                ? { target: normalize(join(dirname(file), fileName)).replace(/^(\.\.\/)+/, ''), isPackage: false }
                : { target: fileName, isPackage: true },
        );
}

function isIn(file: string, part: string): boolean {
    return file === part || file.startsWith(`${part}/`);
}

describe('who may import whom', () => {
    test('every file belongs to a part that is known', () => {
        expect(files.filter((file) => !Object.keys(MAY).some((part) => isIn(file, part)))).toEqual([]);
        expect(files.length).toBeGreaterThan(150);
    });

    test('parts import only what lies below them, and the thinking parts neither Langium nor Node', () => {
        const wrong = files.flatMap((file) => {
            const part = Object.keys(MAY).find((each) => isIn(file, each))!;
            return importsOf(file)
                .filter(({ target, isPackage }) =>
                    isPackage
                        ? !Object.entries(PACKAGES).some(([each, names]) => isIn(file, each) && names.test(target))
                        : ![part, ...MAY[part]!].some((each) => isIn(target, each)),
                )
                .map(({ target }) => `${file} -> ${target}`);
        });
        expect(wrong).toEqual([]);
    });

    test('no file imports itself by a detour', () => {
        const done = new Set<string>();
        const cycles: string[] = [];
        const visit = (file: string, path: readonly string[]): void => {
            if (path.includes(file)) {
                cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
            } else if (!done.has(file) && texts.has(file)) {
                for (const { target } of importsOf(file)) {
                    visit(target, [...path, file]);
                }
                done.add(file);
            }
        };
        for (const file of files) {
            visit(file, []);
        }
        expect(cycles).toEqual([]);
    });
});

describe('what a reader may count on', () => {
    test(`no file has more than ${LINES} lines`, () => {
        expect(files.filter((file) => texts.get(file)!.trimEnd().split('\n').length > LINES)).toEqual([]);
    });

    test('everything exported says what it is for', () => {
        const bare = [...texts].flatMap(([file, text]) => {
            const lines = text.split('\n');
            return lines.flatMap((line, i) => {
                const name = /^export (?:async )?(?:abstract )?(?:function|type|interface|class|const) (\w+)/.exec(
                    line,
                )?.[1];
                // Overloads and rules share one comment; a rule's is its page.
                const documented =
                    /\*\/\s*$/.test(lines[i - 1] ?? '') ||
                    /^export function/.test(lines[i - 1] ?? '') ||
                    /: Rule = /.test(line);
                return name === undefined || documented ? [] : [`${file}: ${name}`];
            });
        });
        expect(bare).toEqual([]);
    });

    test('every path that docs/architecture.md names exists', () => {
        const paths = [
            ...readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8').matchAll(
                /`([\w.-]+(?:\/[\w.-]*)+|[\w-]+\.(?:ts|mjs))`/g,
            ),
        ].map((match) => match[1]!);
        expect(paths.length).toBeGreaterThan(20);
        expect(paths.filter((path) => ![path, `${SRC}/${path}`].some((each) => existsSync(join(ROOT, each))))).toEqual(
            [],
        );
    });
});
