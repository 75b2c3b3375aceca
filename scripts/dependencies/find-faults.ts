import { type JsonRecord, recordAt } from '../read-json.ts';

/**
 * A lockfile names no registry host (it would bind everyone to the mirror of whoever wrote it),
 * pins every package by digest, and every package with an install script is refused by name.
 */
export function findLockfileFaults(input: {
  lockfile: JsonRecord;
  manifest: JsonRecord;
}): string[] {
  const packages = recordAt(input.lockfile, 'packages');
  const allowScripts = recordAt(input.manifest, 'allowScripts');
  if (Object.keys(packages).length === 0) return ['package-lock.json: lists no packages'];

  return Object.keys(packages).flatMap((path) => {
    const entry = recordAt(packages, path);
    const name = path.split('node_modules/').at(-1) ?? path;
    const faults: string[] = [];
    if (/^[\w+]+:\/\//.test(String(entry['resolved'] ?? ''))) {
      faults.push(`package-lock.json: ${path} names a host in "resolved"`);
    }
    if (entry['hasInstallScript'] === true && allowScripts[name] !== false) {
      faults.push(`package-lock.json: ${path} has an install script; refuse it in allowScripts`);
    }
    if (path.includes('node_modules/') && entry['link'] !== true && !('integrity' in entry)) {
      faults.push(`package-lock.json: ${path} has no digest`);
    }
    return faults;
  });
}

const fields = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'];

/** One exact version each: an update is then a change someone reads. Peers may name a range. */
export function findInexactVersions(input: { path: string; manifest: JsonRecord }): string[] {
  return fields.flatMap((field) =>
    Object.entries(recordAt(input.manifest, field))
      .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(String(version)))
      .map(([name, version]) => `${input.path}: ${field}.${name} is "${version}", not exact`),
  );
}
