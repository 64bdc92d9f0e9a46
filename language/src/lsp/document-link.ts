import type { DocumentLink } from 'vscode-languageserver-types';
import { libraryAddress } from '../libraries.ts';
import { range } from './ranges.ts';
import type { View } from './view.ts';

/** An address within a text; signs that end a sentence do not belong to it. */
const ADDRESS = /https?:\/\/[^\s"“”<>{}|\\^`]*[^\s"“”<>{}|\\^`.,;:!?)\]]/g;

/** Addresses written anywhere in a file (sources, mostly), and the libraries that it uses. */
export function documentLinks(view: View): DocumentLink[] {
    const { file, lines } = view;
    const addresses = [...lines.text.matchAll(ADDRESS)].map((match) => ({
        range: range(view, { file, start: match.index, end: match.index + match[0].length }),
        target: match[0],
    }));
    const libraries = view.fragment.references
        .filter((each) => each.expected === 'library' && view.plan.libraryPlaces.has(each.name))
        .map((each) => ({ range: range(view, each.at), target: libraryAddress(each.name) }));
    return [...libraries, ...addresses];
}
