import { resolve } from 'node:path';
import { applyEdits, modify } from 'jsonc-parser';
import { CONFIG_FILE } from '../configuration.ts';
import { type BaselineEntry, joinSides, parseBaseline, writeBaseline } from '../disk/baseline.ts';
import { type Day, isoDate } from '../plan/calendar.ts';
import type { Finding } from '../plan/finding.ts';
import type { Message } from '../plan/message.ts';
import { isFixed } from '../rules/check.ts';
import { cwd } from './command.ts';
import { Failure } from './failure.ts';
import { DISK, readText, shown } from './files.ts';
import type { Loaded } from './load.ts';
import { writeFiles } from './write.ts';

/** Where a baseline goes when `smartcity.json` names none. */
const BASELINE_FILE = 'smartcity-baseline.json';

/** Entries of a plan's baseline that meet nothing any more. */
export interface Stale {
    /** The baseline, as people see it. */
    readonly file: string;
    readonly entries: readonly BaselineEntry[];
}

/** The entries of all baselines that meet nothing any more, those of rules that are switched off aside. */
export function staleEntries({ workspace, roots }: Loaded): Stale[] {
    return roots.flatMap((root) => {
        const { config } = workspace.settings(root);
        if (config.baseline === undefined) {
            return [];
        }
        const file = resolve(cwd, root, config.baseline);
        const met = new Set(workspace.check(root).findings.map((finding) => finding.fingerprint));
        const entries = entriesOf(file).filter(
            ({ fingerprint, rule }) => !met.has(fingerprint) && (rule === undefined || config.rules[rule] !== 'off'),
        );
        return entries.length === 0 ? [] : [{ file: shown(file, cwd), entries }];
    });
}

/** Says which entries those are, the first few by name. */
export function staleInWords({ file, entries }: Stale): Message {
    const named = entries.slice(0, 5).map(({ rule, subjects, fingerprint, since }) => {
        const what = rule === undefined ? fingerprint : [rule, ...subjects].join(' ');
        return since === undefined ? what : `${what} (${since})`;
    });
    const more = entries.length - named.length;
    const count = entries.length;
    return {
        en: `${file}: ${count} ${count === 1 ? 'entry meets' : 'entries meet'} no finding any more: ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}. \`--update-baseline\` takes ${count === 1 ? 'it' : 'them'} out.`,
        id: `${file}: ${count} entri tidak lagi cocok dengan temuan mana pun: ${named.join('; ')}${more > 0 ? `; dan ${more} lagi` : ''}. \`--update-baseline\` menghapusnya.`,
    };
}

/**
 * Writes the baseline of every plan: all that is open now, except what cannot be waived. Entries that are kept keep their
 * day. Rules that are not reported keep their entries as they are. Names the file in `smartcity.json` where that names
 * none. Gives a sentence for every plan; the workspace knows the new baselines afterwards.
 */
export function updateBaselines(loaded: Loaded, today: Day, reports: (rule: string) => boolean): Message[] {
    const files = new Map<string, string>();
    const said = loaded.roots.map((root) => {
        const { settings, file, old, entries, open } = newBaseline(loaded, root, today, reports);
        files.set(file, writeBaseline(entries));
        const config = settings.config.baseline === undefined ? namingBaseline(root) : undefined;
        if (config !== undefined) {
            files.set(...config);
        }
        const now = new Set(entries.map(({ fingerprint }) => fingerprint));
        const added = entries.filter(({ fingerprint }) => !old.has(fingerprint)).length;
        const gone = [...old.keys()].filter((fingerprint) => !now.has(fingerprint)).length;
        return { root, settings: { ...settings, baseline: now }, file: shown(file, cwd), added, gone, open };
    });
    writeFiles(files, cwd);
    for (const { root, settings } of said) {
        loaded.workspace.setSettings(root, settings);
    }
    return said.map(({ file, settings: { baseline }, added, gone, open }) => ({
        en: `${file}: ${baseline.size} accepted, ${added} new, ${gone} gone.${open > 0 ? ` ${open} cannot be accepted: without them mended the plan cannot be read as it is meant.` : ''}`,
        id: `${file}: ${baseline.size} diterima, ${added} baru, ${gone} hilang.${open > 0 ? ` ${open} tidak dapat diterima: selama belum diperbaiki, rencana tidak terbaca seperti yang dimaksud.` : ''}`,
    }));
}

function newBaseline({ workspace }: Loaded, root: string, today: Day, reports: (rule: string) => boolean) {
    const settings = workspace.settings(root);
    const { config } = settings;
    const file = resolve(cwd, root, config.baseline ?? BASELINE_FILE);
    const old = new Map(
        (DISK.kindOf(file) === undefined ? [] : entriesOf(file, joinSides)).map((entry) => [entry.fingerprint, entry]),
    );
    const findings = workspace.check(root).findings.filter(isOpenOrInBaseline);
    const accepted = findings.filter(
        ({ rule, fingerprint }) => !isFixed(rule) && (reports(rule) || old.has(fingerprint)),
    );
    const entries = new Map<string, BaselineEntry>();
    for (const [fingerprint, entry] of old) {
        if (entry.rule !== undefined && (config.rules[entry.rule] === 'off' || !reports(entry.rule))) {
            entries.set(fingerprint, entry);
        }
    }
    for (const { fingerprint, rule, subjects } of accepted) {
        const since = old.get(fingerprint)?.since ?? isoDate(today);
        entries.set(fingerprint, { fingerprint, rule, subjects, since });
    }
    const open = findings.filter(({ rule }) => isFixed(rule)).length;
    return { settings, file, old, entries: [...entries.values()], open };
}

function isOpenOrInBaseline({ waived }: Finding): boolean {
    return waived === null || (waived.because === 'baseline' && waived.by === null);
}

/** The plan's `smartcity.json` with the name of its baseline in it. */
function namingBaseline(root: string): [string, string] {
    if (DISK.kindOf(resolve(cwd, root)) === 'file') {
        throw new Failure({
            en: `${root} is a file without a plan around it; a baseline wants a folder with a ${CONFIG_FILE}.`,
            id: `${root} adalah berkas tanpa rencana di sekitarnya; baseline memerlukan folder dengan ${CONFIG_FILE}.`,
        });
    }
    const file = resolve(cwd, root, CONFIG_FILE);
    const before = DISK.kindOf(file) === undefined ? '' : readText(file, cwd).text;
    const text = before.trim() === '' ? '{}\n' : before;
    const formattingOptions = { insertSpaces: true, tabSize: 4, eol: text.includes('\r\n') ? '\r\n' : '\n' };
    return [file, applyEdits(text, modify(text, ['baseline'], BASELINE_FILE, { formattingOptions }))];
}

function entriesOf(file: string, mend = (text: string) => text): readonly BaselineEntry[] {
    const entries = parseBaseline(mend(readText(file, cwd).text));
    if (entries === undefined) {
        throw new Failure({
            en: `${shown(file, cwd)} is no baseline: a JSON list of fingerprints is expected.`,
            id: `${shown(file, cwd)} bukan baseline: diharapkan daftar sidik temuan dalam JSON.`,
        });
    }
    return entries;
}
