import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');

test('the bill of materials names every package of the notices, with release, licence and checksum', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/sbom.mjs'], { cwd: ROOT, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const bom = JSON.parse(readFileSync(resolve(ROOT, 'dist/sbom.cdx.json'), 'utf8'));
    expect([bom.bomFormat, bom.specVersion]).toEqual(['CycloneDX', '1.5']);
    const notices = readFileSync(resolve(ROOT, 'THIRD-PARTY-NOTICES.md'), 'utf8');
    const rows = notices.split('\n').filter((line) => /^\| \S+ \| \d/.test(line));
    expect(rows.length).toBeGreaterThan(10);
    expect(bom.components.map((each: { name: string; version: string }) => `${each.name} ${each.version}`)).toEqual(
        rows.map((row) => row.split(' | ').slice(0, 2).join(' ').slice(2)),
    );
    for (const { purl, licenses, hashes } of bom.components) {
        expect(purl).toMatch(/^pkg:npm\//);
        expect(licenses).toHaveLength(1);
        expect(hashes[0].content).toMatch(/^[0-9a-f]{40,}$/);
    }
});
