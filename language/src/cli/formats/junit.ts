import { RULES } from '../../rules/catalogue.ts';
import { type CheckedPlan, type CheckResult, type Entry, isOpen } from '../check.ts';
import type { Format } from './format.ts';
import { detailsInWords, placeInWords, waivedInWords, waivedWord } from './plain.ts';
import { escapeText, tag, XML_HEAD } from './xml.ts';

/** One test case of the report. */
interface Case {
    readonly kind: 'passed' | 'failed' | 'skipped';
    readonly xml: string;
}

/**
 * A test suite a plan. A rule that found nothing is a test that passed; each finding is a test of its own: failed when
 * it fails the run, skipped when it is waived, else passed, with its text beside it. There is nothing in it that the
 * schemas of Jenkins do not know, for some build servers refuse a report that has more: places stand in the texts.
 */
export const junit: Format = {
    name: 'junit',
    purpose: { en: 'test reports (XML)', id: 'laporan uji (XML)' },
    *write(result) {
        const suites = result.plans.map((plan) => ({ plan, cases: casesOf(result, plan) }));
        const all = suites.flatMap(({ cases }) => cases);
        const { skipped: _, ...counts } = countsOf(all);
        yield `${XML_HEAD}${tag('testsuites', { name: 'smartcity', ...counts })}\n`;
        for (const { plan, cases } of suites) {
            yield `  ${tag('testsuite', { name: plan.root, ...countsOf(cases) })}\n`;
            for (const { xml } of cases) {
                yield xml;
            }
            yield '  </testsuite>\n';
        }
        yield '</testsuites>\n';
    },
};

function countsOf(cases: readonly Case[]) {
    const count = (kind: Case['kind']): number => cases.filter((each) => each.kind === kind).length;
    return { tests: cases.length, failures: count('failed'), errors: 0, skipped: count('skipped'), time: 0 };
}

function casesOf(result: CheckResult, plan: CheckedPlan): Case[] {
    const entries = result.findings.filter(({ root }) => root === plan.root);
    const found = new Set(entries.filter(isOpen).map(({ finding }) => finding.rule));
    const passed = RULES.filter((rule) => !found.has(rule.name)).map(
        (rule): Case => ({
            kind: 'passed',
            xml: `    ${tag('testcase', { classname: plan.root, name: rule.name, time: 0 }, true)}\n`,
        }),
    );
    return [...passed, ...entries.map((entry) => caseOf(result, plan, entry))];
}

function caseOf(result: CheckResult, { root }: CheckedPlan, entry: Entry): Case {
    const { finding } = entry;
    const start = tag('testcase', {
        classname: root,
        name: `${finding.rule}: ${finding.subjects.join(', ') || placeInWords(result, entry)}`,
        time: 0,
    });
    const { kind, body } = verdictOf(result, entry);
    return { kind, xml: `    ${start}\n      ${body}\n    </testcase>\n` };
}

function verdictOf(result: CheckResult, entry: Entry): { readonly kind: Case['kind']; readonly body: string } {
    const { finding, locale } = entry;
    const details = escapeText(detailsInWords(result, entry));
    if (finding.waived !== null) {
        const message = `${waivedWord(locale)}: ${waivedInWords(finding.waived, locale)}`;
        return { kind: 'skipped', body: tag('skipped', { message }, true) };
    }
    if (entry.fails) {
        const start = tag('failure', { type: finding.severity, message: finding.message[locale] });
        return { kind: 'failed', body: `${start}${details}</failure>` };
    }
    return { kind: 'passed', body: `<system-out>${details}</system-out>` };
}
