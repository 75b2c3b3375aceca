import type { Json } from '@rolecall/policy';
import { z } from 'zod';
import { samlFacets } from '../../kinds/saml-facets.ts';
import { metadataOf } from '../../kinds/saml-metadata.ts';
import { membersOf } from '../members-of.ts';
import { madeSteps, shownSteps, type Undo } from './undo.ts';

export const undoSamlProvider: Undo<'saml-provider'> = {
  facets: samlFacets,
  steps: (operation) => {
    const { facet, input, after, previous = null } = operation;
    const sent = input.SAMLMetadataDocument;
    const metadata = typeof sent === 'string' ? sent : null;
    if (facet === '') return madeSteps({ metadata, tags: membersOf(after).tags ?? {} });
    if (facet !== 'metadata') return shownSteps(operation);
    return [{ facet, before: previous, after: metadata }];
  },
  compared: (facet, value) =>
    facet === 'metadata' && typeof value === 'string' ? metadataOf(value).canonical : value,
  desired: ({ name, address }, { metadata, tags = {} }) => {
    const text = textOf(metadata);
    if (text === undefined) return undefined;
    return {
      type: 'saml-provider',
      name,
      address,
      position: undefined,
      metadata: text,
      tags: z.record(z.string(), z.string()).parse(tags),
      adopt: false,
    };
  },
};

function textOf(metadata: Json | undefined): string | undefined {
  return typeof metadata === 'string' ? metadata : undefined;
}
