import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Client } from '../src/lsp/client.ts';
import type { Disk, Entry } from '../src/lsp/disk.ts';
import { Session } from '../src/lsp/session.ts';
import { dayOf } from '../src/plan/calendar.ts';
import { city } from './city.ts';

const ROOT = 'file:///kota';
const NOT_CANCELLED = { isCancellationRequested: false };
/** How far apart the keys of a burst are, in milliseconds: a key held down, or a macro. */
const BETWEEN_KEYS = 15;
const BURST = 200;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** The files of a city as bytes, which do not count as the server's memory. */
class BytesDisk implements Disk {
    private readonly files = new Map<string, Uint8Array>();

    constructor(files: Readonly<Record<string, string>>) {
        for (const [path, text] of Object.entries(files)) {
            this.files.set(`${ROOT}/${path}`, Buffer.from(text));
        }
    }

    async read(address: string): Promise<Uint8Array | undefined> {
        return this.files.get(address);
    }

    async list(folder: string): Promise<readonly Entry[]> {
        return folder === ROOT
            ? [...this.files.keys()].map((address) => ({
                  name: address.slice(ROOT.length + 1),
                  address,
                  isFolder: false,
              }))
            : [];
    }

    async real(address: string): Promise<string> {
        return address;
    }

    async isFolder(address: string): Promise<boolean> {
        return address === ROOT;
    }
}

/** A server and an editor's side of it in one process, without a pipe; what is sent is turned into JSON and counted. */
class Bench implements Client {
    readonly session: Session;
    published = 0;
    bytes = 0;
    private version = 1;

    constructor(files: Readonly<Record<string, string>>) {
        this.session = new Session({
            client: this,
            disk: new BytesDisk(files),
            today: () => dayOf(2021, 1, 1),
            exit: () => {},
        });
    }

    notify(method: string, params: unknown): void {
        this.bytes += JSON.stringify(params).length;
        if (method === 'textDocument/publishDiagnostics') {
            this.published++;
        } else if (method === 'window/showMessage') {
            console.log(`the server says: ${JSON.stringify(params)}`);
        }
    }

    async ask(): Promise<unknown> {
        return null;
    }

    async start(): Promise<void> {
        await this.request('initialize', {
            capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true, dataSupport: true } } },
            workspaceFolders: [{ uri: ROOT, name: 'kota' }],
        });
        this.session.notified('initialized', {});
        await this.session.idle();
    }

    /** Asks, and gives the size of the answer. */
    async request(method: string, params: unknown): Promise<number> {
        return JSON.stringify(await this.session.request(method, params, NOT_CANCELLED)).length;
    }

    open(path: string, text: string): void {
        const textDocument = { uri: `${ROOT}/${path}`, languageId: 'smartcity', version: this.version++, text };
        this.session.notified('textDocument/didOpen', { textDocument });
    }

    /** Puts a text at a place, and takes as many letters away. */
    type(path: string, line: number, character: number, text: string, replaced = 0): void {
        const range = { start: { line, character }, end: { line, character: character + replaced } };
        this.session.notified('textDocument/didChange', {
            textDocument: { uri: `${ROOT}/${path}`, version: this.version++ },
            contentChanges: [{ range, text }],
        });
    }
}

/** Milliseconds in order, with the ones that are told. */
class Times {
    private readonly all: number[] = [];

    add(ms: number): void {
        this.all.push(ms);
        this.all.sort((a, b) => a - b);
    }

    toString(): string {
        const at = (share: number): string => this.all[Math.floor((this.all.length - 1) * share)]!.toFixed(1);
        return `median ${at(0.5)} ms, p95 ${at(0.95)}, worst ${at(1)}`;
    }
}

/** What a piece of work takes: of the clock, and of one thread, which other work on the machine does not lengthen. */
async function timed(work: () => Promise<unknown>, wall: Times, cpu: Times): Promise<void> {
    const began = performance.now();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    wall.add(performance.now() - began);
    cpu.add((user + system) / 1000);
}

/** What is kept: collected more than once, and after a rest, in which timers let go of what they were set for. */
async function heap(): Promise<number> {
    for (let i = 0; i < 3; i++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        collect();
    }
    return process.memoryUsage().heapUsed;
}

/** A file in the middle, and the lines in it that things are done to. */
function placeOf(files: Readonly<Record<string, string>>): { path: string; text: string; line: number } {
    const paths = Object.keys(files);
    const path = paths[paths.length >> 1]!;
    const text = files[path]!;
    const lines = text.split('\n');
    const line = lines.findIndex((each, i) => i > lines.length / 2 && each.startsWith('program '));
    return { path, text, line };
}

/** One key after the other, each checked and told before the next: a clause with a name is written, then deleted. */
async function keys(bench: Bench, { path, line }: { path: string; line: number }, name: string): Promise<string[]> {
    const typed = `    needs ${name}\n`;
    const [wall, cpu] = [new Times(), new Times()];
    const [lineWall, lineCpu] = [new Times(), new Times()];
    for (let round = 0; round < 12; round++) {
        const step = async (type: () => void, isLine = false): Promise<void> => {
            // A fast typist's keys: the server rests after work that others would wait for.
            await new Promise((resolve) => setTimeout(resolve, 100));
            return timed(
                () => {
                    type();
                    return bench.session.idle();
                },
                isLine ? lineWall : wall,
                isLine ? lineCpu : cpu,
            );
        };
        await step(() => bench.type(path, line + 1, 0, '\n'), true);
        for (let i = 0; i < typed.length - 1; i++) {
            await step(() => bench.type(path, line + 1, i, typed[i]!));
        }
        await timed(
            () => {
                bench.session.notified('textDocument/didChange', {
                    textDocument: { uri: `${ROOT}/${path}`, version: 9999 },
                    contentChanges: [
                        {
                            range: { start: { line: line + 1, character: 0 }, end: { line: line + 2, character: 0 } },
                            text: '',
                        },
                    ],
                });
                return bench.session.idle();
            },
            lineWall,
            lineCpu,
        );
    }
    return [
        `key to diagnostics: ${wall}; of one thread: ${cpu}`,
        `line to diagnostics: ${lineWall}; of one thread: ${lineCpu}`,
    ];
}

