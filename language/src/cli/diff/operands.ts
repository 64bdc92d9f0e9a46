import { existsSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Day } from '../../plan/calendar.ts';
import { type Message, same } from '../../plan/message.ts';
import { Workspace } from '../../workspace.ts';
import { Failure } from '../failure.ts';
import { DISK } from '../files.ts';
import { Repository } from '../git/repository.ts';
import { loadRevision } from '../git/revision.ts';
import { type Loaded, loadPlans } from '../load.ts';

/** One side of a comparison, read: a revision, a folder, or the files as they are now. */
export interface Operand {
    /** What people call it. */
    readonly name: Message;
    readonly kind: 'revision' | 'folder' | 'working-tree';
    /** The commit, in full, of a revision. */
    readonly commit: string | undefined;
    readonly loaded: Loaded;
    /** The folder that the places of plans are compared from, absolute. */
    readonly from: string;
}

/** What is to be compared with what. */
export interface Asked {
    readonly base: string | undefined;
    readonly head: string | undefined;
    /** A branch: its fork point is the base. */
    readonly baseRef: string | undefined;
    /** Paths of plans, where not all below the working directory are meant. */
    readonly plans: readonly string[];
}

/** Reads both sides. Without a head the files as they are now; without anything, the last commit is the base. */
export function readOperands(
    asked: Asked,
    cwd: string,
    today: Day,
): { readonly base: Operand; readonly head: Operand } {
    if (asked.baseRef !== undefined && asked.base !== undefined) {
        throw new Failure({
            en: '`--base-ref` names the base already: leave the other revision out.',
            id: '`--base-ref` sudah menyebut pangkal: hapus revisi yang lain.',
        });
    }
    const context = new Context(asked.plans, cwd, today);
    const range = asked.head === undefined ? RANGE.exec(asked.base ?? '') : null;
    const { base, head } =
        range === null
            ? {
                  base:
                      asked.baseRef === undefined
                          ? context.read(asked.base ?? 'HEAD')
                          : context.readFork(asked.baseRef, 'HEAD'),
                  head: asked.head === undefined ? context.readNow() : context.read(asked.head),
              }
            : {
                  base: range[2] === '..' ? context.read(range[1]!) : context.readFork(range[1]!, range[3]!),
                  head: context.read(range[3]!),
              };
    if (base.loaded.roots.length === 0 && head.loaded.roots.length === 0) {
        throw new Failure({
            en: `There is no plan on either side: no .smartcity file in ${base.name.en}, and none in ${head.name.en}.`,
            id: `Tidak ada rencana di kedua sisi: tidak ada berkas .smartcity dalam ${base.name.id} maupun ${head.name.id}.`,
        });
    }
    return { base, head };
}

/** `./old`, `../old`, `/old`, `old/`, `.`: nobody calls a revision so. */
const PATH = /^\.{0,2}[/\\]|^\.{1,2}$|[/\\]$|^[A-Za-z]:[/\\]/;

/** `main..change`, and `main...change` for what `change` adds since it left `main`, as people write them for git. */
const RANGE = /^([^./].*?)(\.{2,3})([^./].*)$/;

/** What both sides are read from. */
class Context {
    private known: Repository | undefined;

    constructor(
        private readonly plans: readonly string[],
        private readonly cwd: string,
        private readonly today: Day,
    ) {}

    /** A revision or a folder; what could be both ends the command. */
    read(word: string): Operand {
        const folder = resolve(this.cwd, word);
        const isFolder = existsSync(folder) && statSync(folder).isDirectory();
        if (PATH.test(word)) {
            return this.readFolder(word, folder);
        }
        if (isFolder) {
            if (this.findRevision(word)) {
                throw new Failure({
                    en: `\`${word}\` is a folder and a revision. Write \`./${word}\` for the folder, or \`refs/heads/${word}\` for the branch.`,
                    id: `\`${word}\` adalah folder dan juga revisi. Tulis \`./${word}\` untuk folder, atau \`refs/heads/${word}\` untuk cabang.`,
                });
            }
            return this.readFolder(word, folder);
        }
        return this.readRevision(word, same(`\`${word}\``), word);
    }

