/**
 * Runs the suite of `extension/test/suite` inside the extension host of a real VS Code. The suite asks for what only
 * somebody in front of the screen can do (look at the preview, click, reload the window) over a channel on this machine.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pack } from './package.mjs';
import { build, enterProject, install } from './setup.mjs';
import { getHost } from './vscode-host.mjs';
import { Screen } from './vscode-screen.mjs';

/** A part that has not ended by then is stuck. */
const PATIENCE = 480_000;

/**
 * What must not stand in any log: work of ours that failed without anybody noticing. The host's own terminals lack a
 * native part, which is none of ours.
 */
const COMPLAINT = /unhandled|rejected promise not handled|Activating extension 'smartcity\.smartcity' failed/i;

/** Runs everything and gives `{ passed, failed }`. What cannot be run at all is one failed. */
export async function runExtensionSuite() {
    const sum = { passed: 0, failed: 0 };
    const work = mkdtempSync(join(tmpdir(), 'smartcity-vscode-'));
    try {
        const suite = join(work, 'suite', 'index.cjs');
        // Not at the top: before the installation there is none.
        const esbuild = await import('esbuild');
        await esbuild.build({
            entryPoints: ['extension/test/suite/index.ts'],
            outfile: suite,
            bundle: true,
            platform: 'node',
            format: 'cjs',
            external: ['vscode'],
            logLevel: 'warning',
        });
        const host = await getHost();
        console.log(`\nThe extension, in ${host.name}:`);
        await runPart(host, sum, { work, suite, part: 'source', extension: resolve('.') });
        const vsix = await pack();
        const extensions = join(work, 'extensions');
        mkdirSync(extensions);
        host.install(vsix, extensions);
        const bystander = join(work, 'bystander');
        mkdirSync(bystander);
        const manifest = { name: 'bystander', publisher: 'test', version: '0.0.1', engines: { vscode: '*' } };
        writeFileSync(join(bystander, 'package.json'), JSON.stringify(manifest));
        await runPart(host, sum, { work, suite, part: 'package', extension: bystander, extensions });
    } catch (error) {
        console.error(error);
        sum.failed += 1;
    } finally {
        rmSync(work, { recursive: true, force: true, maxRetries: 3 });
    }
    return sum;
}

/** Opens a window on a copy of Kota Kediri's plan, lets the suite run there, and reads the logs afterwards. */
async function runPart(host, sum, { work, suite, part, extension, extensions = join(work, `none-${part}`) }) {
    const folder = join(work, `${part}-workspace`);
    cpSync('examples/kediri', folder, { recursive: true });
    mkdirSync(join(folder, '.vscode'));
    // In a browser VS Code saves by itself; tests take their changes back.
    writeFileSync(join(folder, '.vscode', 'settings.json'), '{ "files.autoSave": "off" }\n');
    mkdirSync(extensions, { recursive: true });
    const count = (name, error, note = '') => {
        sum[error === undefined ? 'passed' : 'failed'] += 1;
        console.log(
            ` ${error === undefined ? '✓' : '✗'} ${part}: ${name}${note}${error === undefined ? '' : `\n${error}`}`,
        );
    };
    let finished;
    const end = new Promise((done) => {
        finished = done;
    });
    const screen = new Screen();
    let stage = 'first';
    const answers = {
        stage: () => stage,
        result: ({ name, error, note }) => count(name, error, note),
        reload: () => {
            stage = 'second';
        },
        finish: () => finished(undefined),
    };
    const channel = createServer(async (request, response) => {
        try {
            const chunks = [];
            for await (const chunk of request) {
                chunks.push(chunk);
            }
            const { method, params } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
            const answer = await (answers[method] ?? screen[method].bind(screen))(params);
            response.end(JSON.stringify({ answer: answer ?? null }));
        } catch (error) {
            response.end(JSON.stringify({ error: String(error?.stack ?? error) }));
        }
    });
    await new Promise((listening) => channel.listen(0, '127.0.0.1', listening));
    const data = join(work, `${part}-data`);
    const window = await host.open({
        extension,
        tests: suite,
        folder,
        extensions,
        data,
        env: { SMARTCITY_SUITE: `http://127.0.0.1:${channel.address().port}`, SMARTCITY_PART: part },
    });
    screen.use(window.page);
    const timer = setTimeout(() => finished(`nothing was heard for ${PATIENCE / 1000} s`), PATIENCE);
    const trouble = await end;
    clearTimeout(timer);
    if (trouble !== undefined) {
        await screen.shot(`stuck-${part}`).catch(() => undefined);
        count('comes to its end', trouble);
    }
    const { logs } = await window.close();
    channel.close();
    channel.closeAllConnections();
    const said = `${logs}\n${screen.said}\n${readLogs(data)}`;
    const complaints = said.split('\n').filter((line) => COMPLAINT.test(line) && !line.includes('Pty Host'));
    count('leaves no unhandled rejection in any log', complaints.length === 0 ? undefined : complaints.join('\n'));
}

/** All logs below a folder. */
function readLogs(folder) {
    if (!existsSync(folder)) {
        return '';
    }
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.log'))
        .map((file) => readFileSync(join(folder, file), 'utf8'))
        .join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
    enterProject();
    if (!install() || !build()) {
        process.exit(1);
    }
    const { passed, failed } = await runExtensionSuite();
    console.log(`${passed} passed, ${failed} failed`);
    process.exit(failed > 0 ? 1 : 0);
}
