import {
    type CompletionItem,
    CompletionItemKind,
    type CompletionList,
    InsertTextFormat,
} from 'vscode-languageserver-types';
import type { Expected } from '../../plan/declarations/reference.ts';
import { ownerOf } from '../../plan/plan.ts';
import { keywordHelp } from '../keyword-help.ts';
import type { View } from '../view.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { CLAUSES, DECLARATIONS, INSTEAD } from './clauses.ts';
import { type Context, contextAt } from './context.ts';
import { rank } from './rank.ts';
import type { ItemData } from './resolve.ts';
import { ALONE, snippetOf } from './snippets.ts';
import { isFollowed, Typed } from './typed.ts';
import { useEdit } from './use-edit.ts';
import { amountsBehind, type Offer, offersFor } from './values.ts';

/** Characters behind which an editor asks without being told to. */
export const TRIGGERS: readonly string[] = [' ', '.', ',', '-'];

/** More than this nobody reads; typing on brings the rest. */
export const MOST_ITEMS = 200;

/** How completion may answer. */
export interface CompletionOptions {
    readonly snippets: boolean;
    /** Whether the editor asked by itself, behind a character: then only what is due there is of use. */
    readonly isTriggered?: boolean;
    /** Whether the editor can be told to ask again behind a keyword that was chosen. */
    readonly asksAgain?: boolean;
    /** Whether the editor itself decides if the rest of the word behind the cursor is kept or replaced. */
    readonly insertsOrReplaces?: boolean;
}

/** What may be written at an offset, in the order in which it is probably meant. */
export function completion(view: View, offset: number, options: CompletionOptions): CompletionList {
    const context = contextAt(view, offset);
    if (context === undefined) {
        return { isIncomplete: false, items: [] };
    }
    const list = new List(
        view,
        context,
        new Typed(view.lines, context, offset, options.insertsOrReplaces === true),
        options,
    );
    const amounts = amountsBehind(view.lines.text.slice(Math.max(0, context.from - 60), context.from), context.prefix);
    // What a number counts is not written twice.
    const { text } = view.lines;
    const isCounted = isFollowed(text, context.to) || /^ *programs?\b/.test(text.slice(context.to, context.to + 20));
    if (amounts !== undefined) {
        list.addOffers(isCounted ? [] : amounts, CompletionItemKind.Unit);
        list.grows = true;
        return list.done();
    }
    for (const slot of context.slots) {
        if (slot.type === 'name') {
            list.addNames(slot.expected);
        } else if (slot.type === 'value' && !(slot.value === 'number' && isCounted)) {
            list.addOffers(offersFor(view, context, slot.value), CompletionItemKind.Value);
            // Behind `2021` its months and quarters come once the `-` is typed, behind `6` the months of another number.
            list.grows ||= ['date', 'span', 'number'].includes(slot.value);
        } else if (slot.type === 'word' && /^[a-z]/.test(slot.word)) {
            list.addKeyword(slot.word);
        }
    }
    // Behind a space that merely parts two words, all clauses would be in the way of typing.
    if (context.block !== undefined && !(options.isTriggered === true && context.prefix === '')) {
        list.addClauses(context.block);
    }
    return list.done();
}

class List {
    /** What fits, by how well: the least is best. Each item is made only when it is sent. */
    private readonly found = new Map<number, (() => CompletionItem)[]>();
    private count = 0;
    private group = 0;
    /** Whether typing on brings what is not listed yet. */
    grows = false;

    constructor(
        private readonly view: View,
        private readonly context: Context,
        private readonly typed: Typed,
        private readonly options: CompletionOptions,
    ) {}

    addNames(expected: Expected): void {
        const { view, context } = this;
        const own = view.plan.names.get(context.inside[0] ?? '');
        const taken = new Set([...context.clause.slice(1), ...(expected === 'rule' ? [] : [own?.name])]);
        const owner = own !== undefined && 'partners' in own ? ownerOf(own)?.name : undefined;
        const likely = expected === 'subject' ? this.subjectsOf(context.clause[1]) : undefined;
        for (const candidate of candidatesFor(view, expected, context.inside)) {
            const isOwner = expected === 'opd' && context.clause[0] === 'partners' && candidate.name === owner;
            const score = rank(context.prefix, candidate.name, candidate.title);
            if (score !== undefined && !taken.has(candidate.name) && !isOwner) {
                const early = likely?.has(candidate.name) === true ? -1000 : 0;
                this.add(early + candidate.rank * 1000 + score, () => this.nameItem(candidate));
            }
        }
        this.group++;
    }

    addOffers(offers: readonly Offer[], kind: CompletionItemKind): void {
        offers.forEach(({ label, detail, snippet }, i) => {
            if (label.toLowerCase().includes(this.context.prefix.toLowerCase())) {
                this.add(i, () => ({
                    label,
                    kind,
                    ...(detail === undefined ? {} : { detail }),
                    ...this.text(label, snippet),
                    filterText: label,
                }));
            }
        });
        this.group++;
    }

    /** A word with which the clause goes on that was begun. */
    addKeyword(keyword: string): void {
        if (rank(this.context.prefix, keyword, '') !== undefined) {
            const [clause] = this.context.clause;
            const snippet = keyword === 'source' ? snippetOf(keyword, this.view) : undefined;
            this.add(0, () => ({
                label: keyword,
                kind: CompletionItemKind.Keyword,
                // A clause may have the same name, such as `after`.
                ...(clause === undefined ? {} : { labelDetails: { description: clause } }),
                ...this.text(keyword, snippet),
            }));
        }
        this.group++;
    }

