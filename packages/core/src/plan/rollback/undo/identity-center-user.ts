import { z } from 'zod';
import { personAttributes } from '../../identity-center/diff-user.ts';
import { membersOf } from '../members-of.ts';
import { madeSteps, type Undo } from './undo.ts';

const attributes = z.object({
  DisplayName: z.string(),
  GivenName: z.string(),
  FamilyName: z.string(),
  Email: z.string().optional(),
});

/** Each attribute is a facet: an address that nobody declares is no part of a change. */
export const undoIdentityCenterUser: Undo<'identity-center-user'> = {
  facets: (live) => ({ ...personAttributes(live) }),
  steps: ({ facet, before, after }) => {
    if (facet === '') return madeSteps(membersOf(after));
    const [was, is] = [membersOf(before), membersOf(after)];
    return Object.entries(is).map(([name, value]) => ({
      facet: name,
      before: was[name] ?? null,
      after: value,
    }));
  },
  desired: ({ name, address }, facets) => {
    const { DisplayName, GivenName, FamilyName, Email } = attributes.parse(facets);
    return {
      type: 'identity-center-user',
      name,
      address,
      position: undefined,
      displayName: DisplayName,
      givenName: GivenName,
      familyName: FamilyName,
      email: Email,
      adopt: true,
    };
  },
  lasting: (now, then) =>
    now.Email !== undefined && then.Email === undefined ? ['the e-mail address'] : [],
};
