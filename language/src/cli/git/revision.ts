import { join, relative, resolve, sep } from 'node:path';
import { CONFIG_FILE } from '../../configuration.ts';
import type { Day } from '../../plan/calendar.ts';
import { Workspace } from '../../workspace.ts';
import { type Found, SKIPPED, type Store } from '../files.ts';
import { type Loaded, loadPlans } from '../load.ts';
import { type Entry, Repository } from './repository.ts';

/** So often a link may lead to another link. */
const MOST_LINKS = 5;

/** The files of one commit, under the paths that they have in the work tree. */
export class RevisionStore implements Store {
    readonly where: Store['where'];
    private readonly files: ReadonlyMap<string, Entry>;
    private readonly folders = new Set<string>(['']);

    constructor(
        private readonly repository: Repository,
        commit: string,
        /** What people call the revision. */
        label: string,
    ) {
        this.where = { en: ` at ${label}`, id: ` pada ${label}` };
        this.files = repository.tree(commit);
        for (const path of this.files.keys()) {
            for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
                const folder = path.slice(0, cut);
                if (this.folders.has(folder)) {
                    break;
                }
                this.folders.add(folder);
            }
        }
    }

    kindOf(path: string): 'file' | 'folder' | undefined {
        const name = this.nameOf(path);
        return name === undefined
            ? undefined
            : this.files.has(name)
              ? 'file'
              : this.folders.has(name)
                ? 'folder'
                : undefined;
    }

    find(folder: string): Found {
        const name = this.nameOf(folder) ?? '';
        const prefix = name === '' ? '' : `${name}/`;
        const files: string[] = [];
        const roots: string[] = [];
        const wanted: string[] = [];
        for (const [path, entry] of this.files) {
            const inside = path.startsWith(prefix) ? path.slice(prefix.length).split('/') : [];
            const file = inside.pop();
            if (file === undefined || inside.some((part) => SKIPPED.test(part))) {
                continue;
            }
            const full = join(this.repository.top, path);
            if (file === CONFIG_FILE) {
                roots.push(join(full, '..'));
                wanted.push(entry.oid);
            } else if (file.endsWith('.smartcity')) {
                files.push(full);
                wanted.push(entry.oid);
            }
        }
        // One run of git for all of them.
        this.repository.blobs(wanted);
        return { files: files.filter((file) => this.follow(this.nameOf(file)!) !== undefined), roots };
    }

    bytes(file: string): Buffer {
        const name = this.nameOf(file);
        const entry = name === undefined ? undefined : this.follow(name);
        const bytes = entry === undefined ? undefined : this.repository.blobs([entry.oid]).get(entry.oid);
        if (bytes === undefined) {
            throw Object.assign(new Error(`no such file: ${file}`), { code: 'ENOENT' });
        }
        return bytes;
    }

    /** What the plans below a path are made of, as a text that is the same when they are: paths and objects. */
    contentsOf(path: string): string {
        const name = this.nameOf(path) ?? '';
        return [...this.files]
            .filter(([file]) => isPlanFile(file) && (name === '' || file === name || file.startsWith(`${name}/`)))
            .map(([file, { oid }]) => `${oid} ${file}`)
            .sort()
            .join('\n');
    }

    /** The file that a path leads to, through links if need be; `undefined` for a link out of the repository. */
    private follow(path: string): Entry | undefined {
        let name: string | undefined = path;
        for (let i = 0; i < MOST_LINKS && name !== undefined; i++) {
            const entry: Entry | undefined = this.files.get(name);
            if (entry === undefined || entry.mode !== '120000') {
                return entry;
            }
            const target = this.repository.blobs([entry.oid]).get(entry.oid)?.toString('utf8') ?? '';
            name = this.nameOf(resolve(this.repository.top, name, '..', target));
        }
        return undefined;
    }

    /** The path in the repository; `undefined` for one outside of it. */
    private nameOf(path: string): string | undefined {
        const name = relative(this.repository.top, path).split(sep).join('/');
        return name === '..' || name.startsWith('../') || /^[A-Za-z]:/.test(name) ? undefined : name;
    }
}

/** Whether a file can change what a plan says. */
function isPlanFile(file: string): boolean {
    return file.endsWith('.smartcity') || file.endsWith('.json');
}

/** Plans as a revision has them. */
export interface LoadedRevision extends Loaded {
    /** The commit, in full. */
    readonly commit: string;
}

/** How a revision is to be read. */
export interface RevisionOptions {
    readonly cwd: string;
    readonly today: Day;
    /** The repository, where it is known already; else the one around the first path. */
    readonly repository?: Repository;
}

/**
 * Reads the plans at or below paths as a revision (`main`, `HEAD~3`, `v1`) has them, under the very names that they have
 * in the work tree, which is not touched. Paths that the revision has not are left out: without any there are no roots.
 * A name that is no revision, or no git at all, ends the command.
 */
export function loadRevision(
    ref: string,
    paths: readonly string[],
    { cwd, today, repository }: RevisionOptions,
): LoadedRevision {
    const asked = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(cwd, path));
    const source = repository ?? Repository.around(asked[0]!);
    const commit = source.commit(ref);
    return { ...loadStore(new RevisionStore(source, commit, ref), asked, cwd, today), commit };
}

/** Reads the plans at or below absolute paths from the files of a revision; those it has not are left out. */
export function loadStore(store: RevisionStore, paths: readonly string[], cwd: string, today: Day): Loaded {
    const there = paths.filter((path) => {
        const kind = store.kindOf(path);
        return kind === 'file' || (kind === 'folder' && store.find(path).files.length > 0);
    });
    return there.length === 0
        ? { workspace: new Workspace(today), roots: [], files: 0 }
        : loadPlans(there, cwd, today, store);
}