    addClauses(block: string): void {
        const { slots, used, prefix } = this.context;
        const table = block === 'file' || block === 'waive' ? DECLARATIONS : (CLAUSES[block] ?? {});
        const all = block === 'waive' ? { ...CLAUSES.waive, ...table } : table;
        const instead = new Set([...used].flatMap((each) => INSTEAD[each] ?? []));
        const { text } = this.view.lines;
        // Who completes the keyword of a clause that is there wants no second one behind it.
        const isThere = isFollowed(text, this.context.to);
        const space = isThere && /\s/.test(text[this.context.to] ?? '') ? '' : ' ';
        Object.entries(all).forEach(([keyword, { often }], i) => {
            // Behind a target a `source` is the target's.
            const isSuffix =
                keyword === 'source' && slots.some((slot) => slot.type === 'word' && slot.word === keyword);
            const isOver = isSuffix || (block !== 'file' && used.has(keyword) && !often);
            if (!isOver && !instead.has(keyword) && rank(prefix, keyword, '') !== undefined) {
                const help = keywordHelp(block, keyword)?.[this.view.locale];
                const again = used.has(keyword) && block !== 'file' ? 500 : 0;
                const snippet = isThere ? undefined : snippetOf(keyword, this.view);
                this.add(again + i, () => ({
                    label: keyword,
                    kind: block === 'file' ? CompletionItemKind.Snippet : CompletionItemKind.Keyword,
                    ...(help === undefined ? {} : { documentation: help }),
                    ...this.text(ALONE.has(keyword) ? keyword : `${keyword}${space}`, snippet),
                    ...(this.options.asksAgain !== true || ALONE.has(keyword) || isThere || snippet !== undefined
                        ? {}
                        : SUGGEST),
                }));
            }
        });
        this.group++;
    }

    done(): CompletionList {
        const items: CompletionItem[] = [];
        for (const score of [...this.found.keys()].sort((a, b) => a - b)) {
            for (const make of this.found.get(score)!.slice(0, MOST_ITEMS - items.length)) {
                items.push({ ...make(), sortText: String(items.length).padStart(4, '0') });
            }
        }
        return { isIncomplete: this.grows || this.count > MOST_ITEMS, items };
    }

    /** What fits equally well stays in the order in which it was added: the plan's, by name. */
    private add(score: number, make: () => CompletionItem): void {
        const place = this.group * 10_000 + score;
        const there = this.found.get(place);
        if (there === undefined) {
            this.found.set(place, [make]);
        } else {
            there.push(make);
        }
        this.count++;
    }

    private nameItem({ name, title, nameable, rule, library }: Candidate): CompletionItem {
        const { view } = this;
        const owner =
            nameable === undefined || !('owner' in nameable || 'producer' in nameable)
                ? undefined
                : ownerOf(nameable as Parameters<typeof ownerOf>[0])?.name;
        const from = library ?? nameable?.library ?? fileName(nameable?.at.file);
        const data: ItemData = {
            uri: view.file,
            name: nameable?.name ?? name,
            space: rule !== undefined ? 'rule' : nameable === undefined ? 'library' : 'plan',
            ...(library === undefined ? {} : { library }),
        };
        const edit = library === undefined || nameable === undefined ? undefined : useEdit(view, library);
        return {
            label: name,
            kind:
                rule !== undefined
                    ? CompletionItemKind.Event
                    : (KINDS[nameable?.kind ?? 'library'] ?? CompletionItemKind.Reference),
            labelDetails: { description: from },
            detail: owner === undefined ? title : `${title} · ${owner}`,
            filterText: `${name} ${title}`,
            textEdit: this.typed.edit(name),
            ...(edit === undefined ? {} : { additionalTextEdits: [edit] }),
            data,
        };
    }

    private text(label: string, snippet: string | undefined): Partial<CompletionItem> {
        return snippet === undefined || !this.options.snippets
            ? { textEdit: this.typed.edit(label) }
            : {
                  textEdit: this.typed.edit(snippet),
                  insertTextFormat: InsertTextFormat.Snippet,
              };
    }

    /** What the findings of a rule are about: a waiver is written for one of them, mostly. */
    private subjectsOf(rule: string | undefined): ReadonlySet<string> {
        const subjects = new Set<string>();
        for (const { rule: found, waived, subjects: about } of this.view.checked.findings) {
            if (found === rule && waived === null) {
                for (const each of about) {
                    subjects.add(each);
                }
            }
        }
        return subjects;
    }
}

/** VS Code's command to ask for what may follow. */
const SUGGEST = { command: { title: '', command: 'editor.action.triggerSuggest' } };

const KINDS: Readonly<Record<string, CompletionItemKind>> = {
    opd: CompletionItemKind.Class,
    audience: CompletionItemKind.TypeParameter,
    element: CompletionItemKind.Field,
    indicator: CompletionItemKind.EnumMember,
    framework: CompletionItemKind.Enum,
    dimension: CompletionItemKind.Module,
    program: CompletionItemKind.Function,
    activity: CompletionItemKind.Method,
    service: CompletionItemKind.Interface,
    data: CompletionItemKind.Struct,
    application: CompletionItemKind.Module,
    infrastructure: CompletionItemKind.Constant,
    fund: CompletionItemKind.Variable,
    area: CompletionItemKind.Variable,
    library: CompletionItemKind.File,
};

function fileName(file: string | undefined): string | undefined {
    return file === undefined ? undefined : decodeURI(file.slice(file.lastIndexOf('/') + 1));
}
