import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vitest/config';

/** Lets tests import texts (rule pages, libraries, word lists) as strings, as the bundles do. */
const texts: Plugin = {
    name: 'texts',
    enforce: 'pre',
    load(id) {
        const file = id.split('?')[0]!;
        if (/\.(md|txt|smartcity)$/.test(file)) {
            return `export default ${JSON.stringify(readFileSync(file, 'utf8'))}`;
        }
        return undefined;
    },
};

export default defineConfig({
    plugins: [texts],
    test: {
        include: ['language/test/**/*.test.ts', 'extension/test/**/*.test.ts'],
        testTimeout: 60_000,
    },
});
