import picomatch from 'picomatch';
import { type Config, DEFAULT_CONFIG } from '../plan/config.ts';
import type { PlanSettings } from '../workspace.ts';

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
    const matches = config.exclude.map((glob) => picomatch(glob, { dot: true }));
    return {
        config,
        excludes: (file) => {
            const path = matches.length === 0 ? '' : relative(file);
            return matches.some((match) => match(path));
        },
        baseline,
    };
}

/**
 * The fingerprints of a baseline: a list of them, or of objects with a `fingerprint`, alone or under `findings`;
 * `undefined` for a text that is none of these.
 */
export function readBaseline(text: string): ReadonlySet<string> | undefined {
    let json: unknown;
    try {
        json = JSON.parse(text);
    } catch {
        return undefined;
    }
    const list = Array.isArray(json) ? json : (json as { findings?: unknown } | null)?.findings;
    return Array.isArray(list)
        ? new Set(
              list.map((each) =>
                  typeof each === 'string' ? each : String((each as { fingerprint?: unknown } | null)?.fingerprint),
              ),
          )
        : undefined;
}
