import type { Locale, Message } from '../../plan/message.ts';
import type { Checked } from '../../rules/check.ts';
import { type ProgramView, titleOf } from '../program-view.ts';
import { count, showDay } from '../words.ts';

/** What there is to say about a program's bar, a sentence a line: the text of its tooltip and of the row in the table. */
export function explainProgram(checked: Checked, view: ProgramView, locale: Locale): string[] {
    const day = (date: number) => showDay(date, locale);
    const say = (message: Message) => message[locale];
    const names = checked.analysis.plan.names;
    const sentences = [
        view.title,
        [view.owner && titleOf(view.owner), view.dimension && titleOf(view.dimension)].filter(Boolean).join(' · '),
        `${day(view.start)} – ${day(view.finish)}`,
    ];
    for (const wait of view.waits) {
        const target = names.get(wait.name);
        const what = target ? titleOf(target) : wait.name;
        sentences.push(
            say({ en: `Waits for ${what} until ${day(wait.until)}`, id: `Menunggu ${what} sampai ${day(wait.until)}` }),
        );
    }
    sentences.push(...explainState(view, locale));
    if (view.errors > 0) {
        sentences.push(count(view.errors, 'error', locale));
    }
    return sentences;
}

/** Quick win, critical, slack, deadline and progress of a program, in words. */
export function explainState(view: ProgramView, locale: Locale): string[] {
    const say = (message: Message) => message[locale];
    const state: string[] = [];
    if (view.quickWin) {
        state.push(say({ en: 'Quick win', id: 'Quick win (program percepatan)' }));
    }
    if (view.critical) {
        state.push(say({ en: 'On the critical path', id: 'Di lintasan kritis' }));
    }
    if (view.slack !== null) {
        const days = count(Math.abs(view.slack), 'day', locale);
        state.push(
            view.slack < 0
                ? say({
                      en: `Has to finish ${days} earlier for what depends on it`,
                      id: `Harus selesai ${days} lebih awal bagi yang bergantung padanya`,
                  })
                : say({ en: `Slack ${days}`, id: `Kelonggaran ${days}` }),
        );
    }
    const deadline = view.program.finishBy;
    if (deadline) {
        const by = showDay(deadline.when.last, locale);
        const days = count(view.late, 'day', locale);
        state.push(
            view.late > 0
                ? say({ en: `Deadline ${by} missed by ${days}`, id: `Tenggat ${by} terlewat ${days}` })
                : say({ en: `Deadline ${by} met`, id: `Tenggat ${by} terpenuhi` }),
        );
    }
    if (view.status !== 'planned') {
        const done = view.progress === undefined || view.status === 'finished' ? '' : ` (${view.progress}%)`;
        state.push(
            view.status === 'finished'
                ? say({ en: 'Finished', id: 'Selesai' })
                : say({ en: `Under way${done}`, id: `Sedang berjalan${done}` }),
        );
    }
    return state;
}
