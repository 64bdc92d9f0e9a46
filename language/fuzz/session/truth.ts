import { readConfig } from '../../src/configuration.ts';
import { NO_SETTINGS, settingsOf } from '../../src/disk/settings.ts';
import { diagnosticsOf } from '../../src/lsp/diagnostics.ts';
import { Workspace } from '../../src/workspace.ts';
import { ROOT } from '../../test/lsp/memory-disk.ts';
import { TODAY } from '../plans.ts';

/** What the editor of the sessions shows of a finding. */
const CAN = { related: true, tags: true, href: true, data: true };

/** What a run from scratch finds in texts by address, as an editor would be told: a text to be compared. */
export function coldRun(texts: ReadonlyMap<string, string>): string {
    const workspace = new Workspace(TODAY);
    workspace.setSettings(ROOT, NO_SETTINGS);
    for (const [file, text] of texts) {
        if (file.endsWith('/smartcity.json')) {
            const folder = file.slice(0, file.lastIndexOf('/'));
            const { config } = readConfig(text);
            workspace.setSettings(
                folder,
                settingsOf(config, (each) => each.slice(folder.length + 1), new Set()),
            );
        }
    }
    for (const file of [...texts.keys()].filter((each) => each.endsWith('.smartcity')).sort()) {
        workspace.setFile(file, texts.get(file)!);
    }
    const found = new Map<string, unknown>();
    for (const root of workspace.planRoots()) {
        const { findings, analysis } = workspace.check(root);
        for (const { file } of analysis.plan.fragments) {
            const own = findings.filter((each) => each.at.file === file);
            const items = diagnosticsOf(own, (each) => workspace.lines(each), 'en', CAN);
            if (items.length > 0) {
                found.set(file, items);
            }
        }
    }
    return plain(found);
}

/** What is reported in the plans' files, in order: a text to be compared. */
export function plain(diagnostics: ReadonlyMap<string, unknown>): string {
    return JSON.stringify([...diagnostics].filter(([file]) => file.endsWith('.smartcity')).sort());
}
