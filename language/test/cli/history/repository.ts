import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folder } from '../run.ts';

/** A git repository that goes when its test ends. */
export interface TestRepository {
    readonly cwd: string;
    /** Runs git in it and gives what it says. */
    git(...words: string[]): string;
    /** Writes files (`undefined` removes one) and commits everything, on a day if one is given. */
    commit(files: Readonly<Record<string, string | undefined>>, message?: string, day?: string): string;
}

/** Runs git in a folder, whatever the machine's own settings are. */
export function git(cwd: string, day: string, ...words: string[]): string {
    const { status, stdout, stderr } = spawnSync('git', words, {
        cwd,
        encoding: 'utf8',
        env: {
            PATH: process.env.PATH ?? '',
            HOME: cwd,
            GIT_CONFIG_NOSYSTEM: '1',
            GIT_AUTHOR_NAME: 'Perencana',
            GIT_AUTHOR_EMAIL: 'perencana@example.org',
            GIT_COMMITTER_NAME: 'Perencana',
            GIT_COMMITTER_EMAIL: 'perencana@example.org',
            GIT_AUTHOR_DATE: `${day}T09:00:00+0700`,
            GIT_COMMITTER_DATE: `${day}T09:00:00+0700`,
        },
    });
    if (status !== 0) {
        throw new Error(`git ${words.join(' ')}: ${stderr}`);
    }
    return stdout.trim();
}

/** Makes a repository with a branch `main` and a first commit of files. */
export function repository(files: Readonly<Record<string, string>>): TestRepository {
    const cwd = folder({});
    git(cwd, '2024-01-01', 'init', '--quiet', '--initial-branch=main');
    const made: TestRepository = {
        cwd,
        git: (...words) => git(cwd, '2024-01-01', ...words),
        commit(changes, message = 'Ubah rencana', day = '2024-01-01') {
            for (const [name, text] of Object.entries(changes)) {
                const path = join(cwd, name);
                if (text === undefined) {
                    rmSync(path);
                } else {
                    mkdirSync(dirname(path), { recursive: true });
                    writeFileSync(path, text);
                }
            }
            git(cwd, day, 'add', '--all');
            git(cwd, day, 'commit', '--quiet', '--allow-empty', '-m', message);
            return git(cwd, day, 'rev-parse', 'HEAD');
        },
    };
    made.commit(files, 'Rencana pertama');
    return made;
}

/** Adds commits to a repository by the stream that `git fast-import` reads: thousands take no time. */
export function importInto(cwd: string, stream: string): void {
    const { status, stderr } = spawnSync('git', ['fast-import', '--quiet', '--force'], {
        cwd,
        input: stream,
        encoding: 'utf8',
    });
    if (status !== 0) {
        throw new Error(`git fast-import: ${stderr}`);
    }
}
