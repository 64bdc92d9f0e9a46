import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, run } from '../cli/run.ts';

/** A plan whose every text tries something: commands, addresses, formulas, markup. */
const PLAN = `use smart-city-100, garuda
masterplan kota "$(touch owned) \`touch owned\` <script src=//evil.example/x.js>" {
    period 2020..2029
    vision "=HYPERLINK(\\"https://evil.example\\") {{constructor.constructor('return process')()}}"
    target garuda 4 by 2021
}
opd __proto__ "<img src=x onerror=alert(1)>"
opd constructor "javascript:alert(1)"
program toString "\${process.exit(7)}; rm -rf ." { owner __proto__  partners constructor  during 2020..2021  element governance.service }
program hasOwnProperty "../../../../etc/passwd" { owner constructor  after toString  duration 2 months  source "file:///etc/passwd" }
`;

/** What a process loads first: it tells of everything that would leave the process, and lets nothing of it happen. */
const SPY = `
const tell = (what) => { require('node:fs').writeSync(2, 'SPIED ' + what + '\\n'); throw new Error('spied ' + what); };
for (const [name, keys] of Object.entries({
    child_process: ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
    net: ['connect', 'createConnection', 'createServer'], http: ['request', 'get'], https: ['request', 'get'],
    dns: ['lookup', 'resolve'], dgram: ['createSocket'], vm: ['runInNewContext', 'runInThisContext', 'compileFunction'],
    worker_threads: ['Worker'],
})) {
    const found = require(name);
    for (const key of keys) { found[key] = () => tell(name + '.' + key); }
}
globalThis.fetch = () => tell('fetch');
globalThis.eval = () => tell('eval');
`;

function everythingIn(root: string): Map<string, string> {
    const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    return new Map(
        names
            .map((each) => join(each.parentPath, each.name))
            .sort()
            .map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
    );
}

test.each([
    ['check', ['check']],
    [
        'check in every format for machines',
        ['check', '--format', 'sarif', '--format', 'json=out/a.json', '--format', 'github=out/b.txt'],
    ],
    ['roadmap', ['roadmap', '--format', 'json']],
    ['maturity', ['maturity', '--format', 'json']],
    ['render', ['render', '--out', 'out']],
    ['render of one page', ['render', '--out', 'out/page.html']],
])('a hostile plan starts nothing, fetches nothing, and writes only where it was told to: %s', (_, words) => {
    const spy = folder({ 'spy.cjs': SPY });
    const cwd = folder({
        'smartcity.json': '{ "exclude": ["$(touch owned)"], "locale": "en" }',
        'a.smartcity': PLAN,
    });
    const before = everythingIn(cwd);
    const { status, err } = run({ cwd, env: { NODE_OPTIONS: `--require ${join(spy, 'spy.cjs')}` } }, ...words);
    expect(err).not.toContain('SPIED');
    expect([0, 1]).toContain(status);
    const after = everythingIn(cwd);
    expect([...after.keys()].filter((name) => !before.has(name) && !name.startsWith('out/'))).toEqual([]);
    expect([...before].filter(([name, text]) => after.get(name) !== text)).toEqual([]);
    for (const [name, text] of after) {
        if (/\.(?:html|svg)$/.test(name)) {
            // Values of attributes may say anything; where they lead may not.
            expect(text, name).not.toMatch(/<(?:script|img|iframe|object)|<[^>]* (?:src|href)="(?!#|data:)/);
            expect(text.replace(/="[^"]*"/g, '=""'), name).not.toMatch(/<[^>]* on[a-z]+=/);
        }
    }
});
