import { type ConfigProblem, type ConfigReading, readConfig } from '../configuration.ts';
import { NO_SETTINGS, readBaseline, settingsOf } from '../disk/settings.ts';
import type { PlanSettings, Workspace } from '../workspace.ts';
import { isBelow, relativeTo } from './addresses.ts';

/** A folder's `smartcity.json` as it was last read. */
export interface Configured {
    readonly address: string;
    readonly text: string;
    readonly reading: ConfigReading;
    /** What is wrong with it, the baseline it names included. */
    readonly problems: readonly ConfigProblem[];
    readonly settings: PlanSettings;
    /** The text of the baseline it names; `undefined` for none. */
    readonly baseline: string | undefined;
}

/**
 * Which folders are plans: those with a `smartcity.json`, the workspace's own for files that lie in none, and documents
 * that stand alone. Tells the workspace only what changes.
 */
export class PlanFolders {
    /** By the folder that they make a plan. */
    readonly configured = new Map<string, Configured>();
    /** The folders of the workspace. */
    folders: readonly string[] = [];
    /** Addresses of documents that are plans by themselves, and of folders of plans outside the workspace. */
    readonly alone = new Set<string>();
    private readonly known = new Map<string, PlanSettings>();

    constructor(private readonly workspace: Workspace) {}

    /** Takes what a folder's `smartcity.json` says, or that there is none. True when that changes anything. */
    configure(folder: string, address: string, text: string | undefined, baseline: string | undefined): boolean {
        const before = this.configured.get(folder);
        if (before?.text === text && before?.baseline === baseline) {
            return false;
        }
        if (text === undefined) {
            this.configured.delete(folder);
        } else {
            this.configured.set(folder, configurationOf(folder, address, text, baseline));
        }
        this.settle();
        return true;
    }

    /** Makes the workspace's plans those that follow from the folders, the configurations and what stands alone. */
    settle(): void {
        const wanted = new Map<string, PlanSettings>();
        for (const folder of [...this.folders, ...this.alone]) {
            if (![...this.configured.keys()].some((each) => each === folder || isBelow(folder, each))) {
                wanted.set(folder, NO_SETTINGS);
            }
        }
        for (const [folder, { settings }] of this.configured) {
            wanted.set(folder, settings);
        }
        for (const root of this.known.keys()) {
            if (!wanted.has(root)) {
                this.known.delete(root);
                this.workspace.setSettings(root, undefined);
            }
        }
        for (const [root, settings] of wanted) {
            if (this.known.get(root) !== settings) {
                this.known.set(root, settings);
                this.workspace.setSettings(root, settings);
            }
        }
    }
}

/** The path of the baseline that a configuration names, relative to its folder; `undefined` for none. */
export function baselineOf(text: string): string | undefined {
    return readConfig(text).config.baseline;
}

function configurationOf(folder: string, address: string, text: string, baseline: string | undefined): Configured {
    const reading = readConfig(text);
    const named = reading.config.baseline;
    const fingerprints = baseline === undefined ? undefined : readBaseline(baseline);
    const problems =
        named === undefined || fingerprints !== undefined
            ? reading.problems
            : [...reading.problems, noBaseline(text, named, baseline)];
    const settings = settingsOf(reading.config, (file) => relativeTo(file, folder), fingerprints ?? new Set());
    return { address, text, reading, problems, settings, baseline };
}

function noBaseline(text: string, named: string, baseline: string | undefined): ConfigProblem {
    const written = JSON.stringify(named);
    const start = Math.max(0, text.indexOf(written, Math.max(0, text.indexOf('"baseline"'))));
    return {
        start,
        end: start + (text.startsWith(written, start) ? written.length : 1),
        message:
            baseline === undefined
                ? { en: `\`${named}\` cannot be read.`, id: `\`${named}\` tidak dapat dibaca.` }
                : {
                      en: `\`${named}\` is no baseline: a JSON list of fingerprints is expected.`,
                      id: `\`${named}\` bukan baseline: diharapkan daftar sidik temuan dalam JSON.`,
                  },
    };
}
