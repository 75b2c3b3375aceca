import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBreaking } from '../contract/find-breaking.ts';
import { plant } from './plant.ts';

const released = 'packages/contract/released/openapi.yaml';

/** Each change of the contract breaks somebody. */
const breaks: readonly [what: string, from: string | RegExp, to: string][] = [
  ['a value less', 'enum: [pending, verified, failed] }\n', 'enum: [pending, verified] }\n'],
  ['a path less', '  /v1/me:\n', '  /v1/myself:\n'],
  ['a shorter text', /(?<start> {4}Reason: .*maxLength: )\d+/, '$<start>10'],
];

/** Which planted changes, each alone, pass the comparison with what was released. */
export async function findSilentDiff(copy: string): Promise<string[]> {
  const sound = readFileSync(join(copy, 'openapi.yaml'), 'utf8');
  const silent: string[] = [];
  for (const [what, from, to] of breaks) {
    const broken = sound.replace(from, to);
    plant(copy, { [released]: sound, 'openapi.yaml': broken });
    if ((await findBreaking(copy)).length === 0) silent.push(`nothing notices ${what}`);
  }
  // What breaks is a matter of the version, so a new major lets all of it pass.
  const next = sound
    .replace('  version: 1.', '  version: 2.')
    .replace('  /v1/me:\n', '  /v1/myself:\n');
  plant(copy, { 'openapi.yaml': next });
  return [
    ...silent,
    ...((await findBreaking(copy)).length > 0 ? ['a new major changes nothing'] : []),
  ];
}
