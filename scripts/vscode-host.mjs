/**
 * A real VS Code to test the extension in: the desktop one where it can be had (`@vscode/test-electron`), else the
 * same workbench and extension host as they come in the npm package `code-server`, seen through a headless Chromium.
 * `SMARTCITY_VSCODE_HOST=desktop` or `server` asks for one of them.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { CACHE, installOnce, npm, run } from './fetch.mjs';

/** The server carries VS Code 1.100; newer ones want a newer Node than the project asks for. */
const SERVER = { name: 'code-server', version: '4.100.3' };

/** What VS Code searches files with; the server's own copy is fetched by a script that needs the open network. */
const SEARCH = { name: '@vscode/ripgrep', version: '1.18.0' };

/** A Chromium in a package, for machines without one. */
const CHROMIUM = { name: '@sparticuz/chromium', version: '143.0.4' };

/** The desktop version that is tested. */
const DESKTOP_VERSION = '1.100.3';

/** Where systems keep a Chromium or Chrome. */
const BROWSERS = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const BROWSER_FLAGS = [
    '--headless=shell',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

/** The size of the window in pixels. */
const WINDOW = { width: 1440, height: 900 };

/**
 * Gets a host ready, fetching what is missing. It has a `name`; `install(vsix, extensions)` puts a package into a folder
 * of extensions; `open(window)` opens a window and gives `{ page, close() }`, where `page` is Playwright's and
 * `close` gives the texts of VS Code's logs. Throws a sentence when no host can be had.
 */
export async function getHost() {
    const wanted = process.env.SMARTCITY_VSCODE_HOST;
    const hasScreen = process.platform !== 'linux' || process.env.DISPLAY !== undefined;
    if (wanted === 'desktop' || (wanted !== 'server' && hasScreen)) {
        try {
            return await getDesktop();
        } catch (error) {
            if (wanted === 'desktop') {
                throw error;
            }
            console.log(`VS Code itself cannot be had (${error.message}); its server is used instead.`);
        }
    }
    return getServer();
}

async function getDesktop() {
    const { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } = await import('@vscode/test-electron');
    const executable = await downloadAndUnzipVSCode({ version: DESKTOP_VERSION, cachePath: CACHE });
    return {
        name: `VS Code ${DESKTOP_VERSION}, desktop`,
        install(vsix, extensions) {
            const [cli, ...words] = resolveCliArgsFromVSCodeExecutablePath(executable);
            run(cli, [...words, '--install-extension', vsix, '--extensions-dir', extensions, '--force']);
        },
        async open({ extension, tests, folder, extensions, data, env }) {
            const port = await freePort();
            const words = [
                folder,
                `--extensionDevelopmentPath=${extension}`,
                `--extensionTestsPath=${tests}`,
                `--extensions-dir=${extensions}`,
                `--user-data-dir=${data}`,
                `--remote-debugging-port=${port}`,
                '--disable-workspace-trust',
                '--disable-updates',
                '--skip-welcome',
                '--skip-release-notes',
                '--no-sandbox',
            ];
            const child = spawn(executable, words, { env: { ...process.env, ...env }, stdio: 'ignore' });
            const { chromium } = await import('playwright-core');
            const browser = await retry(() => chromium.connectOverCDP(`http://127.0.0.1:${port}`), 30_000);
            const page = await retry(async () => {
                const found = browser
                    .contexts()[0]
                    ?.pages()
                    .find((each) => each.url().includes('workbench'));
                return found ?? Promise.reject(new Error('The window of VS Code did not open.'));
            }, 30_000);
            return {
                page,
                async close() {
                    await browser.close().catch(() => undefined);
                    child.kill();
                    return { logs: '' };
                },
            };
        },
    };
}

async function getServer() {
    const server = installServer();
    const browser = await getBrowser();
    const entry = join('out', 'server-main.js');
    return {
        name: `VS Code server ${readVersion(server)} of ${SERVER.name} ${SERVER.version}, ${browser.name}`,
        install(vsix, extensions) {
            const words = [entry, '--install-extension', vsix, '--extensions-dir', extensions];
            run(process.execPath, words, { cwd: server });
        },
        async open({ extension, tests, folder, extensions, data, env }) {
            const port = await freePort();
            const words = [
                ...[entry, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
                ...['--server-data-dir', data, '--extensions-dir', extensions, '--telemetry-level', 'off'],
                ...['--accept-server-license-terms', '--disable-workspace-trust'],
            ];
            const child = spawn(process.execPath, words, {
                cwd: server,
                env: { ...process.env, ...env },
                stdio: ['ignore', 'pipe', 'pipe'],
            });
            let said = '';
            const started = new Promise((good, bad) => {
                child.stdout.on('data', (text) => {
                    said += text;
                    if (said.includes('Extension host agent started')) {
                        good();
                    }
                });
                child.stderr.on('data', (text) => {
                    said += text;
                });
                child.on('exit', (code) => bad(new Error(`VS Code's server ended with ${code}:\n${said}`)));
                setTimeout(() => bad(new Error(`VS Code's server did not start:\n${said}`)), 60_000).unref();
            });
            await started;
            const { chromium } = await import('playwright-core');
            const opened = await chromium.launch({
                executablePath: browser.path,
                args: BROWSER_FLAGS,
                ignoreDefaultArgs: ['--headless'],
                env: { ...process.env, ...browser.env },
            });
            const page = await opened.newPage({ viewport: WINDOW });
            let logs = '';
            await page.exposeFunction('codeAutomationLog', () => undefined);
            await page.exposeFunction('codeAutomationExit', (_code, files) => {
                logs += (files ?? []).map(({ relativePath, contents }) => `${relativePath}\n${contents}`).join('\n');
            });
            const remote = `vscode-remote://localhost:${port}`;
            const payload = [
                ['extensionDevelopmentPath', remote + extension],
                ['extensionTestsPath', remote + tests],
                ['skipWelcome', 'true'],
            ];
            const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
            await page.goto(`http://localhost:${port}/?${query}`);
            return {
                page,
                async close() {
                    await opened.close();
                    child.kill();
                    return { logs: `${logs}\n${said}` };
                },
            };
        },
    };
}

/** Fetches VS Code's server. Its own setup wants native parts that tests do not need; they are left out. */
function installServer() {
    const folder = join(CACHE, `${SERVER.name}-${SERVER.version}`);
    const vscode = join(folder, 'node_modules', SERVER.name, 'lib', 'vscode');
    installOnce(folder, SERVER, () => {
        npm(['install', '--omit=dev', '--ignore-scripts'], vscode);
        symlinkSync('node_modules', join(vscode, 'node_modules.asar'), 'junction');
        const beside = join(folder, 'search');
        mkdirSync(beside);
        writeFileSync(join(beside, 'package.json'), '{ "private": true }\n');
        npm(['install', '--ignore-scripts', `${SEARCH.name}@${SEARCH.version}`], beside);
        const own = `${SEARCH.name}-${process.platform}-${process.arch}`;
        const target = join(vscode, 'node_modules', SEARCH.name, 'bin');
        cpSync(join(beside, 'node_modules', own, 'bin'), target, { recursive: true });
    });
    return vscode;
}

/** The Chromium of the system, or one from a package. */
async function getBrowser() {
    const path = process.env.SMARTCITY_CHROMIUM ?? BROWSERS.find(isExecutable);
    if (path !== undefined && path !== 'package') {
        return { name: path.includes('hrome') ? 'Chrome' : 'Chromium', path, env: {} };
    }
    const folder = join(CACHE, `chromium-${CHROMIUM.version}`);
    const home = join(folder, 'node_modules', ...CHROMIUM.name.split('/'));
    const libraries = join(folder, 'al2023', 'lib');
    installOnce(folder, CHROMIUM, () => {
        const tar = brotliDecompressSync(readFileSync(join(home, 'bin', 'al2023.tar.br')));
        mkdirSync(join(folder, 'al2023'), { recursive: true });
        run('tar', ['-x', '-C', join(folder, 'al2023')], { input: tar });
        writeFileSync(join(folder, 'chromium'), brotliDecompressSync(readFileSync(join(home, 'bin', 'chromium.br'))), {
            mode: 0o755,
        });
    });
    return {
        name: `Chromium of ${CHROMIUM.name}`,
        path: join(folder, 'chromium'),
        env: { LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') },
    };
}

function readVersion(folder) {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

function isExecutable(path) {
    try {
        accessSync(path, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}

function freePort() {
    return new Promise((good, bad) => {
        const server = createServer().on('error', bad);
        server.listen(0, '127.0.0.1', () => {
            const { port } = server.address();
            server.close(() => good(port));
        });
    });
}

/** Tries until it works, for so many milliseconds at most. */
export async function retry(attempt, milliseconds) {
    const end = Date.now() + milliseconds;
    for (;;) {
        try {
            return await attempt();
        } catch (error) {
            if (Date.now() > end) {
                throw error;
            }
            await new Promise((done) => setTimeout(done, 200));
        }
    }
}
