import { z } from 'zod';
import { policyDocumentSchema } from '../../../model/policy-schema.ts';
import { durationSeconds, sessionDurationOf } from '../../identity-center/duration.ts';
import { permissionSetFacets } from '../../identity-center/permission-set-facets.ts';
import { inlineFacet } from '../../identity-center/permission-set-policies.ts';
import type { Facets } from '../../plan.ts';
import { membersOf } from '../members-of.ts';
import { namesIn } from './names-in.ts';
import { madeSteps, shownSteps, type Undo } from './undo.ts';

const settingsSchema = z.object({
  description: z.string().default(''),
  sessionDuration: z.string(),
  relayState: z.string().default(''),
});

export const undoPermissionSet: Undo<'permission-set'> = {
  facets: permissionSetFacets,
  steps: (operation) => {
    const { facet, after } = operation;
    // Which accounts have got the change is no part of the set.
    if (facet === 'provisioning') return [];
    if (facet !== '') return shownSteps(operation);
    const { tags = {}, ...settings } = membersOf(after);
    const { sessionDuration, ...rest } = settingsSchema.parse(settings);
    const spelled = sessionDurationOf(durationSeconds(sessionDuration));
    return madeSteps({ settings: { ...rest, sessionDuration: spelled }, tags });
  },
  desired: ({ name, address }, facets) => {
    const { description, sessionDuration, relayState } = settingsOf(facets);
    const { [inlineFacet]: inline, permissionsBoundary: boundary, tags = {} } = facets;
    return {
      type: 'permission-set',
      name,
      address,
      position: undefined,
      description: description || undefined,
      sessionDuration,
      relayState: relayState || undefined,
      managedPolicies: namesIn('managedPolicies', facets),
      customerPolicies: namesIn('customerPolicies', facets),
      inlinePolicy: inline === undefined ? undefined : policyDocumentSchema.parse(inline),
      permissionsBoundary: typeof boundary === 'string' ? boundary : undefined,
      exclusive: true,
      tags: z.record(z.string(), z.string()).parse(tags),
      adopt: false,
    };
  },
  lasting: (now, then) => {
    const [is, was] = [settingsOf(now), settingsOf(then)];
    return [
      ...(was.description === '' && is.description !== '' ? ['its description'] : []),
      ...(was.relayState === '' && is.relayState !== '' ? ['its relay state'] : []),
    ];
  },
};

function settingsOf({ settings }: Facets) {
  return settingsSchema.parse(settings);
}
