import type { BundledPackage } from './bundled-package.ts';

/** Licences under which code may be in what we give away; others are a decision for people. */
const allowed = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

const rule = '-'.repeat(80);

/**
 * A list of the packages, then each licence text once, under the packages it is of. Throws for a
 * licence that is not allowed, and for a text that is missing; Apache's is the same for everybody.
 */
export function renderLicences(
  packages: readonly BundledPackage[],
  { apache }: { apache: string },
): string {
  const holders = new Map<string, string[]>();
  for (const each of packages) {
    const label = `${each.name} ${each.version}`;
    if (!allowed.has(each.licence)) {
      throw new Error(`${label} is under "${each.licence}", which the bundle may not hold`);
    }
    for (const text of textsOf(each, apache)) {
      holders.set(text, [...(holders.get(text) ?? []), label]);
    }
  }
  return [
    'apps/action/dist/main.js holds code of these packages, or data made of them. Each text below',
    'stands under the packages that it is the licence, or a notice, of.',
    '',
    ...packages.map(({ name, version, licence }) => `${name} ${version} (${licence})`),
    ...[...holders].flatMap(([text, labels]) => ['', rule, ...labels, rule, '', text]),
    '',
  ].join('\n');
}

function textsOf({ name, licence, texts }: BundledPackage, apache: string): readonly string[] {
  if (texts.length > 0) return [...new Set(texts.map(tidy))];
  if (licence === 'Apache-2.0') return [tidy(apache)];
  throw new Error(`${name} brings no text of its licence`);
}

function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}
