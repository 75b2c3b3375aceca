import { canonicalPolicy, type Json, matchesPattern } from '@rolecall/policy';
import { policyDocumentSchema } from '../model/policy-schema.ts';
import type { LiveUnspecified } from './adoption-barrier.ts';
import type { DiffContext } from './diff-context.ts';
import { documentJson } from './document-change.ts';
import type { OperationDraft } from './operation.ts';
import type { Facets } from './plan.ts';

/** All that a plan compares of a resource, by the names that operations have for it. */
export function facetsOf(live: LiveUnspecified): Facets {
  switch (live.type) {
    case 'role':
      return {
        path: live.path,
        settings: {
          description: live.description ?? '',
          maxSessionDuration: live.maxSessionDuration,
        },
        trust: documentJson(live.trust),
        ...heldBy(live),
        tags: live.tags,
      };
    case 'user':
      return {
        path: live.path,
        ...heldBy(live),
        ...named('groups', live.groups),
        tags: live.tags,
      };
    case 'group':
      return { path: live.path, ...heldBy(live) };
    case 'policy':
      return {
        path: live.path,
        description: live.description ?? '',
        document: documentJson(live.document),
        tags: live.tags,
      };
    case 'instance-profile':
      return { path: live.path, ...named('role', live.roles), tags: live.tags ?? {} };
    case 'oidc-provider':
      return {
        ...named('clientIds', live.clientIds),
        thumbprints: live.thumbprints.map((print) => print.toLowerCase()).sort(),
        tags: live.tags,
      };
    default:
      return live satisfies never;
  }
}

type Holder = Extract<LiveUnspecified, { readonly attachedPolicies: unknown }>;

function heldBy(live: Holder): Facets {
  const boundary = 'permissionsBoundary' in live ? live.permissionsBoundary : undefined;
  return {
    ...(boundary === undefined ? {} : { permissionsBoundary: boundary }),
    ...named(
      'managedPolicies',
      live.attachedPolicies.map(({ arn }) => arn),
    ),
    ...Object.fromEntries(
      live.inlinePolicies.map(({ name, document }) => [
        `inlinePolicies/${name}`,
        documentJson(document),
      ]),
    ),
  };
}

function named(kind: string, names: readonly string[]): Facets {
  return Object.fromEntries([...names].sort().map((name) => [`${kind}/${name}`, name]));
}

/** What the facets are once the operations are done. */
export function facetsAfter(before: Facets, drafts: readonly OperationDraft[]): Facets {
  const after = new Map(Object.entries(before));
  for (const draft of drafts) {
    const { facet } = draft;
    // Which old versions a policy has is nothing that is declared.
    if (facet.startsWith('versions/')) continue;
    if (facet === 'tags' || facet === 'ownership') after.set('tags', tagsAfter(after, draft));
    else if (draft.after === null) after.delete(facet);
    else after.set(facet, draft.after);
  }
  return Object.fromEntries(after);
}

function tagsAfter(facets: ReadonlyMap<string, Json>, { before, after }: OperationDraft): Json {
  const gone = new Set(after === null ? membersOf(before).map(([key]) => key) : []);
  const kept = membersOf(facets.get('tags') ?? null).filter(([key]) => !gone.has(key));
  return Object.fromEntries([...kept, ...membersOf(after)]);
}

function membersOf(value: Json): readonly [string, Json][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** Facets in the form that is compared, without the tags that others may set at any time. */
export function comparedFacets(facets: Facets, context: DiffContext): Facets {
  return Object.fromEntries(
    Object.entries(facets).map(([facet, value]) => [facet, comparedFacet(facet, value, context)]),
  );
}

function comparedFacet(facet: string, value: Json, context: DiffContext): Json {
  if (facet === 'trust' || facet === 'document' || facet.startsWith('inlinePolicies/')) {
    return canonicalPolicy(policyDocumentSchema.parse(value), context);
  }
  if (facet !== 'tags') return value;
  const others = (key: string) =>
    key.startsWith('aws:') || context.ignoreTags.some((pattern) => matchesPattern(pattern, key));
  return Object.fromEntries(membersOf(value).filter(([key]) => !others(key)));
}
