import { isoDate } from '../../plan/calendar.ts';
import type { Evidence, Finding } from '../../plan/finding.ts';
import type { Locale } from '../../plan/message.ts';
import type { Origin } from '../../plan/origin.ts';
import type { Workspace } from '../../workspace.ts';
import type { CheckResult, Entry } from '../check.ts';

/**
 * The findings of `smartcity check` for machines, a piece for each; the shape is stable (`formatVersion`). It is laid out
 * as `JSON.stringify` would with two spaces, without ever holding the whole: tens of thousands of findings are normal.
 */
export function* writeCheckJson(result: CheckResult): Iterable<string> {
    const plans = result.plans.map(({ root, checked }) => ({
        root,
        masterplan: checked.analysis.plan.masterplan?.name ?? null,
    }));
    const { scenario } = result.plans.find(({ checked }) => checked.analysis.scenario)?.checked.analysis ?? {};
    const played = scenario === undefined ? '' : `\n  "scenario": ${JSON.stringify(scenario.name)},`;
    yield `{\n  "formatVersion": 1,${played}\n  "plans": ${inner(plans)},\n  "findings": [`;
    const writer = new FindingWriter(result.loaded.workspace);
    let comma = '';
    for (const entry of result.findings) {
        yield `${comma}\n    ${writer.write(entry)}`;
        comma = ',';
    }
    yield `${result.findings.length > 0 ? '\n  ]' : ']'},\n  "summary": ${inner(result.summary)}\n}\n`;
}

/** A value that stands as a property of the outermost object. */
function inner(value: unknown): string {
    return JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
}

/** Writes findings one after the other, and quotes what many of them have in common once. */
class FindingWriter {
    private readonly known = new Map<string, string>();

    constructor(private readonly workspace: Workspace) {}

    write({ root, finding, locale }: Entry): string {
        const { waived } = finding;
        return `{
      "rule": ${this.common(finding.rule)},
      "severity": ${this.common(finding.severity)},
      "message": ${quoted(finding.message[locale])},
      "plan": ${this.common(root)},${this.place(finding.at, BESIDE)},
      "subjects": ${listed(finding.subjects.map(quoted))},
      "evidence": ${listed(finding.evidence.map((each) => this.evidence(each)))},
      "related": ${listed(finding.related.map((each) => this.related(each, locale)))},
      "from": ${dated(finding.from)},
      "to": ${dated(finding.to)},
      "waived": ${
          waived === null
              ? 'null'
              : `{
        "because": ${quoted(waived.because)},
        "by": ${waived.by === null ? 'null' : quoted(waived.by)},
        "until": ${dated(waived.until)}
      }`
      },
      "waysOut": ${listed(finding.ways.map((way) => quoted(way[locale])))},
      "fingerprint": ${quoted(finding.fingerprint)}
    }`;
    }

    private evidence({ label, value, at }: Evidence): string {
        const place = at === undefined ? '' : `,${this.place(at, INSIDE)}`;
        return `{
          "label": ${this.common(label)},
          "value": ${quoted(value)}${place}
        }`;
    }

    private related({ message, at }: Finding['related'][number], locale: Locale): string {
        return `{
          "message": ${quoted(message[locale])},${this.place(at, INSIDE)}
        }`;
    }

    /** The properties of a place, each on a line of its own. */
    private place(at: Origin, between: string): string {
        const { line, column, endLine, endColumn } = this.workspace.place(at);
        return `${between}"file": ${this.common(at.file)},${between}"line": ${line},${between}"column": ${column},${between}"endLine": ${endLine},${between}"endColumn": ${endColumn}`;
    }

    /** A text that many findings have: a rule, a label, a file. */
    private common(text: string): string {
        const known = this.known.get(text);
        if (known !== undefined) {
            return known;
        }
        const written = quoted(text);
        this.known.set(text, written);
        return written;
    }
}

/** The line breaks before the properties of a place. */
const BESIDE = '\n      ';
const INSIDE = '\n          ';

/** An array that stands as a property of a finding. */
function listed(items: readonly string[]): string {
    return items.length === 0 ? '[]' : `[\n        ${items.join(',\n        ')}\n      ]`;
}

function dated(day: number | null): string {
    return day === null ? 'null' : quoted(isoDate(day));
}

function quoted(text: string): string {
    return JSON.stringify(text);
}
