import { readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../../../examples/', import.meta.url);

/** The files of every example by path, by the name of the example. */
export const EXAMPLES: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
    readdirSync(ROOT, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => [name, filesIn(name)] as const)
        .filter(([, files]) => Object.keys(files).length > 0),
);

function filesIn(name: string): Record<string, string> {
    const folder = new URL(`${name}/`, ROOT);
    return Object.fromEntries(
        readdirSync(folder, { recursive: true, encoding: 'utf8' })
            .filter((file) => file.endsWith('.smartcity'))
            .map((file) => [file.replaceAll('\\', '/'), readFileSync(new URL(file, folder), 'utf8')]),
    );
}
