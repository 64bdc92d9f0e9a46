import * as vscode from 'vscode';
import { ask } from './screen.ts';

/** One test: a sentence that must hold. A text that it gives is printed beside its name. */
export type Test = readonly [name: string, run: () => Promise<unknown>];

/** A test that has not ended by then has failed, in milliseconds. */
const PATIENCE = 45_000;

/** Runs tests one after the other and tells how each ended. */
export async function runAll(tests: readonly Test[]): Promise<void> {
    // For whoever works on one test: the names of those to run.
    const wanted = new RegExp(process.env.SMARTCITY_TESTS ?? '');
    for (const [name, run] of tests.filter(([name]) => wanted.test(name))) {
        const begin = Date.now();
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<never>((_done, failed) => {
            timer = setTimeout(() => failed(new Error(`not done after ${PATIENCE / 1000} s`)), PATIENCE);
        });
        try {
            const said = await Promise.race([run(), late]);
            const note = ` (${typeof said === 'string' ? said : `${Date.now() - begin} ms`})`;
            await ask('result', { name, note });
        } catch (error) {
            await ask('shot', `failed-${name.replace(/\W+/g, '-')}`).catch(() => undefined);
            const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
            await ask('result', { name, error: said.length > 2000 ? `${said.slice(0, 2000)} …` : said });
            await tidy();
        } finally {
            clearTimeout(timer);
        }
    }
}

/** Takes back what a failed test has left, so that the next one fails for its own reasons only. */
async function tidy(): Promise<void> {
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
        await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
        await vscode.commands.executeCommand('workbench.action.files.revert');
    }
}

/** Waits until something is so, looking again and again; fails with the sentence otherwise. */
export async function until<T>(
    what: string,
    look: () => T | undefined | Promise<T | undefined>,
    milliseconds = 20_000,
): Promise<T> {
    const end = Date.now() + milliseconds;
    for (;;) {
        const found = await look();
        if (found !== undefined && found !== false) {
            return found;
        }
        if (Date.now() > end) {
            throw new Error(`in vain was waited for: ${what}`);
        }
        await new Promise((done) => setTimeout(done, 25));
    }
}
