/**
 * Writes `dist/sbom.cdx.json`, which goes into the package: what is bundled in everything that ships, as a software bill of materials (CycloneDX 1.5).
 * The packages are those of THIRD-PARTY-NOTICES.md, which the bundler names and every check compares; where each was
 * taken from and its checksum come from the lock file.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { enterProject } from './setup.mjs';

/** Where the bill of materials goes; it is part of the package. */
export const BOM = 'dist/sbom.cdx.json';

/** Writes it. A package of the notices that the lock file lacks ends in an error. */
export function writeBom() {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const rows = [...readFileSync('THIRD-PARTY-NOTICES.md', 'utf8').matchAll(/^\| (\S+) \| (\d\S*) \| (.+) \|$/gm)];
    const components = rows.map(([, name, release, licence]) => {
        const found = Object.entries(packages).find(
            ([path, each]) => path.endsWith(`node_modules/${name}`) && each.version === release,
        );
        if (found === undefined) {
            throw new Error(`${name} ${release} is in the notices, and not in the lock file.`);
        }
        const [algorithm, digest] = found[1].integrity.split('-');
        const purl = `pkg:npm/${name.replace('@', '%40')}@${release}`;
        return {
            type: 'library',
            'bom-ref': purl,
            name,
            version: release,
            purl,
            licenses: [/[ ()]/.test(licence) ? { expression: licence } : { license: { id: licence } }],
            hashes: [
                {
                    alg: algorithm.toUpperCase().replace('SHA', 'SHA-'),
                    content: Buffer.from(digest, 'base64').toString('hex'),
                },
            ],
        };
    });
    mkdirSync('dist', { recursive: true });
    const component = { type: 'application', 'bom-ref': 'smartcity', name: 'smartcity', version };
    const bom = {
        bomFormat: 'CycloneDX',
        specVersion: '1.5',
        version: 1,
        metadata: { component },
        components,
        dependencies: [{ ref: 'smartcity', dependsOn: components.map((each) => each.purl) }],
    };
    writeFileSync(BOM, `${JSON.stringify(bom, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
    enterProject();
    writeBom();
}