/** What questions take, right after a key, so that nothing is remembered from before. */
async function questions(bench: Bench, { path, text, line }: ReturnType<typeof placeOf>): Promise<string[]> {
    const lines = text.split('\n');
    const column = lines[line]!.indexOf('program ') + 'program '.length + 1;
    const ownerLine = lines.findIndex((each, i) => i > line && /\bowner /.test(each));
    const ownerColumn = lines[ownerLine]!.indexOf('owner ') + 'owner '.length + 1;
    const textDocument = { uri: `${ROOT}/${path}` };
    const program = { textDocument, position: { line, character: column } };
    const owner = { textDocument, position: { line: ownerLine, character: ownerColumn } };
    const all = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    const asked: readonly (readonly [string, object])[] = [
        ['textDocument/completion', { ...owner, context: { triggerKind: 1 } }],
        ['textDocument/hover', program],
        ['textDocument/hover', owner],
        ['textDocument/definition', owner],
        ['textDocument/references', { ...owner, context: { includeDeclaration: true } }],
        ['textDocument/rename', { ...owner, newName: 'dinas-baru' }],
        ['textDocument/codeAction', { textDocument, range: { start: program.position, end: program.position } }],
        ['textDocument/documentSymbol', { textDocument }],
        ['textDocument/semanticTokens/full', { textDocument }],
        ['textDocument/inlayHint', { textDocument, range: all }],
        ['textDocument/codeLens', { textDocument }],
        ['workspace/symbol', { query: 'jalan' }],
    ];
    const found: string[] = [];
    for (const [method, params] of asked) {
        const [wall, cpu] = [new Times(), new Times()];
        let size = 0;
        try {
            for (let i = 0; i < 12; i++) {
                bench.type(path, 0, 0, i % 2 === 0 ? ' ' : '', i % 2);
                await bench.session.idle();
                const ask = async (): Promise<void> => {
                    size = await bench.request(method, params);
                };
                await (i < 2 ? ask() : timed(ask, wall, cpu));
            }
            found.push(`${method}: ${wall}; of one thread: ${cpu}; ${size} characters`);
        } catch (error) {
            found.push(`${method}: ${(error as Error).message}`);
        }
    }
    return found;
}

/** Many keys, sent when they are due, with a question behind each: how long answers are waited for, and what is left. */
async function burst(bench: Bench, { path, line }: { path: string; line: number }): Promise<string> {
    const waits = new Times();
    const pending: Promise<void>[] = [];
    bench.published = 0;
    const began = performance.now();
    const before = process.cpuUsage();
    for (let i = 0; i < BURST; i++) {
        const due = began + i * BETWEEN_KEYS;
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
        bench.type(path, line, 0, i % 40 === 39 ? '\n' : '/');
        const position = { line: line + Math.floor((i + 1) / 40), character: 3 };
        pending.push(
            bench
                .request('textDocument/documentHighlight', { textDocument: { uri: `${ROOT}/${path}` }, position })
                .then(() => waits.add(performance.now() - due)),
        );
    }
    await Promise.all(pending);
    const last = performance.now();
    await bench.session.idle();
    const { user, system } = process.cpuUsage(before);
    return (
        `burst of ${BURST} keys, ${BETWEEN_KEYS} ms apart: answers waited for ${waits}; ` +
        `${(performance.now() - last).toFixed(1)} ms after the last key all is told; ` +
        `${bench.published} times published, ${((user + system) / 1000 / BURST).toFixed(1)} ms of one thread a key`
    );
}

/** Serves growing cities: what keys and questions take, and how much memory a program. */
export async function run(): Promise<void> {
    const empty = new Bench({ 'smartcity.json': '{}', 'a.smartcity': 'opd a "A"\n' });
    await empty.start();
    for (const [programs, count] of SIZES) {
        let files: Record<string, string> = { 'smartcity.json': '{}', ...city({ programs, files: count }) };
        const place = placeOf(files);
        const name = `p${programs >> 3}`;
        const bench = new Bench(files);
        files = {};
        const before = await heap();
        const began = performance.now();
        await bench.start();
        const ready = performance.now() - began;
        const memory = ((await heap()) - before) / programs / 1000;
        bench.open(place.path, place.text);
        await bench.session.idle();
        console.log(
            `server, ${programs} programs in ${count} files: ready after ${(ready / 1000).toFixed(1)} s, ` +
                `${memory.toFixed(1)} kB of heap a program`,
        );
        for (const line of [
            ...(await keys(bench, place, name)),
            ...(await questions(bench, place)),
            await burst(bench, place),
        ]) {
            console.log(`server, ${programs} programs, ${line}`);
        }
        const after = ((await heap()) - before) / programs / 1000;
        console.log(`server, ${programs} programs, after all that: ${after.toFixed(1)} kB of heap a program`);
    }
}

const SIZES = [
    [1_000, 20],
    [10_000, 200],
    [100_000, 2_000],
] as const;
