import { say } from '../plan/message.ts';
import { find } from '../plan/plan.ts';
import type { Rule } from './rule.ts';
import page from './unresolved-obstacle.md';

/** An obstacle that someone raised and no program resolves. */
export const unresolvedObstacle: Rule = {
    name: 'unresolved-obstacle',
    group: 'plan',
    severity: 'warning',
    title: { en: 'No program resolves an obstacle', id: 'Belum ada program yang mengatasi suatu hambatan' },
    page,
    stands: (edit) => !edit.touches('program', 'cancelled', 'resolves') && !edit.touches('obstacle'),
    *find({ plan }) {
        const resolved = new Set<string>();
        for (const program of plan.programs) {
            for (const ref of program.cancelled === undefined ? (program.resolves?.refs ?? []) : []) {
                const obstacle = find(plan, ref, 'obstacle');
                if (obstacle) {
                    resolved.add(obstacle.name);
                }
            }
        }
        for (const obstacle of plan.obstacles) {
            if (obstacle.library !== undefined || resolved.has(obstacle.name)) {
                continue;
            }
            const title = obstacle.title ? ` (${obstacle.title})` : '';
            yield {
                at: obstacle.at,
                subjects: [obstacle.name],
                message: say(
                    () => `No program resolves the obstacle \`${obstacle.name}\`${title}.`,
                    () => `Belum ada program yang mengatasi hambatan \`${obstacle.name}\`${title}.`,
                ),
                evidence: (obstacle.raisedBy?.refs ?? []).map((ref) => ({
                    label: 'raised by',
                    value: ref.name,
                    at: ref.at,
                })),
                ways: [
                    say(
                        () => `Write \`resolves ${obstacle.name}\` in the program that removes it, or plan one.`,
                        () =>
                            `Tulis \`resolves ${obstacle.name}\` pada program yang mengatasinya, atau rencanakan programnya.`,
                    ),
                    {
                        en: 'If the city must live with it, waive this finding and say why.',
                        id: 'Jika hambatan itu harus diterima, kecualikan temuan ini beserta alasannya.',
                    },
                ],
            };
        }
    },
};
