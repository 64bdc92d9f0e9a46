import { isoDate } from '../../../plan/calendar.ts';
import type { Waived } from '../../../plan/finding.ts';
import type { Origin } from '../../../plan/origin.ts';
import type { CheckResult, Entry } from '../../check.ts';
import { inRepository } from '../format.ts';
import { waivedInWords } from '../plain.ts';
import { indexOf, levelOf } from './rule.ts';

/** How an origin becomes a location. */
type Locate = (at: Origin) => { readonly physicalLocation: object };

/** A finding as a SARIF result. */
export function resultOf(result: CheckResult, entry: Entry, prefix: string): object {
    const { finding, locale } = entry;
    const locate: Locate = (at) => ({
        physicalLocation: { artifactLocation: artifactOf(at.file, prefix), region: regionOf(result, at) },
    });
    const related = finding.related.map(({ message, at }, id) => ({
        id: id + 1,
        message: { text: message[locale] },
        ...locate(at),
    }));
    const suppression = finding.waived === null ? [] : [suppressionOf(finding.waived, entry)];
    return {
        ruleId: finding.rule,
        ruleIndex: indexOf(finding.rule),
        level: levelOf(finding.severity),
        message: { text: finding.message[locale] },
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
        ...fixOf(result, entry, prefix),
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

/** A waiver stands in the plan itself, the baseline beside it. */
function suppressionOf(waived: Waived, { locale }: Entry): object {
    return {
        kind: waived.because === 'baseline' && waived.by === null ? 'external' : 'inSource',
        status: 'accepted',
        justification: waivedInWords(waived, locale),
    };
}

/** The way round a circle, step by step, in the order of waiting. */
function flowOf({ finding, locale }: Entry, locate: Locate): object {
    const path =
        finding.rule === 'dependency-cycle' ? finding.evidence.find(({ label }) => label === 'path') : undefined;
    if (path === undefined) {
        return {};
    }
    const steps = path.value.split(' → ').flatMap((name) => {
        const related = finding.related[finding.subjects.indexOf(name)];
        return related === undefined
            ? []
            : [{ location: { message: { text: related.message[locale] }, ...locate(related.at) } }];
    });
    return steps.length === 0 ? {} : { codeFlows: [{ threadFlows: [{ locations: steps }] }] };
}

/** The words that would be right, where they are known. */
function fixOf(result: CheckResult, { finding, locale }: Entry, prefix: string): object {
    const { replacement, at } = finding;
    if (replacement === undefined) {
        return {};
    }
    const title = locale === 'id' ? `Ganti dengan \`${replacement}\`` : `Replace by \`${replacement}\``;
    const change = { deletedRegion: regionOf(result, at), insertedContent: { text: replacement } };
    return {
        fixes: [
            {
                description: { text: title },
                artifactChanges: [{ artifactLocation: artifactOf(at.file, prefix), replacements: [change] }],
            },
        ],
    };
}
