import type { LiveOf } from '../../model/resource.ts';
import type { Facets } from '../plan.ts';

/** All that a plan compares of a SAML provider; the metadata as it is, which is how it can be put back. */
export function samlFacets({ metadata, tags }: LiveOf<'saml-provider'>): Facets {
  return { metadata, tags };
}
