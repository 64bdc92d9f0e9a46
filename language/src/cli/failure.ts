import { MOST_MEGABYTES } from '../disk/limits.ts';
import type { Message } from '../plan/message.ts';

/** What ends a command without an answer: wrong usage or configuration (exit 2), said in one clear sentence. */
export class Failure extends Error {
    override readonly name = 'Failure';

    constructor(readonly say: Message) {
        super(say.en);
    }
}

/** Exit codes of every command. The number of findings is never one; 130 is Ctrl-C. */
export const EXIT = { fine: 0, findings: 1, usage: 2, internal: 3, stopped: 130 } as const;

/** What the commonest codes of the system mean to somebody who wanted a file. */
const REASONS: Readonly<Record<string, Message>> = {
    EACCES: { en: 'no permission', id: 'tidak ada izin' },
    EEXIST: { en: 'there is one already', id: 'sudah ada' },
    EFBIG: { en: `it has more than ${MOST_MEGABYTES} MB`, id: `besarnya lebih dari ${MOST_MEGABYTES} MB` },
    EISDIR: { en: 'it is a folder', id: 'itu sebuah folder' },
    ELOOP: { en: 'links lead in a circle', id: 'tautannya berputar' },
    ENAMETOOLONG: { en: 'the name is too long', id: 'namanya terlalu panjang' },
    ENOENT: { en: 'there is no such file or folder', id: 'berkas atau folder itu tidak ada' },
    ENOSPC: { en: 'the disk is full', id: 'diska penuh' },
    ENOTDIR: { en: 'its folder is a file', id: 'foldernya adalah berkas' },
    EDQUOT: { en: 'your share of the disk is used up', id: 'jatah diska sudah habis' },
    EPERM: { en: 'no permission', id: 'tidak ada izin' },
    EROFS: { en: 'the disk is read-only', id: 'diska hanya dapat dibaca' },
};

/** Why the system refused: in plain words where they are known, with its code for those who help. */
export function reasonOf(error: unknown): Message {
    const { code, message } = error as NodeJS.ErrnoException;
    const words = code === undefined ? undefined : REASONS[code];
    const known = code ?? message;
    return words === undefined
        ? { en: known, id: known }
        : { en: `${words.en} (${known})`, id: `${words.id} (${known})` };
}

/** The failure to read a file or folder. */
export function unreadable(name: Message, error: unknown): Failure {
    const reason = reasonOf(error);
    return new Failure({
        en: `${name.en} cannot be read: ${reason.en}.`,
        id: `${name.id} tidak dapat dibaca: ${reason.id}.`,
    });
}

/** The failure to write something. */
export function unwritable(name: Message, error: unknown): Failure {
    const reason = reasonOf(error);
    return new Failure({
        en: `${name.en} cannot be written: ${reason.en}.`,
        id: `${name.id} tidak dapat ditulis: ${reason.id}.`,
    });
}
