import type { Disk, Entry } from '../../src/lsp/disk.ts';

/** A disk in memory, by address: what a test puts there. */
export class MemoryDisk implements Disk {
    readonly files = new Map<string, string | Uint8Array>();

    constructor(files: Readonly<Record<string, string>> = {}) {
        for (const [path, text] of Object.entries(files)) {
            this.files.set(address(path), text);
        }
    }

    async read(file: string): Promise<Uint8Array | undefined> {
        const found = this.files.get(file);
        return typeof found === 'string' ? Buffer.from(found, 'utf8') : found;
    }

    async list(folder: string): Promise<readonly Entry[]> {
        const entries = new Map<string, Entry>();
        for (const file of this.files.keys()) {
            if (file.startsWith(`${folder}/`)) {
                const rest = file.slice(folder.length + 1);
                const cut = rest.indexOf('/');
                const name = cut < 0 ? rest : rest.slice(0, cut);
                entries.set(name, { name: decodeURIComponent(name), address: `${folder}/${name}`, isFolder: cut >= 0 });
            }
        }
        return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    }

    async isFolder(folder: string): Promise<boolean> {
        return [...this.files.keys()].some((file) => file.startsWith(`${folder}/`));
    }

    async real(file: string): Promise<string> {
        return file;
    }
}

/** The folder that tests work in. */
export const ROOT = 'file:///city';

/** The address of a path in the tests' folder. */
export function address(path: string): string {
    return `${ROOT}/${path}`;
}
