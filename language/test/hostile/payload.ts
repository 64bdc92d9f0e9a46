import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { words } from '../../src/syntax/parser.ts';

/** What every text of the hostile plan says: something for every reader of every output to fall for. */
export const PAYLOAD = [
    'Judul <x-evil onevil="1">',
    '</title></text></style></script><script>evil()</script>',
    '<img src=//evil.example/i onerror=evil()>',
    `"><a href='https://evil.example/h'>`,
    '[x](https://evil.example/l) ![x](//evil.example/m) <https://evil.example/n>',
    'https://evil.example/u www.evil.example me@evil.example @evil #1 $evil$',
    '``` <x-evil> [y](https://evil.example/k) `',
    ']]> &lt;x-evil&gt; &#60;x-evil&#62;',
    '=HYPERLINK("https://evil.example") {{evil}} \u0024{evil} %s %0A::error::evil',
    '\u001b[31m \u0007 \u0001 \u009b31m \u2028 \ud800',
    '\n::error::evil\n##[error]evil\n##vso[task.evil]x',
].join(' ');

/** A folder's and a file's names may be as hostile as a text. */
export const FILE = 'b\n::error::evil <x-evil onevil=1> [x](evil.example) `.smartcity';

const FIXTURES = join(import.meta.dirname, '../syntax/fixtures');

/**
 * A plan of every declaration and every clause, in which each text is the payload; those that have to be codes to be
 * followed by anything stay what they are when `keepsCodes`. Two programs double each other, so that sectors have findings.
 */
export function hostilePlan(keepsCodes: boolean): string {
    const text = `${readFileSync(join(FIXTURES, 'everything.smartcity'), 'utf8')}
program second-room "Ruang kedua" { owner dishub  element governance.service  start 2020  duration 3..9..20 months  delivers complaints  raises own-frame.i to 3 }
waive duplicate-service for second-room because "Alasan" by dishub until 2099
area kota "Kota"
dimension own "Dimensi" { element one "Unsur" { description "x" } }
framework own-frame "Kerangka" { description "x"  scale 1..5 staged  aggregate mean  level 3 "Tiga"  band "Baik" from 2.6
    domain d "Ranah" { description "x"  indicator i "Indikator" measures own { description "x"  level 3 "Tiga" } } }
fund own-fund "Dana"
program broken "Rusak" { ownr dishub "x"  owner nobody  during 2020..2019 }
`;
    const { tokens } = words().read(text);
    return tokens
        .filter(({ tokenType }) => tokenType === words().types.text)
        .reverse()
        .reduce((before, { image, startOffset }) => {
            const isCode = /^"[\d.]+"$/.test(image);
            return isCode && keepsCodes
                ? before
                : before.slice(0, startOffset) + written + before.slice(startOffset + image.length);
        }, text);
}

/** The payload as a text of the language. */
const written = `"${PAYLOAD.replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n')
    .replace(/\u2028/g, '\u2028')}"`;

type Node = DefaultTreeAdapterMap['node'];

/** What of a page, a picture or a part of one came alive that a plan has written; nothing should. */
export function aliveInHtml(html: string): string[] {
    const alive: string[] = [];
    const visit = (node: Node, inside: string): void => {
        if ('tagName' in node) {
            if (/^(?:x-evil|script|img|iframe|object|embed|base|form|foreignobject|meta-evil)$/i.test(node.tagName)) {
                alive.push(`<${node.tagName}>`);
            }
            for (const { name, value } of node.attrs) {
                if (
                    /^on|^style$/i.test(name) ||
                    (/^(?:href|src|xlink:href|action)$/i.test(name) && !/^[#]/.test(value))
                ) {
                    alive.push(`${node.tagName} ${name}="${value.slice(0, 60)}"`);
                }
            }
        } else if ('value' in node && inside === 'style' && /evil/.test(node.value)) {
            alive.push('a style');
        } else if (node.nodeName === '#comment') {
            alive.push('a comment');
        }
        for (const child of 'childNodes' in node ? node.childNodes : []) {
            visit(child, 'tagName' in node ? node.tagName : '');
        }
        if ('content' in node) {
            visit(node.content, 'template');
        }
    };
    visit(parse(html), '');
    return alive;
}

/** The words that a reader of a page sees, attributes for tooltips and for those who listen included. */
export function seenInHtml(html: string): string {
    const seen: string[] = [];
    const visit = (node: Node): void => {
        if ('value' in node) {
            seen.push(node.value);
        }
        seen.push(...('attrs' in node ? node.attrs.map(({ value }) => value) : []));
        ('childNodes' in node ? node.childNodes : []).forEach(visit);
    };
    visit(parse(html));
    return seen.join('\n');
}

/** What of a Markdown text came alive: as `aliveInHtml`, and links, mentions, numbers of issues, formulas. */
export function aliveInMarkdown(markdown: string): string[] {
    const html = marked.parse(markdown, { async: false, gfm: true });
    const outside = markdown.replace(/`[^`\n]*`/g, '');
    return [...aliveInHtml(html), ...[...outside.matchAll(/@evil|(?<!&)#1\b|(?<!\\)\$evil/g)].map(([found]) => found)];
}

/** Lines that a build server or a terminal would obey; `commands` are those that are meant. */
export function obeyedIn(text: string, commands = /^$/): string[] {
    return text
        .split(/[\n\r]/)
        .filter((line) =>
            commands.test(line) ? false : /^\s*::|##\[|##vso\[/.test(line) || /[^\P{Cc}\t]/u.test(line),
        );
}
