import type { Cycle } from '../analysis/schedule-types.ts';
import type { Reference } from '../plan/declarations/reference.ts';
import { list, type Message, say } from '../plan/message.ts';
import { findAsset, type Plan } from '../plan/plan.ts';
import page from './dependency-cycle.md';
import type { Rule } from './rule.ts';

/** Programs, or activities of one program, that wait for each other, so that none of them can begin. */
export const dependencyCycle: Rule = {
    name: 'dependency-cycle',
    group: 'time',
    severity: 'error',
    fixed: true,
    title: { en: 'Programs wait for each other in a circle', id: 'Program saling menunggu dalam lingkaran' },
    page,
    *find({ plan, schedule }) {
        for (const cycle of schedule.cycles) {
            const { members, path, references } = cycle;
            const places = members.map((name, i) => plan.names.get(name)?.at ?? references[i]!.at);
            yield {
                // A circle of activities stands where its first activity does, of programs where its first program does.
                at: places[0]!,
                subjects: members,
                message: describe(plan, cycle),
                evidence: [
                    { label: 'path', value: path.join(' → ') },
                    ...references.map(({ name, at }, i) => ({ label: 'wait', value: `${members[i]} → ${name}`, at })),
                ],
                related: members.map((member, i) => ({ at: places[i]!, message: tell(plan, member, references[i]!) })),
                facts: '',
                ways: waysOut(plan, path),
            };
        }
    },
};

function describe(plan: Plan, { members, path }: Cycle): Message {
    const way = path.map((name) => `\`${name}\``).join(' → ');
    const first = `\`${members[0]}\``;
    if (members.length === 1) {
        return say(
            () => `${first} waits for itself, so it can never begin: ${way}.`,
            () => `${first} menunggu dirinya sendiri sehingga tidak pernah dapat dimulai: ${way}.`,
        );
    }
    const passed = new Set(path);
    const others = list(members.filter((member) => !passed.has(member)).map((member) => `\`${member}\``));
    const activities = plan.names.get(members[0]!)?.kind === 'activity';
    return say(
        () =>
            `${activities ? 'Activities' : 'Programs'} wait for each other in a circle, so none of them can begin: ${way}.${others.en && ` In the same circle: ${others.en}.`}`,
        () =>
            `${activities ? 'Kegiatan' : 'Program'} saling menunggu dalam lingkaran sehingga tidak satu pun dapat dimulai: ${way}.${others.id && ` Dalam lingkaran yang sama: ${others.id}.`}`,
    );
}

/** What a member waits for in the circle. */
function tell(plan: Plan, member: string, reference: Reference): Message {
    return findAsset(plan, reference) === undefined
        ? say(
              () => `\`${member}\` waits for \`${reference.name}\`.`,
              () => `\`${member}\` menunggu \`${reference.name}\`.`,
          )
        : say(
              () => `\`${member}\` needs \`${reference.name}\`.`,
              () => `\`${member}\` membutuhkan \`${reference.name}\`.`,
          );
}

function waysOut(plan: Plan, path: readonly string[]): Message[] {
    const asset = path.find((name) => {
        const kind = plan.names.get(name)?.kind;
        return kind !== undefined && kind !== 'program' && kind !== 'activity';
    });
    return [
        {
            en: 'Take out the wait that is not a real one; if two parts depend on each other, split one of them in two.',
            id: 'Hapus penantian yang sebenarnya tidak perlu; jika dua bagian saling bergantung, pecah salah satunya menjadi dua.',
        },
        ...(asset === undefined
            ? []
            : [
                  say(
                      () =>
                          `If \`${asset}\` is there already, say since when (\`since\`): then nobody waits for its delivery.`,
                      () =>
                          `Jika \`${asset}\` sudah ada, tulis sejak kapan (\`since\`): maka tidak ada yang menunggu penyerahannya.`,
                  ),
              ]),
    ];
}
