import { ownerTag, resourceTag } from '../../model/ownership.ts';
import type { Setup } from '../identity-center/setup.ts';

const self = '111122223333';
export const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess';

const instance = {
  arn: 'arn:aws:sso:::instance/ssoins-1',
  identityStoreId: 'd-1',
  region: 'eu-west-1',
};

/** An Identity Center that was read whole and has nothing but `parts`. */
export function aSetup(parts: Partial<Setup> = {}): Setup {
  return { instance, permissionSets: [], groups: [], users: [], assignments: [], ...parts };
}

type Set = Setup['permissionSets'][number];

export function aSet(
  name: string,
  { details, ...parts }: Partial<Omit<Set, 'details'>> & { details?: Partial<Set['details']> } = {},
): Set {
  return {
    arn: `arn:aws:sso:::permissionSet/ssoins-1/${name}`,
    name,
    sessionSeconds: 3600,
    tags: {},
    managedPolicies: [],
    details: { customerPolicies: [], accounts: [], outdated: [], ...details },
    ...parts,
  };
}

/** The tags of a set of ours. */
export function setMark(name: string) {
  return { [ownerTag]: 'platform', [resourceTag]: `permission-set/${name}` };
}

export function aPerson(
  name: string,
  parts: Partial<Setup['users'][number]> = {},
): Setup['users'][number] {
  return {
    id: `id-${name}`,
    name,
    displayName: `${name} Doe`,
    givenName: name,
    familyName: 'Doe',
    external: false,
    enabled: true,
    ...parts,
  };
}

export function aTeam(
  name: string,
  parts: Partial<Setup['groups'][number]> = {},
): Setup['groups'][number] {
  return { id: `id-${name}`, name, external: false, members: [], ...parts };
}

/** `Admin group Admins`, or with an account behind it. */
export function anAssignment(text: string): Setup['assignments'][number] {
  const [permissionSet = '', kind, principal = '', account = self] = text.split(' ');
  return { account, permissionSet, principalType: kind === 'user' ? 'USER' : 'GROUP', principal };
}
