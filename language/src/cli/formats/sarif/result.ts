import type { Edit, Fix } from '../../../fixes/fix.ts';
import { isoDate } from '../../../plan/calendar.ts';
import type { Waived } from '../../../plan/finding.ts';
import type { Origin } from '../../../plan/origin.ts';
import type { CheckResult, Entry } from '../../check.ts';
import { inRepository, type Setting } from '../format.ts';
import { waivedInWords } from '../plain.ts';
import { indexOf, levelOf } from './rule.ts';

/** How an origin becomes a location. */
type Locate = (at: Origin) => { readonly physicalLocation: object };

/** A finding as a SARIF result. */
export function resultOf(result: CheckResult, entry: Entry, { prefix, fixesOf }: Setting): object {
    const { finding, locale } = entry;
    const locate: Locate = (at) => ({
        physicalLocation: { artifactLocation: artifactOf(at.file, prefix), region: regionOf(result, at) },
    });
    const related = finding.related.map(({ message, at }, id) => ({
        id: id + 1,
        message: { text: plain(message[locale]) },
        ...locate(at),
    }));
    const suppression = finding.waived === null ? [] : [suppressionOf(finding.waived, entry)];
    return {
        ruleId: finding.rule,
        ruleIndex: indexOf(finding.rule),
        level: levelOf(finding.severity),
        message: { text: plain(finding.message[locale]) },
        locations: [
            {
                ...locate(finding.at),
                logicalLocations: finding.subjects.map((name) => ({ fullyQualifiedName: name, kind: 'declaration' })),
            },
        ],
        ...(related.length > 0 ? { relatedLocations: related } : {}),
        ...flowOf(entry, locate),
        // The first is what GitHub goes by; it wants a count behind it. Neither hangs on lines or files.
        partialFingerprints: {
            primaryLocationLineHash: `${finding.fingerprint}:1`,
            'smartcityFinding/v1': finding.fingerprint,
        },
        suppressions: suppression,
        ...fixesIn(result, entry, prefix, fixesOf?.(entry) ?? []),
        properties: {
            plan: entry.root,
            evidence: finding.evidence.map(({ label, value }) => ({ label, value })),
            from: finding.from === null ? null : isoDate(finding.from),
            to: finding.to === null ? null : isoDate(finding.to),
            waysOut: finding.ways.map((way) => way[locale]),
        },
    };
}

function artifactOf(file: string, prefix: string): object {
    const path = inRepository(file, prefix);
    return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
}

function regionOf({ loaded }: CheckResult, at: Origin): object {
    const { line, column, endLine, endColumn } = loaded.workspace.place(at);
    return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A text without links: those who show SARIF make them of `[…](…)` in plain texts too. */
function plain(text: string): string {
    return text.replaceAll('](', '] (');
}

/** A waiver stands in the plan itself, the baseline beside it. */
function suppressionOf(waived: Waived, { locale }: Entry): object {
    return {
        kind: waived.because === 'baseline' && waived.by === null ? 'external' : 'inSource',
        status: 'accepted',
        justification: plain(waivedInWords(waived, locale)),
    };
}

/** The way round a circle, step by step, in the order of waiting: each step stands where the wait is written. */
function flowOf({ finding, locale }: Entry, locate: Locate): object {
    if (finding.rule !== 'dependency-cycle') {
        return {};
    }
    const path = finding.evidence.find(({ label }) => label === 'path')!.value.split(' → ');
    const waits = finding.evidence.filter(({ label }) => label === 'wait');
    const steps = path.flatMap((name) => {
        const member = finding.subjects.indexOf(name);
        const [at, related] = [waits[member]?.at, finding.related[member]];
        return at === undefined || related === undefined
            ? []
            : [{ location: { message: { text: plain(related.message[locale]) }, ...locate(at) } }];
    });
    return { codeFlows: [{ threadFlows: [{ locations: steps }] }] };
}

/** The likeliest changes that resolve a finding; else the words that would be right at its place, where they are known. */
function fixesIn(result: CheckResult, { finding, locale }: Entry, prefix: string, fixes: readonly Fix[]): object {
    const { replacement, at, waived } = finding;
    const likely = fixes.filter((fix) => fix.safe || fix.preferred === true);
    const told = likely.map(({ title, edits }) => ({
        description: { text: title[locale] },
        artifactChanges: changesOf(result, edits, prefix),
    }));
    if (told.length === 0 && replacement !== undefined && waived === null) {
        const edits = [{ file: at.file, start: at.start, end: at.end, text: replacement }];
        const text = locale === 'id' ? `Ganti dengan \`${replacement}\`` : `Replace by \`${replacement}\``;
        told.push({ description: { text }, artifactChanges: changesOf(result, edits, prefix) });
    }
    return told.length === 0 ? {} : { fixes: told };
}

/** Changes of text by file. */
function changesOf(result: CheckResult, edits: readonly Edit[], prefix: string): object[] {
    return [...new Set(edits.map((edit) => edit.file))].map((file) => ({
        artifactLocation: artifactOf(file, prefix),
        replacements: edits
            .filter((edit) => edit.file === file)
            .map((edit) => ({ deletedRegion: regionOf(result, edit), insertedContent: { text: edit.text } })),
    }));
}
