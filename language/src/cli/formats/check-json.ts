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
    let comma = '';
    for (const entry of result.findings) {
        yield `${comma}\n    ${findingOf(result.loaded.workspace, entry)}`;
        comma = ',';
    }
    yield `${result.findings.length > 0 ? '\n  ]' : ']'},\n  "summary": ${inner(result.summary)}\n}\n`;
}

/** A value that stands as a property of the outermost object. */
function inner(value: unknown): string {
    return JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
}

function findingOf(workspace: Workspace, { root, finding, locale }: Entry): string {
    const { waived } = finding;
    return `{
      "rule": ${quoted(finding.rule)},
      "severity": ${quoted(finding.severity)},
      "message": ${quoted(finding.message[locale])},
      "plan": ${quoted(root)},${placeOf(workspace, finding.at, '      ')},
      "subjects": ${listed(finding.subjects.map(quoted))},
      "evidence": ${listed(finding.evidence.map((each) => evidenceOf(workspace, each)))},
      "related": ${listed(finding.related.map((each) => relatedOf(workspace, each, locale)))},
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

function evidenceOf(workspace: Workspace, { label, value, at }: Evidence): string {
    const place = at === undefined ? '' : `,${placeOf(workspace, at, '          ')}`;
    return `{
          "label": ${quoted(label)},
          "value": ${quoted(value)}${place}
        }`;
}

function relatedOf(workspace: Workspace, { message, at }: Finding['related'][number], locale: Locale): string {
    return `{
          "message": ${quoted(message[locale])},${placeOf(workspace, at, '          ')}
        }`;
}

/** The properties of a place, each on a line of its own. */
function placeOf(workspace: Workspace, at: Origin, indent: string): string {
    const { line, column, endLine, endColumn } = workspace.place(at);
    return `\n${indent}"file": ${quoted(at.file)},\n${indent}"line": ${line},\n${indent}"column": ${column},\n${indent}"endLine": ${endLine},\n${indent}"endColumn": ${endColumn}`;
}

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
