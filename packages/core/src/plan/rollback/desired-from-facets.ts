import type { Json } from '@rolecall/policy';
import { z } from 'zod';
import { policyDocumentSchema } from '../../model/policy-schema.ts';
import type { DesiredOf, PrunableType } from '../../model/resource.ts';
import type { Facets } from '../plan.ts';

interface About {
  readonly type: PrunableType | 'oidc-provider';
  readonly name: string;
  readonly address: string;
  /** Groups carry no mark: who says what one was may say so of one that lies elsewhere. */
  readonly adopt: boolean;
}

const text = z.string();
const tags = z.record(z.string(), z.string());

/** The declaration under which a resource has exactly these facets. */
export function desiredFromFacets(
  { type, name, address, adopt }: About,
  facets: Facets,
): DesiredOf<PrunableType | 'oidc-provider'> {
  const about = { name, address, position: undefined };
  const grants = {
    managedPolicies: namesOf('managedPolicies', facets),
    inlinePolicies: Object.fromEntries(
      namesOf('inlinePolicies', facets).map((policy) => [
        policy,
        policyDocumentSchema.parse(facets[`inlinePolicies/${policy}`]),
      ]),
    ),
    exclusive: true,
    adopt: false,
  };
  const boundary = facets.permissionsBoundary;
  const permissionsBoundary = typeof boundary === 'string' ? boundary : undefined;
  const owned = { ...about, adopt: false, tags: tags.parse(facets.tags ?? {}) };
  switch (type) {
    case 'role': {
      const settings = z
        .object({ description: text, maxSessionDuration: z.number() })
        .parse(facets.settings);
      return {
        type,
        ...owned,
        ...grants,
        permissionsBoundary,
        path: pathIn(facets),
        trust: policyDocumentSchema.parse(facets.trust),
        description: optional(settings.description),
        maxSessionDuration: settings.maxSessionDuration,
      };
    }
    case 'user': {
      const groups = namesOf('groups', facets);
      return { type, ...owned, ...grants, permissionsBoundary, groups, path: pathIn(facets) };
    }
    case 'group':
      return { type, ...about, ...grants, adopt, path: pathIn(facets) };
    case 'policy':
      return {
        type,
        ...owned,
        path: pathIn(facets),
        document: policyDocumentSchema.parse(facets.document),
        copyOf: undefined,
        description: optional(text.parse(facets.description)),
      };
    case 'instance-profile': {
      const [role = ''] = namesOf('role', facets);
      return { type, ...owned, path: pathIn(facets), role };
    }
    case 'oidc-provider': {
      const clientIds = namesOf('clientIds', facets);
      const thumbprints = z.array(text).parse(facets.thumbprints ?? []);
      return { type, ...owned, url: name, clientIds, thumbprints };
    }
    default:
      return type satisfies never;
  }
}

function pathIn({ path }: Facets): string {
  return text.parse(path);
}

function optional(description: string): string | undefined {
  return description === '' ? undefined : description;
}

function namesOf(kind: string, facets: Facets): readonly string[] {
  return Object.entries(facets).flatMap(([facet, value]: [string, Json]) =>
    facet.startsWith(`${kind}/`) && value !== null ? [facet.slice(kind.length + 1)] : [],
  );
}
