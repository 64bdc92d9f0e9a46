import type { Colors } from 'picocolors/types.js';
import { isoDate } from '../../plan/calendar.ts';
import type { Finding } from '../../plan/finding.ts';
import type { Locale } from '../../plan/message.ts';
import type { Origin } from '../../plan/origin.ts';
import { showLabel, showValue } from '../../render/page/evidence-labels.ts';
import { CAUTION } from '../../render/words.ts';
import type { Workspace } from '../../workspace.ts';
import type { CheckResult } from '../check.ts';
import { inWords, oneLine } from '../words.ts';
import { writeConsequences } from './consequences.ts';
import { nothingInWords, sinceInWords } from './plain.ts';

/** How many other places and facts a finding shows before it only counts them. */
const MOST_DETAILS = 6;
/** The widest excerpt, in characters; longer lines are cut around the place. */
const WIDEST = 110;

/**
 * The findings of `smartcity check` for people, a piece for each: excerpts with carets, the ways out, a summary and what
 * to do next.
 */
export function* writeCheckText(result: CheckResult, colors: Colors): Iterable<string> {
    for (const { finding, locale } of result.findings) {
        if (finding.waived === null) {
            yield `${writeFinding(result.loaded.workspace, finding, locale, colors)}\n\n`;
        }
    }
    for (const { root, checked, locale } of result.plans) {
        if (checked.analysis.scenario !== undefined) {
            const played = { checked, base: result.loaded.workspace.check(root) };
            yield `${writeConsequences(played, ['findings', 'targets'], locale, colors).join('\n')}\n`;
        }
    }
    const waived = writeWaived(result, colors);
    yield `${waived === '' ? '' : `${waived}\n\n`}${colors.dim(CAUTION[result.locale])}\n${writeSummary(result, colors)}\n`;
}

function writeFinding(workspace: Workspace, finding: Finding, locale: Locale, colors: Colors): string {
    const paint =
        finding.severity === 'error' ? colors.red : finding.severity === 'warning' ? colors.yellow : colors.cyan;
    const lines = [
        `${paint(colors.bold(`${inWords(finding.severity, locale)}[${finding.rule}]`))} ${oneLine(finding.message[locale])}`,
    ];
    lines.push(...excerpt(workspace, finding.at, paint, colors));
    const seen = new Set<string>();
    const details = [
        ...finding.evidence.map(
            ({ label, value, at }) =>
                `${showLabel(label, locale)}: ${showValue(label, value, locale)}${at === undefined ? '' : ` (${placeOf(workspace, at)})`}`,
        ),
        ...finding.related.map(({ message, at }) => `${message[locale]} (${placeOf(workspace, at)})`),
    ]
        .map(oneLine)
        .filter((detail) => !seen.has(detail) && seen.add(detail));
    lines.push(...details.slice(0, MOST_DETAILS).map((detail) => `   ${colors.dim('=')} ${detail}`));
    if (details.length > MOST_DETAILS) {
        const more = details.length - MOST_DETAILS;
        lines.push(`   ${colors.dim(`= ${locale === 'id' ? `dan ${more} lagi` : `and ${more} more`}`)}`);
    }
    if (finding.from !== null || finding.to !== null) {
        const [from, to] = [finding.from, finding.to].map((day) => (day === null ? '…' : isoDate(day)));
        lines.push(`   ${colors.dim('=')} ${locale === 'id' ? 'berlaku' : 'holds'} ${from} – ${to}`);
    }
    if (finding.ways.length > 0) {
        lines.push(
            `   ${colors.green(locale === 'id' ? 'jalan keluar:' : 'ways out:')} ${oneLine(finding.ways.map((way) => way[locale]).join(' · '))}`,
        );
    }
    return lines.join('\n');
}

function placeOf(workspace: Workspace, at: Origin): string {
    const { line, column } = workspace.place(at);
    return `${at.file}:${line}:${column}`;
}

