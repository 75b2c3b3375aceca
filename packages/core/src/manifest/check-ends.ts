import type { Diagnostic } from '../model/errors.ts';
import {
  type DesiredOf,
  type DesiredResource,
  isSpecified,
  resourceKey,
  type SpecifiedType,
} from '../model/resource.ts';
import { declarationOf } from './kinds/declarations.ts';
import type { Needed } from './kinds/kind-declaration.ts';
import { arnOf } from './resolve-resources.ts';

interface Account {
  readonly account: string;
  readonly partition: string;
}

/**
 * What needs something that ends has to end by then as well. Said when it is declared: else every
 * run would fail from that instant on, and nothing would be removed.
 */
export function checkEnds(
  resources: readonly DesiredResource[],
  account: Account,
): readonly Diagnostic[] {
  const ending = resources.filter(({ expiresAt }) => expiresAt !== undefined);
  if (ending.length === 0) return [];
  const byName = new Map(
    ending.flatMap((one) => [
      [arnOf(one, account), one] as const,
      [resourceKey(one), one] as const,
    ]),
  );
  return resources.flatMap((resource) =>
    [...new Set(namesIn(resource))].flatMap((name): Diagnostic[] => {
      const needed = byName.get(name);
      if (needed?.expiresAt === undefined || needed === resource) return [];
      if (endsBy(resource, needed.expiresAt)) return [];
      return [
        {
          code: 'MANIFEST_INVALID',
          message: `${resource.address} needs ${needed.address}, which expires at ${needed.expiresAt}.`,
          position: resource.position,
          hint: `Give it "expiresAt: ${needed.expiresAt}" or an earlier one, or let it do without.`,
        },
      ];
    }),
  );
}

function endsBy({ expiresAt }: DesiredResource, end: string): boolean {
  return expiresAt !== undefined && Date.parse(expiresAt) <= Date.parse(end);
}

/** ARNs and keys of what it cannot be without; what a statement is about need not exist. */
function namesIn(resource: DesiredResource): readonly string[] {
  const groups = resource.type === 'user' ? resource.groups : [];
  const roles = resource.type === 'instance-profile' ? [resource.role] : [];
  return [
    ...textsIn(resource),
    ...(isSpecified(resource) ? needsOf(resource) : []).map(resourceKey),
    ...groups.map((name) => resourceKey({ type: 'group', name })),
    ...roles.map((name) => resourceKey({ type: 'role', name })),
  ];
}

function needsOf(resource: DesiredOf<SpecifiedType>): readonly Needed[] {
  return declarationOf(resource.type).needs?.(resource) ?? [];
}

const aboutOthers = new Set(['Resource', 'NotResource', 'Condition', 'tags', 'position']);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    aboutOthers.has(key) ? [] : textsIn(member),
  );
}
