/**
 * `npm run check`: types, lint and format, and whether what is generated and committed is fresh.
 * Exported for `npm test`, which counts the complaints.
 */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { enterProject } from './setup.mjs';

/** What is checked: a command of Node, and how many complaints its output tells of. */
const CHECKS = [
    {
        name: 'grammar',
        words: ['build.mjs', '--generate'],
        count: () => 1,
    },
    {
        name: 'types',
        words: ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false'],
        count: (text) => matches(text, /error TS\d+/g),
    },
    {
        name: 'types of the preview',
        words: [
            'node_modules/typescript/bin/tsc',
            '--noEmit',
            '--pretty',
            'false',
            '--project',
            'extension/src/webview',
        ],
        count: (text) => matches(text, /error TS\d+/g),
    },
    {
        name: 'lint and format',
        words: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--colors=off', '.'],
        count: (text) => sum(text, /Found (\d+) (?:error|warning)s?\./g),
    },
    {
        name: 'third-party notices',
        words: ['scripts/notices.mjs', '--check'],
        count: () => 1,
    },
    {
        name: 'bill of materials',
        words: ['scripts/sbom.mjs'],
        count: () => 1,
    },
];

/** Runs all checks, prints what they complain of, and returns the number of complaints. */
export function countComplaints() {
    let complaints = 0;
    for (const { name, words, count } of CHECKS) {
        const { status, stdout, stderr } = spawnSync(process.execPath, words, {
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'pipe'],
            maxBuffer: 64 * 1024 * 1024,
        });
        if (status === 0) {
            console.log(`${name}: good`);
            continue;
        }
        const text = `${stdout ?? ''}${stderr ?? ''}`;
        process.stdout.write(text);
        // A check that breaks without a countable complaint is still one.
        const found = Math.max(1, count(text));
        complaints += found;
        console.log(`${name}: ${found === 1 ? '1 complaint' : `${found} complaints`}`);
    }
    return complaints;
}

function matches(text, pattern) {
    return [...text.matchAll(pattern)].length;
}

function sum(text, pattern) {
    return [...text.matchAll(pattern)].reduce((total, [, digits]) => total + Number(digits), 0);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
    enterProject();
    process.exitCode = countComplaints() > 0 ? 1 : 0;
}
