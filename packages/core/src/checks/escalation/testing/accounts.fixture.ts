import type { PolicyStatement } from '@rolecall/policy';
import { trusting } from '../../testing/documents.fixture.ts';
import {
  account,
  administratorAccess,
  aGroup,
  allowRead,
  aPolicy,
  aRole,
  arnOf,
  attach,
  aUser,
  type KnownParts,
} from '../../testing/snapshot.fixture.ts';
import type { EscalationPath } from '../escalation-path.ts';

const mine = aPolicy({
  name: 'mine',
  document: allowRead,
  versions: [{ id: 'v2' }, { id: 'v1' }],
});
const fence = aPolicy({ name: 'fence' });
const provider = arnOf('saml-provider', 'corp');

/** The path's actions on everything. */
export function grantOf({ steps }: EscalationPath): PolicyStatement {
  return { Effect: 'Allow', Action: steps.map(({ action }) => action), Resource: '*' };
}

/** Whether a role takes the path, and not a user. */
function isRolePath({ target }: EscalationPath): boolean {
  return 'principal' in target && target.principal === 'role';
}

export function callerOf(path: EscalationPath): string {
  return isRolePath(path) ? arnOf('role', 'alice') : arnOf('user', 'alice');
}

/** An account in which alice, who has `statements`, has all that the path needs beside them. */
export function accountWith(
  path: EscalationPath,
  ...statements: readonly PolicyStatement[]
): KnownParts {
  const { target, steps } = path;
  const isBounded = target.kind === 'boundary' || target.kind === 'boundary-policy';
  // Whoever is to shed its boundary would be administrator without it.
  const everything: readonly PolicyStatement[] = isBounded
    ? [{ Effect: 'Allow', NotAction: 'iam:*Boundary', Resource: '*' }]
    : [];
  const bounds = { ...fence, document: { Version: '2012-10-17', Statement: [...statements] } };
  const caller = {
    name: 'alice',
    attachedPolicies: target.kind === 'own-policy' ? attach(mine) : [],
    inlinePolicies: [
      {
        name: 'way',
        document: { Version: '2012-10-17', Statement: [...statements, ...everything] },
      },
    ],
    ...(isBounded && { permissionsBoundary: fence.arn }),
  };
  const trustsCaller = steps.some(({ trust }) => trust === 'existing');
  const boss = aRole({
    name: 'boss',
    attachedPolicies: attach(administratorAccess),
    instanceProfiles: ['boss'],
    trust: trustFor(path, trustsCaller),
  });
  const worker = {
    name: 'worker',
    attachedPolicies: attach(mine),
    trust: trusting({ AWS: trustsCaller ? `arn:aws:iam::${account}:root` : '444455556666' }),
  };
  const isRole = isRolePath(path);
  return {
    users: [
      ...(isRole ? [] : [aUser({ ...caller, groups: ['team'] })]),
      aUser({ name: 'carol' }),
      aUser({ name: 'dora', attachedPolicies: attach(mine) }),
      ...(target.kind === 'user'
        ? [aUser({ name: 'chief', attachedPolicies: attach(administratorAccess) })]
        : []),
    ],
    groups: [
      aGroup({ name: 'team' }),
      ...(target.kind === 'group'
        ? [aGroup({ name: 'chiefs', attachedPolicies: attach(administratorAccess) })]
        : []),
    ],
    roles: [
      ...(isRole ? [aRole(caller)] : []),
      ...(target.kind === 'role' ? [boss] : []),
      ...(target.kind === 'any-role' ? [aRole(worker)] : []),
    ],
    policies: [administratorAccess, mine, ...(isBounded ? [bounds] : [])],
    organization: {
      id: 'o-a1b2c3d4e5',
      managementAccountId: target.kind === 'members' ? account : '444455556666',
      featureSet: 'ALL',
    },
    organizationsFeatures: target.kind === 'members' ? ['RootSessions'] : null,
  };
}

function trustFor({ target }: EscalationPath, trustsCaller: boolean) {
  if (trustsCaller) return trusting({ AWS: `arn:aws:iam::${account}:root` });
  const service = target.kind === 'role' ? target.trusts : undefined;
  if (service === 'saml-provider') return trusting({ Federated: provider });
  return trusting({ Service: service ?? 'events.amazonaws.com' });
}
