import { breakingOf } from '../../analysis/diff/diff.ts';
import type { Change, ChangeKind, PlanDiff, Topic } from '../../analysis/diff/diff-types.ts';
import type { Config, Severity } from '../../plan/config.ts';
import type { Locale, Message } from '../../plan/message.ts';

/** A comparison, and the settings that say what of it is breaking. */
export interface JudgedDiff {
    readonly diff: PlanDiff;
    readonly config: Config;
}

const SEVERITIES: Readonly<Record<Severity, Message>> = {
    error: { en: 'error', id: 'galat' },
    warning: { en: 'warning', id: 'peringatan' },
    info: { en: 'info', id: 'info' },
};

/** What the topics are called. */
export const TOPIC_NAMES: Readonly<Record<Topic, Message>> = {
    targets: { en: 'Targets', id: 'Target' },
    levels: { en: 'Maturity', id: 'Kematangan' },
    programs: { en: 'Programs', id: 'Program' },
    schedule: { en: 'Schedule', id: 'Jadwal' },
    owners: { en: 'Owners and partners', id: 'Pengampu dan mitra' },
    money: { en: 'Money', id: 'Anggaran' },
    findings: { en: 'Findings', id: 'Temuan' },
    waivers: { en: 'Waivers', id: 'Pengecualian' },
    writing: { en: 'What else is written otherwise', id: 'Perubahan isi lainnya' },
};

const MARKS: Readonly<Partial<Record<ChangeKind, '+' | '-' | '!'>>> = {
    'target-added': '+',
    'target-removed': '-',
    'target-met': '+',
    'target-missed': '!',
    'level-gained': '+',
    'level-lost': '!',
    'program-added': '+',
    'program-removed': '-',
    'program-cancelled': '-',
    'program-revived': '+',
    'program-undated': '!',
    'ceiling-exceeded': '!',
    'ceiling-kept': '+',
    'finding-new': '!',
    'finding-reopened': '!',
    'finding-gone': '-',
    'waiver-added': '+',
    'waiver-removed': '-',
    added: '+',
    removed: '-',
};

/** A sign before a change: `+` came, `-` went, `!` got worse, `~` is different. */
export function markOf({ kind }: Change): '+' | '-' | '!' | '~' {
    return MARKS[kind] ?? '~';
}

/** What stands before the sentence of a finding: what became of it, how bad it is, and its rule. */
export function findingHead({ kind, finding }: Change, locale: Locale): string | undefined {
    if (finding === undefined) {
        return undefined;
    }
    const words: Readonly<Partial<Record<ChangeKind, Message>>> = {
        'finding-new': { en: 'new', id: 'baru' },
        'finding-gone': { en: 'gone', id: 'hilang' },
        'finding-accepted': { en: 'accepted', id: 'dikecualikan' },
        'finding-reopened': { en: 'open again', id: 'terbuka lagi' },
    };
    return `${words[kind]![locale]} ${SEVERITIES[finding.severity][locale]}[${finding.rule}]`;
}

/** Changes of a topic; of findings the new ones first, and the worst of them. */
export function changesOf(diff: PlanDiff, topic: Topic): readonly Change[] {
    const changes = diff.changes.filter((change) => change.topic === topic);
    if (topic !== 'findings') {
        return changes;
    }
    const kinds: readonly ChangeKind[] = ['finding-new', 'finding-reopened', 'finding-accepted', 'finding-gone'];
    const severities = ['error', 'warning', 'info'];
    const weight = ({ kind, finding }: Change): number =>
        kinds.indexOf(kind) * severities.length + severities.indexOf(finding!.severity);
    return [...changes].sort((a, b) => weight(a) - weight(b));
}

/** How many changes a plan has, how many of them break something, and what became of the findings: one sentence. */
export function summaryOf({ diff, config }: JudgedDiff, locale: Locale): string {
    const id = locale === 'id';
    const { changes, unchangedFindings } = diff;
    if (changes.length === 0) {
        return id ? 'Tidak ada perbedaan.' : 'No difference.';
    }
    const count = (kind: ChangeKind): number => changes.filter((change) => change.kind === kind).length;
    const others = changes.filter(({ topic }) => topic !== 'findings').length;
    const breaking = breakingOf(diff, config).length;
    const fresh = count('finding-new') + count('finding-reopened');
    const parts = id
        ? [
              `${others} perubahan`,
              ...(breaking > 0 ? [`${breaking} di antaranya mengubah komitmen`] : []),
              `temuan: ${fresh} baru, ${count('finding-gone')} hilang, ${unchangedFindings} tetap`,
          ]
        : [
              `${others} ${others === 1 ? 'change' : 'changes'}`,
              ...(breaking > 0 ? [`${breaking} of them breaking`] : []),
              `findings: ${fresh} new, ${count('finding-gone')} gone, ${unchangedFindings} unchanged`,
          ];
    return `${parts.join('; ')}.`;
}

/** What stands before the sentence of a breaking change: how bad it is, and its class. */
export function breakingHead(change: Change, severity: Severity, locale: Locale): string {
    return `${SEVERITIES[severity][locale]}[${change.breaking}]`;
}
