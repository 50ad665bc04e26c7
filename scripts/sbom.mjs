#!/usr/bin/env node
// Writes sbom.cdx.json, the bill of materials (CycloneDX) of what edchat needs to run, in its bundle or beside it; `npm pack`
// puts it into the package.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const output = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1 << 26,
  stdio: ['ignore', 'pipe', 'inherit'],
  // npm is a script file on Windows, which only a shell can start.
  shell: process.platform === 'win32',
});
const bill = JSON.parse(output);
// npm names the project after its folder; and what changes with every run is no part of the bill.
Object.assign(bill.metadata.component, { name, version });
const bundled = new Set(JSON.parse(readFileSync(new URL('../dist/bundled.json', import.meta.url), 'utf8')).map((one) => one.package));
bill.components = bill.components.filter((component) => bundled.has(component['bom-ref']) || !isForDevelopment(component)).map(asNeeded);
const listed = new Set([bill.metadata.component, ...bill.components].map((component) => component['bom-ref']));
bill.dependencies = bill.dependencies
  .filter(({ ref }) => listed.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => listed.has(one)) }));
delete bill.serialNumber;
delete bill.metadata.timestamp;
writeFileSync(new URL('../sbom.cdx.json', import.meta.url), `${JSON.stringify(bill, null, 2)}\n`);
console.error(`sbom.cdx.json: ${bill.components.length} packages`);

function isForDevelopment({ properties }) {
  return properties?.some(({ name: property }) => property === 'cdx:npm:package:development') ?? false;
}

// What is bundled is in the package, whatever it is to npm.
function asNeeded({ properties, scope: _scope, ...component }) {
  return { ...component, properties: properties?.filter(({ name: property }) => property !== 'cdx:npm:package:development') };
}
