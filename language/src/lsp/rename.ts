import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Nameable } from '../plan/declarations/declaration.ts';
import { KINDS } from '../plan/kinds.ts';
import type { Message } from '../plan/message.ts';
import type { Origin } from '../plan/origin.ts';
import { declarationsOf, type Occurrence, occurrenceAt, referencesTo } from './occurrence.ts';
import { range } from './ranges.ts';
import type { View } from './view.ts';

/** What cannot be renamed, or not so, and why: the editor shows the sentence. */
export class RenameRefusal extends Error {
    override readonly name = 'RenameRefusal';

    constructor(readonly say: Message) {
        super(say.en);
    }
}

const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** The word that a rename here would change, and what it says now. Refuses with a reason. */
export function prepareRename(view: View, offset: number): { range: Range; placeholder: string } {
    const { occurrence } = renamed(view, offset);
    return { range: range(view, occurrence.at), placeholder: lastPart(occurrence.name) };
}

/**
 * Renames what is under the cursor in every file of the plan: where it is declared, and wherever it is named, in waivers
 * and scenarios too. Refuses names that cannot be read or are taken.
 */
export function rename(view: View, offset: number, newName: string): WorkspaceEdit {
    const { occurrence, declaration } = renamed(view, offset);
    const { name } = occurrence;
    if (!NAME.test(newName)) {
        throw new RenameRefusal({
            en: `\`${newName}\` is no name. A name begins with a letter or _ and goes on with letters, digits, _ and -.`,
            id: `\`${newName}\` bukan nama. Nama diawali huruf atau _, lalu huruf, angka, _ dan -.`,
        });
    }
    const qualified = name.slice(0, name.length - lastPart(name).length) + newName;
    const taken = view.plan.names.get(qualified);
    if (taken !== undefined && qualified !== name) {
        throw new RenameRefusal({
            en: `\`${qualified}\` is already ${KINDS[taken.kind].en}: "${taken.title}". Choose another name.`,
            id: `\`${qualified}\` sudah menjadi ${KINDS[taken.kind].id}: "${taken.title}". Pilih nama lain.`,
        });
    }
    const edits = new Map<string, TextEdit[]>();
    const add = (at: Origin): void => {
        const list = edits.get(at.file) ?? [];
        list.push({ range: range(view, at), newText: newName });
        edits.set(at.file, list);
    };
    add(declaration.at);
    for (const each of referencesTo(view.plan, 'plan', name)) {
        add(each.at);
    }
    return annotated(view, edits, name, qualified);
}

/** The edits with a label that an editor can show before it applies them. */
function annotated(
    view: View,
    edits: ReadonlyMap<string, readonly TextEdit[]>,
    from: string,
    to: string,
): WorkspaceEdit {
    const label = { en: `Rename \`${from}\` to \`${to}\``, id: `Ganti nama \`${from}\` menjadi \`${to}\`` };
    return {
        documentChanges: [...edits]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([uri, list]) => ({
                textDocument: { uri, version: null },
                edits: list.map((each) => ({ ...each, annotationId: 'rename' })),
            })),
        changeAnnotations: { rename: { label: label[view.locale], needsConfirmation: false } },
    };
}

function renamed(view: View, offset: number): { occurrence: Occurrence; declaration: Nameable } {
    const occurrence = occurrenceAt(view, offset);
    if (occurrence === undefined) {
        throw new RenameRefusal({
            en: 'There is no name here. Put the cursor on a name.',
            id: 'Tidak ada nama di sini. Letakkan kursor pada sebuah nama.',
        });
    }
    if (occurrence.space !== 'plan') {
        throw new RenameRefusal({
            en: `\`${occurrence.name}\` is built in and cannot be renamed.`,
            id: `\`${occurrence.name}\` sudah bawaan dan tidak dapat diganti namanya.`,
        });
    }
    const declarations = declarationsOf(view.plan, occurrence.name);
    const [declaration] = declarations;
    if (declaration === undefined) {
        throw new RenameRefusal({
            en: `\`${occurrence.name}\` is declared nowhere, so there is nothing to rename.`,
            id: `\`${occurrence.name}\` tidak dideklarasikan di mana pun, jadi tidak ada yang dapat diganti namanya.`,
        });
    }
    if (declarations.length > 1) {
        throw new RenameRefusal({
            en: `\`${occurrence.name}\` is declared ${declarations.length} times; which one a place means is not known. Change one declaration by hand first.`,
            id: `\`${occurrence.name}\` dideklarasikan ${declarations.length} kali; tidak diketahui mana yang dimaksud. Ubah dahulu salah satu deklarasinya.`,
        });
    }
    if (declaration.library !== undefined) {
        throw new RenameRefusal({
            en: `\`${occurrence.name}\` belongs to the built-in library \`${declaration.library}\`, which cannot be changed.`,
            id: `\`${occurrence.name}\` milik pustaka bawaan \`${declaration.library}\`, yang tidak dapat diubah.`,
        });
    }
    return { occurrence, declaration };
}

function lastPart(name: string): string {
    return name.slice(name.lastIndexOf('.') + 1);
}
