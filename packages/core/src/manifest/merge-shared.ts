import { canonicalJson } from '@rolecall/policy';
import type { Diagnostic } from '../model/errors.ts';
import { resourceKey } from '../model/resource.ts';
import type { DeclaredResource } from './declare-resources.ts';

/**
 * One account has one OIDC provider per issuer and one role per linked service, so several
 * blueprints may ask for the same one: equal declarations become one, providers with the union of
 * their audiences and the end that one of them says. Anything else that is declared twice is a
 * mistake; names count without case.
 */
export function mergeShared(declared: readonly DeclaredResource[]): {
  readonly resources: readonly DeclaredResource[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const byKey = new Map<string, DeclaredResource>();
  const diagnostics: Diagnostic[] = [];
  for (const resource of declared) {
    const key = resourceKey(resource);
    const first = byKey.get(key);
    const merged = first === undefined ? resource : merge(first, resource);
    if (merged) byKey.set(key, merged);
    else if (first) diagnostics.push(declaredTwice(first, resource));
  }
  return { resources: [...byKey.values()], diagnostics };
}

function merge(first: DeclaredResource, second: DeclaredResource): DeclaredResource | undefined {
  if (first.type === 'oidc-provider' && second.type === 'oidc-provider') {
    const ends = new Set([first, second].flatMap(({ expiresAt }) => expiresAt ?? []));
    const same = canonicalJson(first.thumbprints) === canonicalJson(second.thumbprints);
    if (!same || ends.size > 1) return undefined;
    const base = ends.size === 1 && first.expiresAt === undefined ? second : first;
    const clientIds = [...new Set([...first.clientIds, ...second.clientIds])];
    return { ...base, clientIds, adopt: first.adopt || second.adopt };
  }
  if (first.type === 'service-linked-role' && second.type === 'service-linked-role') return first;
  return undefined;
}

function declaredTwice(first: DeclaredResource, second: DeclaredResource): Diagnostic {
  const place = first.position;
  return {
    code: 'MANIFEST_INVALID',
    message:
      `${second.type} "${second.name}" is declared twice: as ${first.address}` +
      `${place ? ` (${place.file}:${place.line})` : ''} and as ${second.address}.`,
    position: second.position,
    hint:
      first.name === second.name
        ? 'Keep one of them.'
        : 'IAM compares names without regard to case: rename one of them.',
  };
}
