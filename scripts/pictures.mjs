/**
 * `npm run pictures`: makes the pictures of the README from Kota Kediri's plan: the drawings with the built command line,
 * those of the editor from what its suite last saw on the screen (`npm run test:vscode`).
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BIN, build, enterProject, install } from './setup.mjs';

/** Which drawing becomes which picture. */
const PICTURES = { 'roadmap.svg': 'docs/pictures/kediri-roadmap.svg' };

/** Which screen becomes which picture. */
const SCREENS = {
    'out/screens/preview-roadmap-light.png': 'docs/pictures/editor-roadmap.png',
    'out/screens/preview-maturity-dark.png': 'docs/pictures/editor-maturity.png',
};

/** The day that the pictures show as today, so that they come out the same on every day. */
const TODAY = '2026-01-01';

enterProject();
if (!install() || !build()) {
    process.exit(1);
}
const drawn = mkdtempSync(join(tmpdir(), 'smartcity-pictures-'));
try {
    const words = [BIN, 'render', 'examples/kediri', '--theme', 'light', '--today', TODAY, '--out', drawn];
    const { status } = spawnSync(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) {
        console.error(`Rendering broke (exit code ${status}).`);
        process.exitCode = 1;
    } else {
        mkdirSync('docs/pictures', { recursive: true });
        for (const [from, to] of Object.entries(PICTURES)) {
            if (existsSync(join(drawn, from))) {
                copyFileSync(join(drawn, from), to);
                console.log(to);
            } else {
                console.error(`There is no ${from} among what was drawn: ${readdirSync(drawn).sort().join(', ')}.`);
                process.exitCode = 1;
            }
        }
    }
    for (const [from, to] of Object.entries(SCREENS)) {
        if (existsSync(from)) {
            copyFileSync(from, to);
            console.log(to);
        } else {
            console.error(`There is no ${from}: run "npm run test:vscode" first.`);
            process.exitCode = 1;
        }
    }
} finally {
    rmSync(drawn, { recursive: true, force: true });
}
