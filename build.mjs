/**
 * Builds everything that ships into `dist/`. Usage: node build.mjs [--generate | --bench | --fuzz]
 *   --generate   only makes the parser's tables from the grammar
 *   --bench      bundles the benchmarks instead
 *   --fuzz       bundles the fuzzing instead
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
process.chdir(root);

/** Makes the parser's tables when the grammar is newer than they are. */
function generate() {
    const grammar = 'language/src/syntax/smartcity.langium';
    const tables = 'language/src/syntax/generated/grammar.ts';
    if (existsSync(tables) && statSync(tables).mtimeMs > statSync(grammar).mtimeMs) {
        return;
    }
    const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['node_modules/langium-cli/bin/langium.js', 'generate'],
        {
            encoding: 'utf8',
        },
    );
    if (status !== 0) {
        process.stderr.write(stdout + stderr);
        process.exit(1);
    }
}

/** What all bundles share. CommonJS, since the language server's transport asks for `require`. */
const common = {
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    legalComments: 'linked',
    loader: { '.md': 'text', '.txt': 'text', '.smartcity': 'text' },
    // ES module entries are smaller after tree shaking; some packages also ship UMD, which esbuild cannot shake.
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    // The stemmer's published code sets properties on a missing `this`, which strict mode forbids: the bundles stay
    // without "use strict", which `strict` in tsconfig.json would add. The type check keeps it.
    tsconfigRaw: { compilerOptions: { target: 'ES2022', verbatimModuleSyntax: true, strict: false } },
};

/**
 * What a command need not evaluate before it begins. Langium's document builder asks for the whole protocol of editors
 * for one class and one number, and nothing here builds documents; a long list of words is read faster as JSON.
 */
const light = {
    name: 'light',
    setup({ onResolve, onLoad }) {
        onResolve({ filter: /^vscode-languageserver-protocol$/ }, ({ importer, resolveDir }) =>
            importer.endsWith('document-builder.js')
                ? { path: 'light', namespace: 'light', pluginData: resolveDir }
                : undefined,
        );
        onLoad({ filter: /.*/, namespace: 'light' }, ({ pluginData }) => ({
            contents:
                "export { ResponseError } from 'vscode-jsonrpc/lib/common/messages.js';" +
                'export const LSPErrorCodes = { ServerCancelled: -32802 };',
            resolveDir: pluginData,
        }));
        onLoad({ filter: /indonesian[\\/]data[\\/].*\.json$/ }, ({ path }) => ({
            contents: `module.exports = JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))))})`,
            loader: 'js',
        }));
    },
};

generate();
if (process.argv.includes('--bench')) {
    mkdirSync('dist/bench', { recursive: true });
    const entryPoints = readdirSync('language/bench')
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `language/bench/${file}`);
    await build({ ...common, entryPoints, outdir: 'dist/bench', outExtension: { '.js': '.cjs' }, minify: false });
} else if (process.argv.includes('--fuzz')) {
    await build({ ...common, entryPoints: ['language/fuzz/fuzz.ts'], outfile: 'dist/fuzz.cjs', minify: false });
} else if (!process.argv.includes('--generate')) {
    await buildCommandLine();
    await build({ ...common, entryPoints: ['language/src/server.ts'], outfile: 'dist/server.cjs' });
    await buildExtension();
}

/** The command line: the program, what starts it, and what the engine makes of it, kept for the next start. */
async function buildCommandLine() {
    rmSync('dist/smartcity-program.cache', { force: true });
    await build({
        ...common,
        entryPoints: ['language/src/cli/main.ts'],
        outfile: 'dist/smartcity-program.cjs',
        plugins: [light],
    });
    await build({
        ...common,
        entryPoints: ['language/src/cli/launch.ts'],
        outfile: 'dist/smartcity.cjs',
        banner: { js: '#!/usr/bin/env node' },
        legalComments: 'none',
    });
    chmodSync('dist/smartcity.cjs', 0o755);
    const { status, stderr } = spawnSync(process.execPath, ['scripts/code-cache.mjs'], { encoding: 'utf8' });
    if (status !== 0) {
        process.stderr.write(`The command line cannot run: ${stderr}`);
        process.exit(1);
    }
}

/** The extension: its own code, the preview's page, and the files that follow from the language. */
async function buildExtension() {
    await build({
        ...common,
        entryPoints: ['extension/src/extension.ts'],
        outfile: 'dist/extension.cjs',
        external: ['vscode'],
    });
    await build({
        ...common,
        entryPoints: ['extension/src/webview/main.ts'],
        outfile: 'dist/webview.js',
        platform: 'browser',
        target: 'es2022',
        format: 'iife',
    });
    // Made by the language itself, so bundled and run here rather than written by hand.
    const generator = await build({
        ...common,
        entryPoints: ['extension/generate/files.ts'],
        format: 'esm',
        legalComments: 'none',
        write: false,
    });
    const source = Buffer.from(generator.outputFiles[0].text).toString('base64');
    const { writeFiles } = await import(`data:text/javascript;base64,${source}`);
    for (const [name, text] of writeFiles(readFileSync('language/src/syntax/smartcity.langium', 'utf8'))) {
        writeFileSync(`dist/${name}`, text);
    }
}
