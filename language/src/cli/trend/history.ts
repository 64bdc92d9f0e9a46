import { statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { version } from '../../../../package.json';
import { type Day, isoDate } from '../../plan/calendar.ts';
import type { Locale, Message } from '../../plan/message.ts';
import { figuresOf, type TrendFigures, type TrendPoint } from '../../render/trend/figures.ts';
import type { SkippedVersion } from '../../render/trend/trend-page.ts';
import { Failure } from '../failure.ts';
import { type Commit, Repository } from '../git/repository.ts';
import { loadStore, RevisionStore } from '../git/revision.ts';
import { onlyPlan } from '../load.ts';
import { cacheFolder, TrendCache } from './cache.ts';

/** What of a history is asked for. */
export interface HistoryOptions {
    readonly cwd: string;
    readonly today: Day;
    /** The first day, as `2021-02-01`. */
    readonly since?: string;
    /** Only the last version of each month. */
    readonly monthly: boolean;
    /** Where figures are kept: the user's folder unless given; `false` for nowhere. */
    readonly cache?: string | false;
    /** Told before each version: how many are done, and how many there are. */
    readonly progress: (done: number, all: number) => void;
    /** Asked before each version whether to go on. */
    readonly isStopped: () => boolean;
}

/** The history of one plan. */
export interface History {
    /** The plan's root as people see it. */
    readonly root: string;
    /** What its masterplan is called; its root without one. */
    readonly title: string;
    /** The language that the plan, as the last commit has it, asks for. */
    readonly locale: Locale;
    readonly points: readonly TrendPoint[];
    readonly skipped: readonly SkippedVersion[];
    /** Whether only the last part of the history is here. */
    readonly isShallow: boolean;
    /** Set when it was stopped: how many versions were done of how many. */
    readonly stopped: { readonly done: number; readonly all: number } | undefined;
}

/** Reads the plan's figures from every commit that changed it, the oldest first. Without git or plan the command ends. */
export async function readHistory(path: string, options: HistoryOptions): Promise<History> {
    const { cwd, today, since, monthly, progress, isStopped } = options;
    const full = resolve(cwd, path);
    const repository = Repository.around(full);
    const plan = planAt(repository, full, options);
    const { root } = plan;
    const { isShallow } = repository;
    const place = relative(repository.top, resolve(cwd, root)).split(sep).join('/');
    const all = repository.history(place, since);
    const commits = monthly ? lastOfMonths(all) : all;
    const seed = `${version} ${buildOf()} ${isoDate(today)} ${root}`;
    const cache = options.cache === false ? undefined : new TrendCache(options.cache ?? cacheFolder(), seed);
    const points: TrendPoint[] = [];
    const skipped: SkippedVersion[] = [];
    let before: string | undefined;
    for (const [done, commit] of commits.entries()) {
        // Between two versions a Ctrl-C is heard.
        await setImmediate();
        if (isStopped()) {
            return { ...plan, points, skipped, isShallow, stopped: { done, all: commits.length } };
        }
        progress(done, commits.length);
        try {
            const store = new RevisionStore(repository, commit.oid, commit.oid.slice(0, 8));
            const contents = store.contentsOf(resolve(cwd, root));
            if (contents !== before) {
                const figures = cache?.get(contents) ?? compute(store, root, full, options);
                cache?.put(contents, figures);
                points.push({ commit: commit.oid, date: commit.date, subject: commit.subject, ...figures });
                before = contents;
            }
        } catch (error) {
            skipped.push(skip(commit, error));
        }
        repository.forget();
    }
    cache?.clean();
    return { ...plan, points, skipped, isShallow, stopped: undefined };
}

/** The plan that is meant, as the last commit has it. */
function planAt(
    repository: Repository,
    full: string,
    { cwd, today }: HistoryOptions,
): Pick<History, 'root' | 'title' | 'locale'> {
    const loaded = loadStore(new RevisionStore(repository, repository.commit('HEAD'), 'HEAD'), [full], cwd, today);
    if (loaded.roots.length === 0) {
        const shown = relative(cwd, full).split(sep).join('/') || '.';
        throw new Failure({
            en: `The last commit has no plan at ${shown}: commit one first.`,
            id: `Komit terakhir tidak memuat rencana di ${shown}: komit dulu rencananya.`,
        });
    }
    const root = onlyPlan(loaded, 'trend');
    const { masterplan, config } = loaded.workspace.plan(root);
    return { root, title: masterplan?.title || root, locale: config.locale };
}

function compute(store: RevisionStore, root: string, full: string, { cwd, today }: HistoryOptions): TrendFigures {
    const loaded = loadStore(store, [full], cwd, today);
    const found = loaded.roots.includes(root) ? root : loaded.roots.length === 1 ? loaded.roots[0] : undefined;
    if (found === undefined) {
        throw new Failure(
            loaded.roots.length === 0
                ? { en: 'There is no plan in this version.', id: 'Tidak ada rencana dalam versi ini.' }
                : {
                      en: `There are several plans: ${loaded.roots.join(', ')}.`,
                      id: `Ada beberapa rencana: ${loaded.roots.join(', ')}.`,
                  },
        );
    }
    return figuresOf(loaded.workspace.check(found));
}

function skip({ oid, date, subject }: Commit, error: unknown): SkippedVersion {
    const text = error instanceof Error ? error.message : String(error);
    const reason: Message =
        error instanceof Failure
            ? error.say
            : { en: `This version cannot be checked (${text}).`, id: `Versi ini tidak dapat diperiksa (${text}).` };
    return { commit: oid, date, subject, reason };
}

/** The last of each month, in order. */
function lastOfMonths(commits: readonly Commit[]): Commit[] {
    return [...new Map(commits.map((commit) => [commit.date.slice(0, 7), commit])).values()];
}

/** What tells one build of this program from another of the same version. */
function buildOf(): string {
    const file = process.argv[1];
    const stat = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
    return stat === undefined ? '' : `${stat.size} ${stat.mtimeMs}`;
}
