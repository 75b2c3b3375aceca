import type { Diagnostic } from '../model/errors.ts';
import { isMeant } from '../model/ignored.ts';
import { type DesiredResource, resourceKey } from '../model/resource.ts';
import type { Ignored, Manifest } from './manifest.ts';
import { arnOf } from './resolve-resources.ts';

/** Nobody can keep a resource as it is declared and leave it alone. */
export function checkIgnored(
  { ignore = [], moved = [], ...account }: Manifest,
  desired: readonly DesiredResource[],
): readonly Diagnostic[] {
  if (ignore.length === 0) return [];
  const declared = desired.map((resource) => {
    const about = { key: resourceKey(resource), arn: arnOf(resource, account) };
    return { ...about, address: resource.address, position: resource.position };
  });
  const old = moved.map(({ from, position }) => ({
    key: from,
    arn: undefined,
    address: from,
    position,
  }));
  return [...declared, ...old].flatMap(({ address, position, ...about }) =>
    ignore
      .filter(({ pattern }) => isMeant(pattern, about))
      .map((ignored) => contradiction(address, ignored, position)),
  );
}

function contradiction(
  address: string,
  { pattern, position: { file, line } }: Ignored,
  position: Diagnostic['position'],
): Diagnostic {
  return {
    code: 'MANIFEST_INVALID',
    message: `${address} stands here, and "ignore" says never to touch it: "${pattern}" (${file}:${line}).`,
    position,
    hint: 'Narrow the pattern, or take the resource out.',
  };
}
