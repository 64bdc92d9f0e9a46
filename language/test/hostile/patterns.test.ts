import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from 'scslre';
import ts from 'typescript';
import { expect, test } from 'vitest';

const LANGUAGE = join(import.meta.dirname, '../../src');
const EXTENSION = join(import.meta.dirname, '../../../extension/src');

/** Regular expression literals in everything that ships, with their places. */
function patterns(): { where: string; pattern: RegExp }[] {
    return [LANGUAGE, EXTENSION].flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' })
            .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
            .flatMap((file) => {
                const source = ts.createSourceFile(
                    file,
                    readFileSync(join(folder, file), 'utf8'),
                    ts.ScriptTarget.ES2022,
                );
                const found: { where: string; pattern: RegExp }[] = [];
                const visit = (node: ts.Node): void => {
                    if (ts.isRegularExpressionLiteral(node)) {
                        const cut = node.text.lastIndexOf('/');
                        const flags = node.text.slice(cut + 1).replace(/[gy]/g, '');
                        found.push({
                            where: `${file} ${node.text}`,
                            pattern: new RegExp(node.text.slice(1, cut), flags),
                        });
                    }
                    ts.forEachChild(node, visit);
                };
                visit(source);
                return found;
            }),
    );
}

/** Texts on which patterns that look back take for ever: long runs of what they may match, with an end that they do not. */
const SIZE = 1200;
const RUNS = [' ', '\n', 'a', '0', '.', '*', '/', '"', '`', '\\', '<', ',', 'a ', 'a.', '0_', '" ', '..'];
const HEADS = ['', '"', '1'];
const ENDS = ['!', '\u0000'];

/** Milliseconds that a pattern may take for one such text; a pattern that looks back beyond measure takes minutes. */
const MOST = 150;

test('no regular expression takes long on any text that is made to make it', () => {
    const all = patterns();
    expect(all.length).toBeGreaterThan(100);
    const slow: string[] = [];
    for (const { where, pattern } of all) {
        for (const run of RUNS) {
            const body = run.repeat(Math.ceil(SIZE / run.length));
            for (const head of HEADS) {
                for (const end of ENDS) {
                    const started = process.cpuUsage();
                    pattern.test(head + body + end);
                    const { user } = process.cpuUsage(started);
                    if (user / 1000 > MOST) {
                        slow.push(`${where} on ${JSON.stringify(head + run)}…: ${Math.round(user / 1000)} ms`);
                    }
                }
            }
        }
    }
    expect(slow).toEqual([]);
}, 120_000);

test('the check knows a pattern that looks back beyond measure', () => {
    const started = process.cpuUsage();
    /^(?:a+)+$/.test(`${'a'.repeat(26)}!`);
    expect(process.cpuUsage(started).user / 1000).toBeGreaterThan(50);
});

/** What would take the square of a text's length, and is only ever given short ones. */
const SHORT: Readonly<Record<string, string>> = {
    'fixes/declare.ts /^\\s*?(?:\\r\\n|\\r|\\n)[^\\S\\r\\n]*(?:\\r\\n|\\r|\\n)\\s*\\S/': 'the next 200 characters',
    'fixes/ways/reading.ts /[\\w-]+$/': 'a keyword of ours',
    'format/layout.ts /[\\r\\n]*$/': 'a line, which has one end',
    'lsp/completion/context.ts /[\\w.-]*$/': 'the 200 characters before the cursor',
    'new-plan.ts /^[-0-9]+|-+$/g': 'a title typed into a box',
    'new-plan.ts /^\\s*(\\d{4})\\s*(?:-|–|\\.\\.|\\s|sampai|to)\\s*(\\d{4})\\s*$/': 'years typed into a box',
    'plan/money.ts /\\B(?=(\\d{3})+(?!\\d))/g': 'the digits of a number',
};

test('no regular expression takes the square of a text that may be long', () => {
    const found = patterns().flatMap(({ where, pattern: { source } }) => {
        // A pattern that only looks at one place cannot begin anew.
        const flags = where.slice(where.lastIndexOf('/') + 1);
        const { reports } = analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } });
        return reports.length === 0 ? [] : [where];
    });
    expect([...new Set(found)].sort()).toEqual(Object.keys(SHORT).sort());
});

test('that check knows a pattern which begins anew at every character', () => {
    const { reports } = analyse({ source: 'a+$', flags: '' }, { reportTypes: { Move: true, Self: true, Trade: true } });
    expect(reports).toHaveLength(1);
});