function excerpt(workspace: Workspace, at: Origin, paint: (text: string) => string, colors: Colors): string[] {
    const place = workspace.place(at);
    const lines = [`  ${colors.dim('-->')} ${oneLine(at.file)}:${place.line}:${place.column}`];
    const text = workspace.lines(at.file)?.line(place.line) ?? '';
    const from = place.column > WIDEST - 10 ? place.column - 20 : 0;
    // Tabs and control characters would shift the carets, and a build server obeys `##[` anywhere.
    const shown = text
        .slice(from, from + WIDEST)
        .replace(/[\t\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
        .replace(/##(?=[\w.-]{0,40}\[)/g, '# ');
    if (shown.trim() !== '') {
        const end = place.endLine === place.line ? place.endColumn : text.length + 1;
        const width = Math.max(1, Math.min(end - place.column, shown.length - (place.column - 1 - from)));
        const number = String(place.line);
        const gutter = ' '.repeat(number.length);
        lines.push(` ${colors.dim(`${gutter} |`)}`, ` ${colors.dim(`${number} |`)} ${shown}`);
        lines.push(` ${colors.dim(`${gutter} |`)} ${' '.repeat(place.column - 1 - from)}${paint('^'.repeat(width))}`);
    }
    return lines;
}

/** The waivers at work: each reason once, with how many findings it accepts. */
function writeWaived(result: CheckResult, colors: Colors): string {
    const { locale } = result;
    const waived = result.findings.flatMap(({ finding }) =>
        finding.waived === null ? [] : [{ finding, waived: finding.waived }],
    );
    if (waived.length === 0) {
        return '';
    }
    const soon = waived.filter(({ waived: { until } }) => until !== null && until - result.today <= 60);
    const head =
        locale === 'id'
            ? `${waived.length} dikecualikan${soon.length > 0 ? `, ${soon.length} berakhir dalam 60 hari` : ''}`
            : `${waived.length} waived${soon.length > 0 ? `, ${soon.length} ${soon.length === 1 ? 'expires' : 'expire'} within 60 days` : ''}`;
    const lines = [colors.bold(head)];
    const reasons = new Map<string, number>();
    for (const {
        finding,
        waived: { because, by, until },
    } of waived) {
        const where =
            because === 'baseline' && by === null
                ? `${finding.rule}: baseline`
                : `${finding.rule}: ${finding.subjects.join(', ')}: “${because}”${by === null ? '' : ` (${by}${until === null ? '' : `, ${locale === 'id' ? 'sampai' : 'until'} ${isoDate(until)}`})`}`;
        reasons.set(oneLine(where), (reasons.get(oneLine(where)) ?? 0) + 1);
    }
    const shown = [...reasons].slice(0, 20);
    lines.push(...shown.map(([where, count]) => `  ${colors.dim('-')} ${where}${count > 1 ? ` ×${count}` : ''}`));
    if (reasons.size > shown.length) {
        lines.push(
            `  ${colors.dim(`- ${locale === 'id' ? 'dan' : 'and'} ${reasons.size - shown.length} ${locale === 'id' ? 'lagi' : 'more'}`)}`,
        );
    }
    return lines.join('\n');
}

function writeSummary(result: CheckResult, colors: Colors): string {
    const { locale, summary } = result;
    const say = (count: number, en: string, id: string): string =>
        `${count} ${locale === 'id' ? id : count === 1 ? en : `${en}s`}`;
    const counts = [
        colors.red(say(summary.error, 'error', 'galat')),
        colors.yellow(say(summary.warning, 'warning', 'peringatan')),
        colors.cyan(`${summary.info} info`),
        ...(summary.waived > 0 ? [`${summary.waived} ${locale === 'id' ? 'dikecualikan' : 'waived'}`] : []),
    ].join(', ');
    const where =
        locale === 'id'
            ? `dalam ${summary.files} berkas, ${summary.programs} program`
            : `in ${say(summary.files, 'file', 'berkas')}, ${say(summary.programs, 'program', 'program')}`;
    // The hint is about the worst finding, the first of its kind.
    const open = result.findings.flatMap(({ finding }) => (finding.waived === null ? [finding] : []));
    const first = (['error', 'warning', 'info'] as const)
        .map((severity) => open.find((finding) => finding.severity === severity))
        .find((finding) => finding !== undefined);
    const [plan] = result.plans;
    const command =
        first !== undefined
            ? `smartcity explain ${first.rule}`
            : plan && `smartcity render ${plan.root} --out ${locale === 'id' ? 'rencana' : 'plan'}.html`;
    const next = [
        ...(first === undefined ? [nothingInWords(result)[locale]] : []),
        ...(command === undefined ? [] : [`${locale === 'id' ? 'Berikutnya' : 'Next'}: ${command}`]),
    ].join(' ');
    return `${counts}${sinceInWords(result.scope, locale)} ${where}.\n${colors.dim(next)}`;
}
