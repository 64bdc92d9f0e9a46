/**
 * The step of the GitHub Action (`action.yml`): checks plans with annotations, a job summary and a SARIF file, and writes
 * what a pull request changes as text for a comment. Its inputs come as INPUT_… variables; it ends with the exit code of
 * the check.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BIN = join(ROOT, 'dist/smartcity.cjs');
const WORK = resolve(input('working-directory') || '.');
const OUT = resolve(WORK, input('out') || 'smartcity-out');

buildOnce();
mkdirSync(OUT, { recursive: true });
const status = check();
const comment = compare();
tell({ 'exit-code': status, sarif: join(OUT, 'findings.sarif'), comment, ...counts() });
process.exitCode = status;

function input(name) {
    return (process.env[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`] ?? '').trim();
}

/** An action is fetched as source: its first step makes the program. */
function buildOnce() {
    if (existsSync(BIN)) {
        return;
    }
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    for (const [command, ...words] of [
        [npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'],
        [process.execPath, 'build.mjs'],
    ]) {
        const { status: code } = spawnSync(command, words, { cwd: ROOT, stdio: 'inherit', shell: command === npm });
        if (code !== 0) {
            console.log('::error::The program could not be built; the lines above say why.');
            process.exit(3);
        }
    }
}

/** Runs the program and shows what it says. */
function run(words, stdio = 'inherit') {
    return spawnSync(process.execPath, [BIN, ...words], { cwd: WORK, stdio, encoding: 'utf8' });
}

/** An option with its value, or nothing where the input is empty. */
function option(name) {
    const value = input(name);
    return value === '' ? [] : [`--${name}`, value];
}

function check() {
    const paths = input('paths')
        .split('\n')
        .map((path) => path.trim())
        .filter((path) => path !== '');
    const files = [
        '--format',
        `sarif=${join(OUT, 'findings.sarif')}`,
        '--format',
        `json=${join(OUT, 'findings.json')}`,
    ];
    const options = ['fail-on', 'max-warnings', 'new-since', 'locale'].flatMap(option);
    return run(['check', '--format', 'github', ...files, ...options, '--', ...paths]).status ?? 3;
}

/** What the branch changes, as Markdown; empty outside of pull requests. A base that is not fetched is no failure. */
function compare() {
    const base = input('base') || (process.env.GITHUB_BASE_REF ?? '');
    if (base === '') {
        return '';
    }
    const file = join(OUT, 'changes.md');
    rmSync(file, { force: true });
    const { stderr } = run(['diff', '--base-ref', base, '--out', file, ...option('locale')], 'pipe');
    if (existsSync(file)) {
        return file;
    }
    const reason = String(stderr).trim().replace(/\s+/g, ' ');
    console.log(`::notice::No comparison with ${base}: ${reason} Check out with \`fetch-depth: 0\`.`);
    return '';
}

function counts() {
    const file = join(OUT, 'findings.json');
    if (!existsSync(file)) {
        return {};
    }
    const { error, warning, info, waived } = JSON.parse(readFileSync(file, 'utf8')).summary;
    return { errors: error, warnings: warning, infos: info, waived };
}

/** Sets the outputs of the step. */
function tell(outputs) {
    const lines = Object.entries(outputs).map(([name, value]) => `${name}=${String(value).replace(/[\r\n]+/g, ' ')}\n`);
    if (process.env.GITHUB_OUTPUT) {
        appendFileSync(process.env.GITHUB_OUTPUT, lines.join(''));
    }
}
