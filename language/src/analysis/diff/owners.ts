import type { Message } from '../../plan/message.ts';
import { type Comparison, change } from './comparison.ts';
import type { Change } from './diff-types.ts';
import { code, codes } from './wording.ts';

/** Owners and partners that changed, of programs and of what the city has. */
export function compareOwners(comparison: Comparison): Change[] {
    const { names } = comparison;
    const changes: Change[] = [];
    for (const kind of ['program', 'application', 'infrastructure', 'service', 'data'] as const) {
        for (const pair of comparison.of(kind).both) {
            const before = pair.base.kind === 'data' ? pair.base.producer : pair.base.owner;
            const after = pair.head.kind === 'data' ? pair.head.producer : pair.head.owner;
            const [was, is] = [before === undefined ? null : names.head(before.ref.name), after?.ref.name ?? null];
            if (was !== is) {
                changes.push(
                    change({
                        kind: 'owner-changed',
                        topic: 'owners',
                        subjects: [pair.head.name],
                        sentence: ownerSentence(pair.head.name, was, is),
                        base: before?.clause ?? pair.base.at,
                        head: after?.clause ?? pair.head.at,
                        breaking: was === null ? undefined : 'changed-owner',
                        facts: { was, is },
                    }),
                );
            }
        }
    }
    for (const { base, head } of comparison.of('program').both) {
        const before = (base.partners?.refs ?? []).map((ref) => names.head(ref.name));
        const after = (head.partners?.refs ?? []).map((ref) => ref.name);
        const came = [...new Set(after)].filter((name) => !before.includes(name)).sort();
        const went = [...new Set(before)].filter((name) => !after.includes(name)).sort();
        if (came.length + went.length > 0) {
            changes.push(
                change({
                    kind: 'partners-changed',
                    topic: 'owners',
                    subjects: [head.name],
                    sentence: partnersSentence(head.name, came, went),
                    base: base.partners?.clause ?? base.at,
                    head: head.partners?.clause ?? head.at,
                    facts: { added: came, removed: went },
                }),
            );
        }
    }
    return changes;
}

function ownerSentence(name: string, was: string | null, is: string | null): Message {
    if (was === null) {
        return { en: `${code(name)} now belongs to ${code(is!)}.`, id: `${code(name)} kini milik ${code(is!)}.` };
    }
    return is === null
        ? {
              en: `${code(name)} has no owner any more (was ${code(was)}).`,
              id: `${code(name)} tidak lagi punya pengampu (semula ${code(was)}).`,
          }
        : {
              en: `${code(name)} passes from ${code(was)} to ${code(is)}.`,
              id: `${code(name)} beralih dari ${code(was)} ke ${code(is)}.`,
          };
}

function partnersSentence(name: string, came: readonly string[], went: readonly string[]): Message {
    const parts: Message[] = [];
    if (came.length > 0) {
        parts.push({ en: `gains ${codes(came).en}`, id: `bertambah ${codes(came).id}` });
    }
    if (went.length > 0) {
        parts.push({ en: `loses ${codes(went).en}`, id: `berkurang ${codes(went).id}` });
    }
    return {
        en: `${code(name)} ${parts.map(({ en }) => en).join(' and ')} as ${came.length + went.length === 1 ? 'a partner' : 'partners'}.`,
        id: `Mitra ${code(name)} ${parts.map(({ id }) => id).join(' dan ')}.`,
    };
}
