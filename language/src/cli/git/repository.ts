import { existsSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { nearest } from '../../plan/distance.ts';
import type { Message } from '../../plan/message.ts';
import { Failure } from '../failure.ts';
import { runGit } from './run.ts';

/** A file of a revision: its object, and its mode as git has it (`100644`, `120000` for a link). */
export interface Entry {
    readonly oid: string;
    readonly mode: string;
}

/** A revision that touched a plan. */
export interface Commit {
    readonly oid: string;
    /** When it was committed, in seconds since 1970. */
    readonly time: number;
    /** That day as `2021-02-01`, in the committer's own time zone. */
    readonly date: string;
    /** The first line of its message. */
    readonly subject: string;
}

/** A git repository, read through its objects alone. Every method that cannot answer ends the command and says why. */
export class Repository {
    private readonly known = new Map<string, Buffer>();

    private constructor(
        /** The folder that paths in the repository start from, as people see it. */
        readonly top: string,
    ) {}

    /** The repository around a path, which need not exist any more. */
    static around(path: string): Repository {
        const folder = existingFolder(path);
        const { status, out, err } = runGit(folder, ['rev-parse', '--is-bare-repository', '--show-prefix']);
        if (status !== 0) {
            throw new Failure(err.includes('dubious ownership') ? distrusted(folder) : outside(folder));
        }
        const prefix = lines(out)[1] ?? '';
        const parts = prefix.split('/').filter((part) => part !== '');
        const top = parts.length === 0 ? folder : folder.split(sep).slice(0, -parts.length).join(sep) || sep;
        return new Repository(top);
    }

    /** The commit a name stands for; `undefined` when there is none. */
    find(ref: string): string | undefined {
        // A name with a hyphen in front is no revision, but would be read as an option.
        if (ref === '' || ref.startsWith('-') || /[\0\n]/.test(ref)) {
            return undefined;
        }
        const { status, out } = runGit(this.top, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
        return status === 0 ? lines(out)[0] : undefined;
    }

    /** The commit a name stands for. */
    commit(ref: string): string {
        const commit = this.find(ref);
        if (commit === undefined) {
            throw new Failure(this.unknown(ref));
        }
        return commit;
    }

    /** The commit at which a revision left a branch; that branch may be known only as a remote's. */
    forkPoint(ref: string, from: string): string {
        const other = this.find(ref) ?? this.find(`origin/${ref}`) ?? this.commit(ref);
        const { status, out } = runGit(this.top, ['merge-base', other, this.commit(from)]);
        if (status !== 0) {
            throw new Failure({
                en: `\`${ref}\` and \`${from}\` have no common beginning here.${this.shallow().en}`,
                id: `\`${ref}\` dan \`${from}\` tidak memiliki pangkal bersama di sini.${this.shallow().id}`,
            });
        }
        return lines(out)[0]!;
    }

    /** All files of a commit by their path in the repository. Submodules are left out. */
    tree(commit: string): ReadonlyMap<string, Entry> {
        const { status, out, err } = runGit(this.top, ['ls-tree', '-r', '-z', '--full-tree', commit]);
        if (status !== 0) {
            throw new Failure(broken(err));
        }
        const files = new Map<string, Entry>();
        for (const line of out.toString('utf8').split('\0')) {
            const match = /^(\d+) blob ([0-9a-f]+)\t([\s\S]+)$/.exec(line);
            if (match !== null) {
                files.set(match[3]!, { mode: match[1]!, oid: match[2]! });
            }
        }
        return files;
    }

    /** The bytes of objects; those read once are remembered. */
    blobs(oids: Iterable<string>): ReadonlyMap<string, Buffer> {
        const wanted = [...new Set(oids)];
        const missing = wanted.filter((oid) => !this.known.has(oid));
        if (missing.length > 0) {
            const { status, out, err } = runGit(this.top, ['cat-file', '--batch'], `${missing.join('\n')}\n`);
            if (status !== 0) {
                throw new Failure(broken(err));
            }
            readBatch(out, this.known);
        }
        return new Map(
            wanted.flatMap((oid) => {
                const bytes = this.known.get(oid);
                return bytes === undefined ? [] : [[oid, bytes] as const];
            }),
        );
    }

    /** Forgets the bytes of all objects: a long history would fill the memory. */
    forget(): void {
        this.known.clear();
    }

    /**
     * The commits that touched the files of a plan, the oldest first; those since a day, if one is given. `folder` is the
     * plan's place in the repository, empty for all of it.
     */
    history(folder: string, since: string | undefined): Commit[] {
        const words = ['log', '--format=%H%x00%ct%x00%cd%x00%s', '--date=short'];
        const limit = since === undefined ? [] : [`--since=${since}T00:00:00`];
        // Signs that mean something in a pattern stand for themselves in a folder's name.
        const below = folder === '' ? '' : `${folder.replace(/[\\*?[\]]/g, '\\$&')}/`;
        const files = ['*.smartcity', '*.json'].map((file) => `:(top,glob)${below}**/${file}`);
        const { status, out, err } = runGit(this.top, [...words, ...limit, this.commit('HEAD'), '--', ...files]);
        if (status !== 0) {
            throw new Failure(broken(err));
        }
        return lines(out)
            .map((line) => {
                const [oid, time, date, subject] = line.split('\0');
                return { oid: oid!, time: Number(time), date: date!, subject: subject ?? '' };
            })
            .reverse()
            .sort((a, b) => a.time - b.time);
    }

    /** Whether only the last part of the history is here. */
    get isShallow(): boolean {
        const { out } = runGit(this.top, ['rev-parse', '--is-shallow-repository']);
        return lines(out)[0] === 'true';
    }

    private unknown(ref: string): Message {
        const { out } = runGit(this.top, ['for-each-ref', '--format=%(refname:short)']);
        const names = lines(out);
        if (names.length === 0 && this.find('HEAD') === undefined) {
            return { en: 'This repository has no commit yet.', id: 'Repositori ini belum memiliki komit.' };
        }
        const meant = nearest(ref, names);
        const shallow = this.shallow();
        return {
            en: `There is no revision \`${ref}\` here.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}${shallow.en}`,
            id: `Tidak ada revisi \`${ref}\` di sini.${meant === undefined ? '' : ` Maksudnya \`${meant}\`?`}${shallow.id}`,
        };
    }

    private shallow(): Message {
        return this.isShallow
            ? {
                  en: ' Only the last part of the history is here: fetch the rest with `git fetch --unshallow`, or set `fetch-depth: 0` where the build checks out.',
                  id: ' Hanya bagian akhir riwayat yang ada di sini: ambil sisanya dengan `git fetch --unshallow`, atau atur `fetch-depth: 0` pada langkah checkout.',
              }
            : { en: '', id: '' };
    }
}

function lines(bytes: Buffer): string[] {
    const text = bytes.toString('utf8').replace(/\n$/, '');
    return text === '' ? [] : text.split('\n');
}

/** Reads `<object> <type> <size>`, a line end, the bytes and a line end, again and again. */
function readBatch(bytes: Buffer, into: Map<string, Buffer>): void {
    for (let at = 0; at < bytes.length; ) {
        const end = bytes.indexOf(10, at);
        const [oid, type, size] = bytes.toString('latin1', at, end < 0 ? bytes.length : end).split(' ');
        if (end < 0 || type === 'missing' || size === undefined) {
            at = end < 0 ? bytes.length : end + 1;
            continue;
        }
        // A copy: a slice would hold the whole answer in memory.
        into.set(oid!, Buffer.from(bytes.subarray(end + 1, end + 1 + Number(size))));
        at = end + 1 + Number(size) + 1;
    }
}

function existingFolder(path: string): string {
    let folder = path;
    while (!existsSync(folder) && dirname(folder) !== folder) {
        folder = dirname(folder);
    }
    return folder;
}

function outside(folder: string): Message {
    return {
        en: `${folder} lies in no git repository, so there are no revisions to read. Two folders can be compared instead: \`smartcity diff old new\`.`,
        id: `${folder} tidak berada dalam repositori git, sehingga tidak ada revisi yang dapat dibaca. Bandingkan dua folder: \`smartcity diff lama baru\`.`,
    };
}

function distrusted(folder: string): Message {
    return {
        en: `git does not read this repository because its files belong to another user. If you trust it: \`git config --global --add safe.directory ${folder}\`.`,
        id: `git tidak membaca repositori ini karena berkasnya milik pengguna lain. Jika tepercaya: \`git config --global --add safe.directory ${folder}\`.`,
    };
}

function broken(err: string): Message {
    const reason = err.split('\n')[0] ?? '';
    return { en: `git cannot read the repository: ${reason}`, id: `git tidak dapat membaca repositori: ${reason}` };
}
