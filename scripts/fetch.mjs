/** Tools that are fetched once, beside the project's own packages, for tests and for packing. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Everything that is fetched once and kept; git ignores it. */
export const CACHE = resolve('.vscode-test');

/** Installs a package into a folder of its own, once: a folder that is there is whole. */
export function installOnce(folder, { name, version }, finish = () => undefined) {
    if (existsSync(folder)) {
        return;
    }
    console.log(`Fetching ${name} ${version} (only this time) ...`);
    const beside = `${folder}.part`;
    rmSync(beside, { recursive: true, force: true });
    mkdirSync(beside, { recursive: true });
    writeFileSync(join(beside, 'package.json'), '{ "private": true }\n');
    npm(['install', '--ignore-scripts', '--omit=optional', `${name}@${version}`], beside);
    renameSync(beside, folder);
    try {
        finish();
    } catch (error) {
        rmSync(folder, { recursive: true, force: true });
        throw error;
    }
}

/** Runs npm quietly. */
export function npm(words, cwd) {
    const all = [...words, '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
    run('npm', all, { cwd, shell: process.platform === 'win32' });
}

/** Runs a command and throws what it said when it fails. */
export function run(command, words, options = {}) {
    const { status, stdout, stderr, error } = spawnSync(command, words, {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        ...options,
    });
    if (status !== 0) {
        throw new Error(`${command} ${words.join(' ')} failed: ${error?.message ?? `${stdout}${stderr}`.trim()}`);
    }
}
