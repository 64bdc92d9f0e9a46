import type { Severity } from '../../plan/config.ts';
import type { Finding } from '../../plan/finding.ts';
import { type Child, element, type Markup, together } from '../markup.ts';
import { count, showDay } from '../words.ts';
import { showLabel, showValue } from './evidence-labels.ts';
import { details, type PageContext, place, prose, section } from './section.ts';

/** More findings of one rule than this are counted: nobody reads them all on a page, and `check` lists them. */
const MOST = 200;

/** As many findings of one rule lie open on paper; of more than these the heading says how many. */
const FEW = 20;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** All findings: by severity and rule, each with place, evidence and ways out; waived ones apart, with the reason. */
export function writeFindings(context: PageContext): Markup {
    const { checked, locale, say } = context;
    const open = checked.findings.filter((finding) => finding.waived === null);
    const waived = checked.findings.filter((finding) => finding.waived !== null);
    return section(
        'findings',
        say({ en: 'Findings', id: 'Temuan' }),
        checked.findings.length === 0
            ? element('p', {}, say({ en: 'Nothing was found.', id: 'Tidak ada temuan.' }))
            : undefined,
        SEVERITIES.map((severity) =>
            writeSeverity(
                context,
                severity,
                open.filter((finding) => finding.severity === severity),
            ),
        ),
        waived.length === 0
            ? undefined
            : [
                  element('h3', { class: 'sc-waived-title' }, count(waived.length, 'waived', locale)),
                  element(
                      'p',
                      { class: 'sc-note' },
                      say({
                          en: 'Accepted on the record: each with a reason and who answers for it.',
                          id: 'Diterima secara tercatat: masing-masing dengan alasan dan penanggung jawab.',
                      }),
                  ),
                  byRule(waived).map(([rule, findings]) => writeRule(context, rule, findings, false, 'waived-')),
              ],
    );
}

function writeSeverity(context: PageContext, severity: Severity, findings: readonly Finding[]): Child {
    if (findings.length === 0) {
        return undefined;
    }
    // Errors lie open as long as they can be taken in; the rest opens on demand.
    const open = severity === 'error' && findings.length <= 40;
    return [
        element('h3', { class: `sc-${severity}-title` }, count(findings.length, severity, context.locale)),
        byRule(findings).map(([rule, group]) => writeRule(context, rule, group, open, '')),
    ];
}

function byRule(findings: readonly Finding[]): [string, Finding[]][] {
    const groups = new Map<string, Finding[]>();
    for (const finding of findings) {
        const group = groups.get(finding.rule) ?? [];
        groups.set(finding.rule, group);
        group.push(finding);
    }
    return [...groups].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

function writeRule(
    context: PageContext,
    rule: string,
    findings: readonly Finding[],
    open: boolean,
    prefix: string,
): Markup {
    const { options, say } = context;
    const title = options.rules?.find((candidate) => candidate.name === rule)?.title;
    const shown = findings.slice(0, MOST);
    const more = findings.length - shown.length;
    return element(
        'div',
        {
            class: `sc-rule sc-of-${findings[0]!.severity}${findings.length <= FEW ? ' sc-few' : ''}`,
            id: `${prefix}rule-${rule}`,
        },
        details(
            open,
            together(
                element('b', {}, title ? say(title) : rule),
                ' ',
                element('code', {}, rule),
                ' ',
                element('span', { class: 'sc-count' }, findings.length),
            ),
            element(
                'ul',
                { class: 'sc-findings' },
                shown.map((finding) => writeFinding(context, finding)),
            ),
            more > 0
                ? element(
                      'p',
                      {},
                      say({
                          en: `… and ${more} more: \`smartcity check\` lists them all.`,
                          id: `… dan ${more} lainnya: \`smartcity check\` menampilkan semuanya.`,
                      }).replaceAll('`', ''),
                  )
                : undefined,
        ),
    );
}

function writeFinding(context: PageContext, finding: Finding): Markup {
    const { say, locale } = context;
    return element(
        'li',
        {
            'data-key': `finding:${finding.fingerprint}`,
            'data-file': finding.at.file,
            'data-start': finding.at.start,
            'data-end': finding.at.end,
        },
        element('p', { class: 'sc-message' }, prose(context, say(finding.message)), ' ', place(context, finding.at)),
        writeSpan(finding, locale),
        finding.waived === null
            ? undefined
            : element(
                  'p',
                  { class: 'sc-because' },
                  `“${finding.waived.because}”`,
                  [
                      finding.waived.by,
                      finding.waived.until === null
                          ? null
                          : `${say({ en: 'until', id: 'sampai' })} ${showDay(finding.waived.until, locale)}`,
                  ]
                      .filter((part) => part !== null)
                      .map((part) => ` — ${part}`),
              ),
        writeGrounds(context, finding),
    );
}

/** Evidence, other places and ways out: one step away, so that the sentences above stay a list one can read. */
function writeGrounds(context: PageContext, finding: Finding): Child {
    const { say } = context;
    const ways = finding.waived === null ? finding.ways : [];
    if (finding.evidence.length + finding.related.length + ways.length === 0) {
        return undefined;
    }
    return element(
        'div',
        { class: 'sc-grounds' },
        details(
            false,
            say({ en: 'Evidence and ways out', id: 'Bukti dan jalan keluar' }),
            element(
                'ul',
                { class: 'sc-evidence' },
                finding.evidence.map((evidence) =>
                    element(
                        'li',
                        {},
                        element('span', { class: 'sc-label' }, showLabel(evidence.label, context.locale)),
                        ` ${showValue(evidence.label, evidence.value, context.locale)} `,
                        evidence.at && place(context, evidence.at),
                    ),
                ),
            ),
            element(
                'ul',
                { class: 'sc-related' },
                finding.related.map((related) =>
                    element('li', {}, prose(context, say(related.message)), ' ', place(context, related.at)),
                ),
            ),
            ways.length === 0
                ? undefined
                : [
                      element('span', { class: 'sc-label' }, say({ en: 'Ways out', id: 'Jalan keluar' })),
                      element(
                          'ul',
                          { class: 'sc-ways' },
                          ways.map((way) => element('li', {}, prose(context, say(way)))),
                      ),
                  ],
        ),
    );
}

/** The days over which a finding holds, where it does not hold always. */
function writeSpan(finding: Finding, locale: 'en' | 'id'): Child {
    const { from, to } = finding;
    if (from === null && to === null) {
        return undefined;
    }
    const id = locale === 'id';
    const words = [
        from === null ? '' : `${id ? 'sejak' : 'from'} ${showDay(from, locale)}`,
        to === null ? '' : `${id ? 'sampai' : 'until'} ${showDay(to, locale)}`,
    ];
    return element('p', { class: 'sc-span' }, words.filter(Boolean).join(' '));
}
