import type { LiveOf } from '../../model/resource.ts';
import { documentJson } from '../document-change.ts';
import type { Facets } from '../plan.ts';
import { sessionDurationOf } from './duration.ts';
import { inlineFacet } from './permission-set-policies.ts';

/** All that a plan compares of a permission set, by the names that operations have for it. */
export function permissionSetFacets(live: LiveOf<'permission-set'>): Facets {
  return {
    settings: {
      description: live.description ?? '',
      sessionDuration: sessionDurationOf(live.sessionSeconds),
      relayState: live.relayState ?? '',
    },
    ...(live.permissionsBoundary === undefined
      ? {}
      : { permissionsBoundary: live.permissionsBoundary }),
    ...Object.fromEntries(
      [...live.managedPolicies].sort().map((arn) => [`managedPolicies/${arn}`, arn]),
    ),
    ...Object.fromEntries(
      [...live.customerPolicies].sort().map((policy) => [`customerPolicies/${policy}`, policy]),
    ),
    ...(live.inlinePolicy === undefined ? {} : { [inlineFacet]: documentJson(live.inlinePolicy) }),
    tags: live.tags,
  };
}
