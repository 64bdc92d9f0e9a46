import { type Config, DEFAULT_CONFIG } from '../plan/config.ts';
import type { PlanSettings } from '../workspace.ts';
import { parseBaseline } from './baseline.ts';
import { compileGlob } from './globs.ts';

/** The settings of a folder without a `smartcity.json`. */
export const NO_SETTINGS: PlanSettings = { config: DEFAULT_CONFIG, excludes: () => false, baseline: new Set() };

/**
 * What a configuration means to a workspace. `relative` gives a file's path below the plan's root, with `/`, from the
 * workspace's name for it.
 */
export function settingsOf(
    config: Config,
    relative: (file: string) => string,
    baseline: ReadonlySet<string>,
): PlanSettings {
    const matches = config.exclude.map((glob) => compileGlob(glob));
    return {
        config,
        excludes: (file) => {
            const path = matches.length === 0 ? '' : relative(file);
            return matches.some((match) => meets(match, path));
        },
        baseline,
    };
}

/** Whether a glob meets a path or a folder around it: `drafts` leaves out all that lies in `drafts`. */
function meets(match: (path: string) => boolean, path: string): boolean {
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
        if (match(path.slice(0, end))) {
            return true;
        }
    }
    return match(path);
}

/** The fingerprints of a baseline; `undefined` for a text that is none. */
export function readBaseline(text: string): ReadonlySet<string> | undefined {
    const entries = parseBaseline(text);
    return entries === undefined ? undefined : new Set(entries.map(({ fingerprint }) => fingerprint));
}
