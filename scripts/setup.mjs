/**
 * What `npm start` and `npm test` do first: look at the Node version, install what is missing, build what is out of
 * date. Nothing here may need an installed package, and all of it must at least load on old versions of Node.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The oldest Node that works, as `engines` in package.json says it. */
const OLDEST_NODE = 20;

/** Which Node and machine the installed packages were made for; some of them are compiled. */
const INSTALL_STAMP = 'node_modules/.smartcity-installed-for.json';

/** What the last build read and wrote. */
const BUILD_STAMP = 'dist/.built-from.json';

/** Everything that a build reads. What the grammar generates is left out: it follows from the grammar. */
const BUILD_INPUTS = [
    'language/src',
    'extension',
    'seeds',
    'build.mjs',
    'scripts/code-cache.mjs',
    'langium-config.json',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
];
const NOT_AN_INPUT = new Set(['generated', 'node_modules', 'dist', 'out', 'test']);

/** The built command line. */
export const BIN = 'dist/smartcity.cjs';

/** Goes to the root of the project, and ends the run with a plain sentence when Node is too old. */
export function enterProject() {
    process.chdir(fileURLToPath(new URL('..', import.meta.url)));
    const major = Number(process.versions.node.split('.')[0]);
    if (major < OLDEST_NODE) {
        console.error(
            `Smartcity needs Node.js ${OLDEST_NODE} or newer; this is Node.js ${process.versions.node}. ` +
                'Install a newer one from https://nodejs.org and run the same command again.',
        );
        process.exit(2);
    }
}

/** Runs `npm ci` when a package of the lock file is missing or stands in another version. Returns whether it worked. */
export function install() {
    const machine = `node ${process.versions.node.split('.')[0]} ${process.platform} ${process.arch}`;
    const stamp = readJson(INSTALL_STAMP);
    if (!isInstalled() || (stamp !== undefined && stamp.machine !== machine)) {
        console.log('Installing the packages of package-lock.json (only this time) ...');
        // npm is a script of the shell on Windows, and only a shell starts it there.
        const options = { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' };
        const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--no-update-notifier'], options);
        if (status !== 0) {
            console.error('The packages could not be installed; npm says above why.');
            return false;
        }
    }
    if (stamp === undefined || stamp.machine !== machine || !existsSync(INSTALL_STAMP)) {
        writeFileSync(INSTALL_STAMP, `${JSON.stringify({ machine })}\n`);
    }
    return true;
}

/** Whether node_modules holds every package of the lock file. npm itself notes there what it has installed. */
function isInstalled() {
    const wanted = readJson('package-lock.json');
    const present = readJson('node_modules/.package-lock.json');
    if (wanted === undefined || present === undefined) {
        return false;
    }
    return Object.entries(wanted.packages).every(([path, { version, optional }]) => {
        // Optional packages are those of other machines.
        if (path === '' || optional) {
            return true;
        }
        const found = present.packages[path];
        return found !== undefined && found.version === version && existsSync(join(path, 'package.json'));
    });
}

/** Builds when an input changed since the last build or an output is gone. Returns whether `dist/` is good. */
export function build() {
    const inputs = fingerprint(BUILD_INPUTS);
    const stamp = readJson(BUILD_STAMP);
    if (
        stamp !== undefined &&
        stamp.inputs === inputs &&
        stamp.outputs.every(({ path, size }) => sizeOf(path) === size)
    ) {
        return true;
    }
    console.log('Building ...');
    rmSync(BUILD_STAMP, { force: true });
    const { status } = spawnSync(process.execPath, ['build.mjs'], { stdio: ['ignore', 'inherit', 'inherit'] });
    if (status !== 0 || !existsSync(BIN)) {
        console.error('The build failed.');
        return false;
    }
    const outputs = filesUnder('dist').map((path) => ({ path, size: sizeOf(path) }));
    mkdirSync('dist', { recursive: true });
    writeFileSync(BUILD_STAMP, `${JSON.stringify({ inputs, outputs }, undefined, 1)}\n`);
    return true;
}

/** One number for the names and contents of files and folders, the same on every machine. */
function fingerprint(paths) {
    const hash = createHash('sha256');
    for (const path of paths.flatMap(filesUnder)) {
        hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
    }
    return hash.digest('hex');
}

/** All files under a folder, sorted; the file itself when it is one; nothing when it does not exist. */
function filesUnder(path) {
    if (!existsSync(path)) {
        return [];
    }
    if (!statSync(path).isDirectory()) {
        return [path];
    }
    return readdirSync(path)
        .filter((name) => !NOT_AN_INPUT.has(name))
        .sort()
        .flatMap((name) => filesUnder(`${path}/${name}`));
}

/** Bytes of a file, or -1 when it is not there. */
function sizeOf(path) {
    return existsSync(path) ? statSync(path).size : -1;
}

/** What a JSON file holds, or nothing when it is missing or damaged. */
function readJson(path) {
    try {
        return JSON.parse(readFileSync(path, 'utf8'));
    } catch {
        return undefined;
    }
}
