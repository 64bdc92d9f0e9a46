/**
 * `npm run package`: writes the extension as one `.vsix`. Nothing is published. What goes in is what this file names,
 * and nothing else: it is laid out in a folder of its own, with a manifest that has no scripts and no dependencies.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE, installOnce } from './fetch.mjs';
import { BOM, writeBom } from './sbom.mjs';
import { build, enterProject, install } from './setup.mjs';

/** The packager; it needs nothing native for what is done here. */
const PACKAGER = { name: '@vscode/vsce', version: '3.9.1' };

/** Everything that goes into the package. */
const FILES = [
    BOM,
    'dist/extension.cjs',
    'dist/server.cjs',
    'dist/smartcity.cjs',
    'dist/smartcity-program.cjs',
    'dist/smartcity.schema.json',
    'dist/smartcity.tmLanguage.json',
    'dist/webview.css',
    'dist/webview.js',
    'extension/icons',
    'extension/l10n',
    'extension/language-configuration.json',
    'extension/snippets.json',
    'extension/walkthrough',
    'package.nls.json',
    'package.nls.id.json',
    'CHANGELOG.md',
    'LICENSE',
    'THIRD-PARTY-NOTICES.md',
];

/** Where files of the project have another name in the package. */
const RENAMED = { 'extension/README.md': 'README.md' };

/** What of package.json only concerns those who work on the project. */
const NOT_SHIPPED = ['private', 'scripts', 'devDependencies', 'overrides', 'files', 'bin'];

/** More bytes than this are too many. */
const MOST_BYTES = 1_500_000;

/** Lays the package out and writes it; gives its absolute path. The project has to be built. */
export async function pack() {
    writeBom();
    const folder = resolve('out', 'vsix');
    rmSync(folder, { recursive: true, force: true });
    for (const [from, to] of [...FILES.map((file) => [file, file]), ...Object.entries(RENAMED)]) {
        mkdirSync(dirname(join(folder, to)), { recursive: true });
        cpSync(from, join(folder, to), { recursive: true });
    }
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const key of NOT_SHIPPED) {
        delete manifest[key];
    }
    manifest.engines = { vscode: manifest.engines.vscode };
    // The packager wants an allow-list in the manifest too, although nothing else is in the folder.
    manifest.files = ['dist', 'extension', 'package.nls*.json', '*.md', 'LICENSE'];
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 4)}\n`);
    const home = join(CACHE, `vsce-${PACKAGER.version}`);
    installOnce(home, PACKAGER);
    const entry = join(home, 'node_modules', ...PACKAGER.name.split('/'), 'out', 'main.js');
    const { createVSIX } = (await import(pathToFileURL(entry.replace('main.js', 'api.js')).href)).default;
    const packagePath = resolve('out', `${manifest.name}-${manifest.version}.vsix`);
    rmSync(packagePath, { force: true });
    await createVSIX({
        cwd: folder,
        packagePath,
        dependencies: false,
        allowMissingRepository: true,
        rewriteRelativeLinks: false,
        skipLicense: false,
    });
    const { size } = statSync(packagePath);
    if (size > MOST_BYTES) {
        throw new Error(`The package has ${size} bytes, more than ${MOST_BYTES}.`);
    }
    return packagePath;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
    enterProject();
    if (!install() || !build()) {
        process.exit(1);
    }
    const path = await pack();
    console.log(`${path}: ${statSync(path).size} bytes`);
}
