import type { Message } from '../plan/message.ts';
import { showMoney } from '../plan/money.ts';
import type { PreviewView } from '../protocol.ts';
import { element, together } from '../render/markup.ts';
import type { PageContext } from '../render/page/section.ts';
import { writeVerdict } from '../render/page/verdict.ts';
import { titleOf } from '../render/program-view.ts';

/** What a view says, in the sentence that a reader in a hurry takes away, as markup. */
export function writeViewVerdict(context: PageContext, view: PreviewView): string {
    switch (view) {
        case 'roadmap':
        case 'maturity':
            return together(writeVerdict(context)).source;
        case 'silos':
            return writeSilos(context);
        case 'money':
            return writeMoney(context);
    }
}

function sentence(context: PageContext, isGood: boolean, message: Message, why?: Message): string {
    return element(
        'p',
        { class: `sc-verdict ${isGood ? 'sc-good' : 'sc-bad'}` },
        context.say(message),
        why === undefined ? undefined : element('span', { class: 'sc-why' }, context.say(why)),
    ).source;
}

function writeSilos(context: PageContext): string {
    const { silos, coverage } = context.checked.analysis;
    if (silos.owners.length < 2) {
        return '';
    }
    const { doubles, overlaps, isolatedOwners, share } = silos.whole;
    const alone = isolatedOwners.length;
    const bare = coverage.rows.filter(({ programs }) => programs.length === 0).length;
    const linked = share === null ? 0 : Math.round(share * 100);
    const why = {
        en: [
            `${linked}% of the programs work with another OPD`,
            alone > 0 ? `${alone} of ${silos.owners.length} OPDs work on their own` : '',
            overlaps > 0 ? `${overlaps} ${overlaps === 1 ? 'pair overlaps' : 'pairs overlap'}` : '',
            bare > 0 ? `${bare} of ${coverage.rows.length} elements have no program` : '',
        ],
        id: [
            `${linked}% program bekerja bersama OPD lain`,
            alone > 0 ? `${alone} dari ${silos.owners.length} OPD berjalan sendiri` : '',
            overlaps > 0 ? `${overlaps} pasangan beririsan` : '',
            bare > 0 ? `${bare} dari ${coverage.rows.length} unsur belum punya program` : '',
        ],
    };
    return sentence(
        context,
        doubles === 0,
        doubles === 0
            ? { en: 'No two OPDs do the same work.', id: 'Tidak ada dua OPD yang mengerjakan hal yang sama.' }
            : {
                  en: `${doubles === 1 ? 'Once' : `${doubles} times`} two OPDs do the same work.`,
                  id: `${doubles} kali dua OPD mengerjakan hal yang sama.`,
              },
        { en: `${why.en.filter(Boolean).join('; ')}.`, id: `${why.id.filter(Boolean).join('; ')}.` },
    );
}

function writeMoney(context: PageContext): string {
    const { budget, plan } = context.checked.analysis;
    if (budget.years.length === 0) {
        return '';
    }
    const total = showMoney(budget.total.amount);
    const over = budget.ceilings.filter(({ left }) => left < 0).sort((a, b) => a.left - b.left);
    const unpaid = plan.programs.filter(
        ({ budgets, cancelled }) => budgets.length === 0 && cancelled === undefined,
    ).length;
    const why =
        unpaid === 0
            ? undefined
            : {
                  en: `${unpaid} ${unpaid === 1 ? 'program names' : 'programs name'} no money.`,
                  id: `${unpaid} program belum menyebut anggaran.`,
              };
    const [worst] = over;
    if (worst === undefined) {
        const hasCeilings = budget.ceilings.length > 0;
        return sentence(
            context,
            true,
            {
                en: `The plan costs ${total.en}${hasCeilings ? ' and stays under every ceiling' : '; it sets no ceiling'}.`,
                id: `Rencana ini menelan ${total.id}${hasCeilings ? ' dan tidak melampaui pagu mana pun' : '; pagunya belum ada'}.`,
            },
            why,
        );
    }
    const by = showMoney(-worst.left);
    const year = worst.ceiling.year.value;
    const whose = titleOf(worst.holder);
    return sentence(
        context,
        false,
        {
            en: `${over.length === 1 ? 'One ceiling is' : `${over.length} ceilings are`} exceeded, ${over.length === 1 ? '' : 'at most '}by ${by.en} in ${year} (${whose}).`,
            id: `${over.length} pagu terlampaui, ${over.length === 1 ? '' : 'paling banyak '}sebesar ${by.id} pada ${year} (${whose}).`,
        },
        why ?? { en: `The plan costs ${total.en} in all.`, id: `Rencana ini menelan ${total.id} seluruhnya.` },
    );
}
