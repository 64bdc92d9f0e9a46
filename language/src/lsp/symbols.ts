import {
    type DocumentSymbol,
    type Location,
    SymbolKind,
    SymbolTag,
    type WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { nested } from '../plan/assemble.ts';
import type { Declaration, Nameable } from '../plan/declarations/declaration.ts';
import type { Domain } from '../plan/declarations/framework.ts';
import type { Named } from '../plan/declarations/named.ts';
import type { Origin } from '../plan/origin.ts';
import { isDeclaration, type Plan } from '../plan/plan.ts';
import { range } from './ranges.ts';
import type { View } from './view.ts';

/** How many workspace symbols are sent at most: more than anybody reads. */
export const MOST_SYMBOLS = 256;

const SYMBOL_KINDS: Readonly<Record<Nameable['kind'] | 'domain', SymbolKind>> = {
    masterplan: SymbolKind.Module,
    audience: SymbolKind.TypeParameter,
    opd: SymbolKind.Class,
    service: SymbolKind.Interface,
    data: SymbolKind.Struct,
    application: SymbolKind.Package,
    infrastructure: SymbolKind.Object,
    program: SymbolKind.Function,
    driver: SymbolKind.Event,
    obstacle: SymbolKind.Event,
    scenario: SymbolKind.Operator,
    dimension: SymbolKind.Namespace,
    framework: SymbolKind.Enum,
    fund: SymbolKind.Variable,
    area: SymbolKind.Variable,
    element: SymbolKind.Field,
    domain: SymbolKind.Namespace,
    indicator: SymbolKind.EnumMember,
    activity: SymbolKind.Method,
    kpi: SymbolKind.Property,
};

/** The outline of a file: its declarations, with what is declared inside them, and its waivers. */
export function documentSymbols(view: View): DocumentSymbol[] {
    const waivers = view.fragment.waivers.map((waiver) => ({
        name: `waive ${waiver.rule.name}`,
        detail: waiver.subjects.map((each) => each.name).join(', '),
        kind: SymbolKind.Event,
        range: range(view, waiver.whole),
        selectionRange: range(view, waiver.at),
    }));
    return [...view.fragment.declarations.map((each) => outline(view, each)), ...waivers].sort(
        (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
    );
}

function outline(view: View, named: Nameable | Domain): DocumentSymbol {
    const children = childrenOf(named).map((each) => outline(view, each));
    return {
        // Clients refuse a symbol without a name; a declaration that lacks one still has its keyword.
        name: localName(named) || named.kind,
        detail: named.title,
        kind: SYMBOL_KINDS[named.kind],
        range: range(view, around(named.whole, named.at)),
        selectionRange: range(view, named.at),
        ...(named.kind === 'program' && named.cancelled !== undefined ? { tags: [SymbolTag.Deprecated] } : {}),
        ...(children.length > 0 ? { children } : {}),
    };
}

/** A symbol's range must hold its name. */
function around(whole: Origin, at: Origin): Origin {
    return { file: whole.file, start: Math.min(whole.start, at.start), end: Math.max(whole.end, at.end) };
}

function childrenOf(named: Nameable | Domain): readonly (Nameable | Domain)[] {
    switch (named.kind) {
        case 'framework':
            return [...named.domains, ...named.indicators.filter((each) => each.domain === undefined)];
        case 'domain':
            return named.indicators;
        default:
            return isDeclaration(named) ? nested(named as Declaration) : [];
    }
}

function localName({ name }: Named): string {
    return name.slice(name.lastIndexOf('.') + 1);
}

/**
 * Names of the plans whose letters hold those of the query in their order, in the name or the title; exact beginnings
 * first, then short names. At most `MOST_SYMBOLS`. `locate` finds the place of an origin.
 */
export function workspaceSymbols(
    plans: readonly Plan[],
    query: string,
    locate: (origin: Origin) => Location,
): WorkspaceSymbol[] {
    const wanted = query.toLowerCase().replace(/\s+/g, '');
    const found: { named: Nameable; score: number }[] = [];
    for (const plan of plans) {
        for (const named of plan.names.values()) {
            const score =
                named.library === undefined
                    ? Math.min(rank(wanted, named.name), rank(wanted, named.title) + 10)
                    : Infinity;
            if (score < Infinity) {
                found.push({ named, score });
            }
        }
    }
    found.sort((a, b) => a.score - b.score || (a.named.name < b.named.name ? -1 : 1));
    return found.slice(0, MOST_SYMBOLS).map(({ named }) => ({
        name: named.name,
        kind: SYMBOL_KINDS[named.kind],
        containerName: named.title,
        location: locate(named.at),
    }));
}

/** How far a text is from a query whose letters it holds in order: 0 for the same, gaps and a late start count. */
function rank(query: string, text: string): number {
    const lower = text.toLowerCase();
    let from = 0;
    let gaps = 0;
    for (const letter of query) {
        const at = lower.indexOf(letter, from);
        if (at < 0) {
            return Infinity;
        }
        gaps += at - from;
        from = at + letter.length;
    }
    return gaps * 4 + (lower.length - query.length) / 16;
}
