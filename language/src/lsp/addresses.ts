import { URI } from 'vscode-uri';
import { CONFIG_FILE } from '../configuration.ts';

/**
 * An address in the one spelling that the workspace knows files by, however the editor writes it (`C:` or `c%3A`,
 * encoded letters); `undefined` for what is no address. Folders lose their last slash.
 */
export function addressOf(uri: unknown): string | undefined {
    if (typeof uri !== 'string' || !/^[A-Za-z][\w+.-]*:/.test(uri)) {
        return undefined;
    }
    try {
        return URI.parse(uri).toString().replace(/\/$/, '');
    } catch {
        // A path that no address may have, such as `file://` with two slashes in front.
        return undefined;
    }
}

/** The address of a file system's path. */
export function addressOfPath(path: string): string {
    return URI.file(path).toString().replace(/\/$/, '');
}

/** The path on the disk that a `file:` address means; `undefined` for other schemes. */
export function pathOf(address: string): string | undefined {
    if (schemeOf(address) !== 'file') {
        return undefined;
    }
    const path = URI.parse(address).fsPath;
    return path === '' ? '/' : path;
}

/** The scheme of an address: `file`, `untitled`. */
export function schemeOf(address: string): string {
    return address.slice(0, address.indexOf(':'));
}

/** Whether an address lies below a folder's. */
export function isBelow(address: string, folder: string): boolean {
    return address.length > folder.length && address.startsWith(folder) && address[folder.length] === '/';
}

/** The path of an address below a folder's, with `/` and nothing encoded. */
export function relativeTo(address: string, folder: string): string {
    const path = address.slice(folder.length + 1);
    try {
        return decodeURIComponent(path);
    } catch {
        return path;
    }
}

/** The address of a file within a folder, or of a path relative to it. */
export function within(folder: string, path: string): string {
    const base = URI.parse(folder);
    // The file system's root has no part at all: two slashes in front would make an address that no file may have.
    const parts = base.path.split('/').filter((part) => part !== '');
    for (const part of path.split(/[/\\]/)) {
        if (part === '..') {
            parts.pop();
        } else if (part !== '.' && part !== '') {
            parts.push(part);
        }
    }
    return base.with({ path: `/${parts.join('/')}` }).toString();
}

/** The folder an address lies in; the empty text when it lies in none. */
export function folderOf(address: string): string {
    const cut = address.lastIndexOf('/');
    return cut < 0 ? '' : address.slice(0, cut);
}

/** Whether an address is that of a plan's text. */
export function isPlanText(address: string): boolean {
    return address.endsWith('.smartcity');
}

/** Whether an address is that of a plan's configuration. */
export function isConfiguration(address: string): boolean {
    return address.endsWith(`/${CONFIG_FILE}`);
}

/** Folders that never hold a plan. */
export const SKIPPED = /^(?:node_modules|\..+)$/;

/** Whether a file lies below a folder, and in none that is skipped when the folder is searched. */
export function isFoundIn(address: string, folder: string): boolean {
    return (
        isBelow(address, folder) &&
        !relativeTo(address, folder)
            .split('/')
            .slice(0, -1)
            .some((part) => SKIPPED.test(part))
    );
}
