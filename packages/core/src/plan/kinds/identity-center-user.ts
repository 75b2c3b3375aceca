import type { LiveOf } from '../../model/resource.ts';
import { diffIdentityCenterUser } from '../identity-center/diff-user.ts';
import { noInstance } from '../identity-center/no-instance.ts';
import { projectInto } from '../identity-center/project-into.ts';
import type { Setup } from '../identity-center/setup.ts';
import type { KindSpec } from './kind-spec.ts';

/** People of Identity Center's own directory. None is ever deleted: with them would go their MFA. */
export const identityCenterUserSpec: KindSpec<'identity-center-user'> = {
  parts: ['identityCenterSetup'],
  live: (part) => (part('identityCenterSetup')?.users ?? []).map(liveUser),
  diff: diffIdentityCenterUser,
  faults: noInstance,
  project: projectInto,
};

function liveUser(user: Setup['users'][number]): LiveOf<'identity-center-user'> {
  const { name, id, displayName, givenName, familyName, email, external } = user;
  return {
    type: 'identity-center-user',
    name,
    id,
    displayName,
    givenName,
    familyName,
    email,
    external,
  };
}