    /** The commit at which a revision left a branch. */
    readFork(branch: string, from: string): Operand {
        const name = { en: `the fork from \`${branch}\``, id: `percabangan dari \`${branch}\`` };
        return this.readRevision(branch, name, this.repository.forkPoint(branch, from));
    }

    /** The files as they are now. */
    readNow(): Operand {
        return {
            name: { en: 'the working tree', id: 'berkas kerja' },
            kind: 'working-tree',
            commit: undefined,
            loaded: this.onDisk(this.paths(this.cwd)),
            from: this.cwd,
        };
    }

    private get repository(): Repository {
        this.known ??= Repository.around(this.paths(this.cwd)[0]!);
        return this.known;
    }

    private findRevision(word: string): boolean {
        try {
            return this.repository.find(word) !== undefined;
        } catch (error) {
            if (error instanceof Failure) {
                return false;
            }
            throw error;
        }
    }

    private readRevision(word: string, name: Message, ref: string): Operand {
        const { cwd, today } = this;
        const { commit, ...loaded } = loadRevision(ref, this.paths(cwd), { cwd, today, repository: this.repository });
        return { name: word === ref ? same(`\`${word}\``) : name, kind: 'revision', commit, loaded, from: cwd };
    }

    private readFolder(word: string, folder: string): Operand {
        if (!existsSync(folder)) {
            throw new Failure({ en: `${word} does not exist.`, id: `${word} tidak ada.` });
        }
        return {
            name: same(word.replaceAll('`', '’')),
            kind: 'folder',
            commit: undefined,
            loaded: this.onDisk(this.paths(folder)),
            from: folder,
        };
    }

    private paths(from: string): readonly string[] {
        return this.plans.length === 0 ? [from] : this.plans.map((plan) => resolve(from, plan));
    }

    /** What is there of some paths: a plan may be missing on one side. */
    private onDisk(paths: readonly string[]): Loaded {
        const there = paths.filter(
            (path) => DISK.kindOf(path) === 'file' || (existsSync(path) && DISK.find(path).files.length > 0),
        );
        return there.length === 0
            ? { workspace: new Workspace(this.today), roots: [], files: 0 }
            : loadPlans(there, this.cwd, this.today);
    }
}

/** A plan on one side: its root as people see it, and where that lies on its side. */
export interface Side {
    readonly root: string;
    readonly operand: Operand;
}

/** A plan of one side and the same plan of the other; one of them may be missing. */
export interface PlanPair {
    readonly base: Side | undefined;
    readonly head: Side | undefined;
}

/** Brings the plans of two sides together: by where they lie, then by the names of their masterplans. */
export function pairPlans(base: Operand, head: Operand, cwd: string): readonly PlanPair[] {
    const left = base.loaded.roots.map((root) => ({ root, operand: base }));
    const right = head.loaded.roots.map((root) => ({ root, operand: head }));
    if (left.length === 1 && right.length === 1) {
        return [{ base: left[0], head: right[0] }];
    }
    const pairs: PlanPair[] = [];
    const place = ({ root, operand }: Side): string =>
        relative(operand.from, resolve(cwd, root)).split(sep).join('/') || '.';
    const masterplan = ({ root, operand }: Side): string | undefined =>
        operand.loaded.workspace.plan(root).masterplan?.name;
    for (const key of [place, masterplan]) {
        for (const before of [...left]) {
            const name = key(before);
            const after = right.find((each) => name !== undefined && key(each) === name);
            if (after !== undefined) {
                left.splice(left.indexOf(before), 1);
                right.splice(right.indexOf(after), 1);
                pairs.push({ base: before, head: after });
            }
        }
    }
    return [
        ...pairs,
        ...left.map((before) => ({ base: before, head: undefined })),
        ...right.map((after) => ({ base: undefined, head: after })),
    ].sort((a, b) => compare((a.head ?? a.base)!.root, (b.head ?? b.base)!.root));
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
