import type { CompletionItem } from 'vscode-languageserver-types';
import { library } from '../../libraries.ts';
import { nested } from '../../plan/assemble.ts';
import { card } from '../hover-card.ts';
import { MARKDOWN, PLAIN } from '../hover-text.ts';
import { librarySummary, ruleSummary } from '../summaries.ts';
import type { View } from '../view.ts';

/** What an item remembers of the name it offers. */
export interface ItemData {
    readonly uri: string;
    /** Qualified, also where it is written without its parent. */
    readonly name: string;
    readonly space: 'plan' | 'rule' | 'library';
    /** The library that would come with the name. */
    readonly library?: string;
}

/** An item with what a hover would say of its name: asked for when somebody looks at the item. */
export function describe(item: CompletionItem, view: View, isMarkdown: boolean): CompletionItem {
    const value = words(view, item.data as ItemData, isMarkdown);
    return value === undefined
        ? item
        : { ...item, documentation: { kind: isMarkdown ? 'markdown' : 'plaintext', value } };
}

function words(view: View, { name, space, library: from }: ItemData, isMarkdown: boolean): string | undefined {
    const style = isMarkdown ? MARKDOWN : PLAIN;
    if (space !== 'plan') {
        return (space === 'rule' ? ruleSummary : librarySummary)(name, view.locale, style);
    }
    const named =
        from === undefined
            ? view.plan.names.get(name)
            : library(from)
                  ?.declarations.flatMap((each) => [each, ...nested(each)])
                  .find((each) => each.name === name);
    return named === undefined ? undefined : card(view, named, style);
}
