import type { DesiredOf, LiveOf } from '../../model/resource.ts';
import type { PersonAttributes } from '../calls/identity-center-calls.ts';
import { spelled } from '../conflicts.ts';
import type { DiffContext } from '../diff-context.ts';
import type { Difference } from '../difference.ts';
import { fromElsewhere } from './from-elsewhere.ts';
import { storeOf } from './store.ts';

type Desired = DesiredOf<'identity-center-user'>;
type Live = LiveOf<'identity-center-user'>;

/**
 * Compares a declared person with the one who is there. People bear no mark: whoever is there as
 * declared will do, and others are changed only where the declaration says so.
 */
export function diffIdentityCenterUser(
  desired: Desired,
  live: Live | undefined,
  context: DiffContext,
): Difference {
  const { IdentityStoreId, region } = storeOf(context);
  const attributes = personAttributes(desired);
  const input = { IdentityStoreId, UserName: desired.name, ...attributes };
  const after = { ...attributes };
  if (live === undefined) {
    return {
      kind: 'create',
      drafts: [
        {
          call: { action: 'identitystore:CreateUser', region, input },
          facet: '',
          before: null,
          after,
        },
      ],
      warnings: [
        'Made by the API, the user gets no password and no mail unless Identity Center is set to send one-time passwords.',
      ],
    };
  }
  const before = personAttributes({ ...live, email: desired.email && live.email });
  if (JSON.stringify(before) === JSON.stringify(attributes)) {
    return live.name === desired.name ? { kind: 'none' } : misspelt(live);
  }
  if (live.external) return fromElsewhere('user', live.name);
  if (live.name !== desired.name) return misspelt(live);
  if (!desired.adopt) {
    return {
      kind: 'conflict',
      message: `The user ${live.name} is there with other names or another address; it is left alone.`,
      hint: 'Declare it as it is, or write "adopt: true" beside it to change it.',
    };
  }
  return {
    kind: 'update',
    drafts: [
      {
        call: { action: 'identitystore:UpdateUser', region, input },
        facet: 'attributes',
        before: { ...before },
        after,
      },
    ],
  };
}

function misspelt(live: Live): Difference {
  return spelled({ name: live.name, arn: `User ${live.name}` });
}

/** Those of a person whom anybody declares; an address that nobody declares stays. */
export function personAttributes(
  person: Pick<Live, 'displayName' | 'givenName' | 'familyName' | 'email'>,
): PersonAttributes {
  const { displayName, givenName, familyName, email } = person;
  return {
    DisplayName: displayName,
    GivenName: givenName,
    FamilyName: familyName,
    ...(email === undefined ? {} : { Email: email }),
  };
}
