import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { Failure } from '../failure.ts';

/** What a run of git left behind. */
export interface GitRun {
    readonly status: number | null;
    readonly out: Buffer;
    readonly err: string;
}

/** Everything a run writes must fit: the texts of all files of a plan, or the names of all files of a repository. */
const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * Runs the `git` on PATH in a folder: without a shell, without a prompt, without optional locks, and so without any
 * change to work tree or index. What the environment says of another repository (a hook sets it) does not count: the
 * folder does. A machine without git ends the command.
 */
export function runGit(folder: string, words: readonly string[], input?: string): GitRun {
    const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, GIT_PREFIX: _prefix, ...env } = process.env;
    const { status, stdout, stderr, error } = spawnSync(gitOnPath(), ['--no-pager', ...words], {
        cwd: folder,
        env: { ...env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
        input: input ?? '',
        maxBuffer: MOST_BYTES,
        windowsHide: true,
    });
    if (error !== undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') {
        throw new Failure({
            en: 'Earlier versions of a plan are read with `git`, and there is none on the PATH. Install git, or compare two folders: `smartcity diff old new`.',
            id: 'Versi rencana terdahulu dibaca dengan `git`, dan git tidak ditemukan di PATH. Pasang git, atau bandingkan dua folder: `smartcity diff lama baru`.',
        });
    }
    if (error !== undefined) {
        const code = (error as NodeJS.ErrnoException).code ?? error.message;
        throw new Failure({ en: `git cannot be run (${code}).`, id: `git tidak dapat dijalankan (${code}).` });
    }
    return { status, out: stdout, err: stderr.toString('utf8').trim() };
}

/** On Windows a program in the working folder would come before the one on the PATH: it is looked up by hand there. */
function gitOnPath(): string {
    if (process.platform !== 'win32') {
        return 'git';
    }
    const folders = (process.env.PATH ?? process.env.Path ?? '').split(delimiter).filter((each) => isAbsolute(each));
    return folders.map((each) => join(each, 'git.exe')).find((each) => existsSync(each)) ?? 'git.exe.missing';
}
