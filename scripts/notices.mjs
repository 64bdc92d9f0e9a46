/**
 * Writes THIRD-PARTY-NOTICES.md: the packages whose code ends up in what ships, with their licences, as the bundler
 * sees them. With --check it only compares, and ends with 1 when the file is out of date.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { enterProject } from './setup.mjs';

const NOTICES = 'THIRD-PARTY-NOTICES.md';

const INTRO = `# Third-party notices

Smartcity is under the MIT licence (see \`LICENSE\`). What ships contains code of the packages below.
This file is made by \`npm run generate\`.

| package | version | licence |
|---|---|---|
`;

/** Where the sources of everything that ships are. */
const SOURCES = ['language/src', 'extension/src'];

/** Files of a package that hold its licence or what it owes to others. */
const LICENCE_FILE = /^(licen[cs]e|notice|thirdpartynotices|third-party-notices)(\.(md|txt))?$/i;

enterProject();
const wanted = write(await shippedPackages());
if (!process.argv.includes('--check')) {
    writeFileSync(NOTICES, wanted);
} else if (!existsSync(NOTICES) || readFileSync(NOTICES, 'utf8') !== wanted) {
    console.error(`${NOTICES} is out of date: run "npm run generate".`);
    process.exitCode = 1;
}

/** The folders of all packages of which at least a line is bundled, sorted, each with its bundled files. */
async function shippedPackages() {
    const { metafile } = await build({
        entryPoints: SOURCES.filter(existsSync).flatMap(sourcesUnder),
        bundle: true,
        splitting: true,
        format: 'esm',
        platform: 'node',
        outdir: 'dist',
        write: false,
        metafile: true,
        mainFields: ['module', 'main'],
        loader: { '.md': 'text', '.txt': 'text', '.smartcity': 'text' },
        external: ['vscode'],
        logLevel: 'error',
    });
    const packages = new Map();
    for (const output of Object.values(metafile.outputs)) {
        for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
            const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
            if (folder !== null && bytesInOutput > 0) {
                packages.set(folder[1], [...(packages.get(folder[1]) ?? []), path].sort());
            }
        }
    }
    return [...packages].sort(([a], [b]) => (a < b ? -1 : 1));
}

function sourcesUnder(folder) {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = `${folder}/${entry.name}`;
        if (entry.isDirectory()) {
            return sourcesUnder(path);
        }
        return path.endsWith('.ts') && !path.endsWith('.d.ts') ? [path] : [];
    });
}

/** The file's text: the packages, then each licence text once, word for word, under the packages that bring it. */
function write(packages) {
    const owners = new Map();
    const rows = [];
    for (const [folder, files] of packages) {
        const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
        rows.push(`| ${name} | ${version} | ${license} |`);
        const texts = new Set([...licenceTexts(folder), ...files.flatMap(ownNotice)]);
        if (texts.size === 0) {
            throw new Error(`The package ${name} brings no licence text.`);
        }
        for (const text of texts) {
            owners.set(text, [...(owners.get(text) ?? []), name]);
        }
    }
    const sections = [...owners].map(([text, names]) => `\n## ${names.join(', ')}\n\n\`\`\`text\n${text}\n\`\`\`\n`);
    return `${INTRO}${rows.join('\n')}\n${sections.join('')}`;
}

/** What a package says about its licence. */
function licenceTexts(folder) {
    return readdirSync(folder)
        .filter((file) => LICENCE_FILE.test(file))
        .sort()
        .map((file) => tidy(readFileSync(`${folder}/${file}`, 'utf8')));
}

/** The licence that a file carries at its head: parts of a package may have come from other authors. */
function ownNotice(file) {
    const comment = /^\s*(?:(?:'use strict'|"use strict");?\s*)?\/\*([\s\S]*?)\*\//.exec(readFileSync(file, 'utf8'));
    return comment?.[1].includes('Permission is hereby granted') ? [tidy(comment[1])] : [];
}

/** A text without trailing blanks, so that equal texts are equal. */
function tidy(text) {
    return text
        .replace(/\r\n?/g, '\n')
        .replace(/[ \t]+$/gm, '')
        .trim();
}
