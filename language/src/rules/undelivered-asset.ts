import type { AssetLife, ScheduledProgram } from '../analysis/schedule-types.ts';
import { isoDate } from '../plan/calendar.ts';
import type { Application } from '../plan/declarations/asset.ts';
import type { Program } from '../plan/declarations/program.ts';
import type { Reference } from '../plan/declarations/reference.ts';
import type { Draft } from '../plan/finding.ts';
import { type Message, say } from '../plan/message.ts';
import type { Rule } from './rule.ts';
import page from './undelivered-asset.md';

/** A program or application needs what nobody delivers, or what is gone before the program starts. */
export const undeliveredAsset: Rule = {
    name: 'undelivered-asset',
    group: 'time',
    severity: 'error',
    title: {
        en: 'Something needed is delivered by nobody, or is gone by then',
        id: 'Aset yang dibutuhkan tidak diserahkan siapa pun, atau sudah tidak ada',
    },
    page,
    judges: 'each',
    *find({ plan, schedule, lifetimes }) {
        for (const dependent of [...lifetimes.programs, ...plan.applications]) {
            if (dependent.needs === undefined || dependent.library !== undefined) {
                continue;
            }
            const seen = new Set<string>();
            for (const reference of dependent.needs.refs) {
                const life = schedule.assets.get(reference.name);
                if (life === undefined || seen.has(reference.name)) {
                    continue;
                }
                seen.add(reference.name);
                const scheduled = dependent.kind === 'program' ? schedule.byName.get(dependent.name) : undefined;
                // A `since` that cannot be read has been reported where it stands.
                if (life.undelivered && !life.asset.broken.includes('since')) {
                    yield reportMissing(dependent, reference, life);
                } else if (scheduled !== undefined && life.to !== null && life.to < scheduled.start) {
                    yield reportEnded(scheduled, reference, life);
                }
            }
        }
    },
};

function reportMissing(dependent: Program | Application, reference: Reference, { asset }: AssetLife): Draft {
    return {
        at: reference.at,
        subjects: [dependent.name, asset.name],
        message: say(
            () => `\`${dependent.name}\` needs \`${asset.name}\`, but no program delivers it and it has no \`since\`.`,
            () =>
                `\`${dependent.name}\` membutuhkan \`${asset.name}\`, tetapi tidak ada program yang menyerahkannya dan tidak ada \`since\`.`,
        ),
        evidence: [{ label: 'needs', value: asset.name, at: reference.at }],
        related: [declaredAt(asset)],
        // Of two applications each may need the other: who needs is not in the subjects.
        facts: `undelivered\n${asset.name}`,
        ways: [
            say(
                () => `If \`${asset.name}\` is there already, say since when: \`since 2015\`.`,
                () => `Jika \`${asset.name}\` sudah ada, tulis sejak kapan: \`since 2015\`.`,
            ),
            say(
                () => `Let a program deliver it: \`delivers ${asset.name}\`.`,
                () => `Tetapkan program yang menyerahkannya: \`delivers ${asset.name}\`.`,
            ),
        ],
    };
}

function reportEnded({ program, start }: ScheduledProgram, reference: Reference, life: AssetLife): Draft {
    const { asset, to, replacedBy } = life;
    const ended = isoDate(to!);
    return {
        at: reference.at,
        subjects: [program.name, asset.name],
        message: say(
            () =>
                `\`${program.name}\` starts on ${isoDate(start)} and needs \`${asset.name}\`, which is there until ${ended} only.`,
            () =>
                `\`${program.name}\` dimulai ${isoDate(start)} dan membutuhkan \`${asset.name}\`, yang hanya ada sampai ${ended}.`,
        ),
        evidence: [
            { label: 'needs', value: asset.name, at: reference.at },
            { label: 'start', value: isoDate(start) },
            { label: 'ended', value: ended, at: asset.until?.clause ?? asset.at },
            ...(replacedBy === undefined ? [] : [{ label: 'replaced by', value: replacedBy }]),
        ],
        related: [declaredAt(asset)],
        facts: `ended\n${asset.name}`,
        ways: waysOutOfEnd(life),
    };
}

function waysOutOfEnd({ asset, replacedBy }: AssetLife): Message[] {
    return [
        replacedBy === undefined
            ? say(
                  () => `Need what takes the place of \`${asset.name}\`, or keep it longer.`,
                  () => `Gunakan pengganti \`${asset.name}\`, atau pertahankan lebih lama.`,
              )
            : say(
                  () => `Need what \`${replacedBy}\` puts in its place, or replace \`${asset.name}\` later.`,
                  () => `Gunakan penggantinya dari \`${replacedBy}\`, atau ganti \`${asset.name}\` lebih lambat.`,
              ),
        {
            en: 'Bring the program forward, to where the asset is still there.',
            id: 'Majukan program ke masa ketika aset itu masih ada.',
        },
    ];
}

function declaredAt(asset: AssetLife['asset']) {
    return {
        at: asset.at,
        message: say(
            () => `\`${asset.name}\` is declared here.`,
            () => `\`${asset.name}\` dideklarasikan di sini.`,
        ),
    };
}
