import { describe, expect, it } from 'vitest';
import type { RequestContext } from './access-request.ts';
import { evaluateRequest } from './evaluate-request.ts';
import type { PolicySet } from './policy-set.ts';
import { policyOf } from './question.fixture.ts';
import type { RequestPrincipal } from './request-principal.ts';

const account = '111122223333';
const elsewhere = '444455556666';
const userArn = `arn:aws:iam::${account}:user/bob`;
const roleArn = `arn:aws:iam::${account}:role/app`;
const sessionArn = `arn:aws:sts::${account}:assumed-role/app/s`;
const federatedArn = `arn:aws:sts::${account}:federated-user/bob`;

const user: RequestPrincipal = { kind: 'user', arn: userArn };
const session: RequestPrincipal = { kind: 'role-session', roleArn, sessionArn };
const federatedUser: RequestPrincipal = { kind: 'federated-user', arn: federatedArn, userArn };
const root: RequestPrincipal = { kind: 'root', account };
const service: RequestPrincipal = { kind: 'service', name: 'ec2.amazonaws.com' };
const federated: RequestPrincipal = { kind: 'federated', provider: 'accounts.google.com' };
const anonymous: RequestPrincipal = { kind: 'anonymous' };

const all = policyOf({});
const none = policyOf({ Action: 'none:*' });
const denyAll = policyOf({}, { Effect: 'Deny' });
const to = (Principal: unknown, rest: object = {}) => policyOf({ Principal, ...rest });
const everyone = to('*');
const toAccount = to({ AWS: account });
const toUser = to({ AWS: userArn });
const toRole = to({ AWS: roleArn });
const toSession = to({ AWS: sessionArn });
const toFederatedUser = to({ AWS: federatedArn });
const byPrincipalArn = to('*', { Condition: { ArnLike: { 'aws:PrincipalArn': roleArn } } });
const exceptPrincipalArn = to('*', { Condition: { ArnNotLike: { 'aws:PrincipalArn': userArn } } });

/** `allowed`, `explicitDeny in <layer>` or `implicitDeny in <layer>: <cause>`. */
function evaluate(
  principal: RequestPrincipal | undefined,
  policies: PolicySet,
  { resource = 'arn:aws:s3:::b/x', action = 's3:GetObject' } = {},
): string {
  const context: RequestContext = { 'aws:PrincipalArn': roleArn };
  const evaluation = evaluateRequest({ principal, action, resource, context }, policies);
  switch (evaluation.decision) {
    case 'allowed':
      return 'allowed';
    case 'explicitDeny':
      return `explicitDeny in ${evaluation.decidedBy.layer}`;
    case 'implicitDeny':
      return `implicitDeny in ${evaluation.decidedBy.layer}: ${evaluation.decidedBy.cause}`;
    default:
      return evaluation satisfies never;
  }
}

const noIdentity = 'implicitDeny in identity: no-allow';
const onlyDelegated = 'implicitDeny in identity: only-delegated';
const noResource = 'implicitDeny in resource: no-allow';
const noBoundary = 'implicitDeny in boundary: no-allow';
const noSession = 'implicitDeny in session: no-allow';
const nonePassed = 'implicitDeny in session: no-session-policy';

type Row = readonly [RequestPrincipal | undefined, PolicySet, string];

describe('within one account', () => {
  it.each<Row>([
    [user, {}, noIdentity],
    [undefined, { identity: [all] }, 'allowed'],
    [user, { identity: [none] }, noIdentity],
    [user, { identity: [none, all] }, 'allowed'],
    [user, { identity: [all], resource: none }, 'allowed'],
    [user, { resource: toUser }, 'allowed'],
    [session, { resource: toRole }, 'allowed'],
    [session, { resource: toSession }, 'allowed'],
    [user, { resource: everyone }, 'allowed'],
    [user, { resource: toAccount }, onlyDelegated],
    [user, { resource: toAccount, identity: [all] }, 'allowed'],
    [user, { resource: toRole }, noIdentity],
    // A boundary limits what identity policies grant.
    [user, { identity: [all], boundary: all }, 'allowed'],
    [user, { identity: [all], boundary: none }, noBoundary],
    [user, { identity: [none], boundary: all }, noIdentity],
    // And what a resource policy grants, by whom it names.
    [session, { resource: toRole, boundary: none }, noBoundary],
    [session, { resource: toRole, boundary: all }, 'allowed'],
    [session, { resource: toRole, session: [none] }, noSession],
    [session, { resource: toRole, session: [all] }, 'allowed'],
    [session, { resource: toSession, boundary: none, session: [none] }, 'allowed'],
    [user, { resource: toUser, boundary: none }, 'allowed'],
    [session, { resource: byPrincipalArn, boundary: none, session: [none] }, 'allowed'],
    [session, { resource: exceptPrincipalArn, boundary: none }, noBoundary],
    [session, { resource: everyone, boundary: none }, noBoundary],
    [
      session,
      { resource: policyOf({ NotPrincipal: { AWS: userArn } }), boundary: none },
      noBoundary,
    ],
    [session, { resource: toAccount, identity: [all], boundary: none }, noBoundary],
    [session, { resource: toSession, boundary: denyAll }, 'explicitDeny in boundary'],
    // Session policies.
    [session, { identity: [all], session: [none] }, noSession],
    [session, { identity: [all], session: [none, all] }, 'allowed'],
    [session, { identity: [all], session: [] }, 'allowed'],
    [session, { identity: [none], session: [all] }, noIdentity],
    [federatedUser, { identity: [all] }, nonePassed],
    [federatedUser, { identity: [all], session: [all] }, 'allowed'],
    [federatedUser, { resource: toFederatedUser }, 'allowed'],
    [federatedUser, { resource: toFederatedUser, session: [none] }, 'allowed'],
    [federatedUser, { resource: toUser }, nonePassed],
    [federatedUser, { resource: toUser, session: [none] }, noSession],
    [federatedUser, { resource: toUser, session: [all] }, 'allowed'],
    [federatedUser, { resource: toUser, session: [all], boundary: none }, noBoundary],
    // The root user needs no policy, but obeys denies.
    [root, {}, 'allowed'],
    [root, { resource: policyOf({ Effect: 'Deny', Principal: '*' }) }, 'explicitDeny in resource'],
  ])('%#: %j with %j: %s', (principal, policies, expected) => {
    expect(evaluate(principal, policies)).toBe(expected);
    expect(evaluate(principal, { ...policies, resourceAccount: account })).toBe(expected);
  });
});

it('lets wildcards in Principal be patterns, whose reach is that of what they match', () => {
  const resource = policyOf({ Principal: { AWS: `arn:aws:sts::${account}:assumed-role/*` } });
  const request = { principal: session, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' };
  const policies = { resource, boundary: none };
  expect(evaluateRequest(request, policies).decision).toBe('implicitDeny');
  const options = { principalWildcards: 'patterns' } as const;
  expect(evaluateRequest(request, policies, options).decision).toBe('allowed');
});

describe('trust and key policies', () => {
  const kinds = ['trust', 'kms-key'] as const;
  it.each<Row>([
    [user, { identity: [all] }, noResource],
    [user, { identity: [all], resource: none }, noResource],
    [root, {}, noResource],
    [root, { resource: toAccount }, 'allowed'],
    [user, { resource: toUser }, 'allowed'],
    [session, { resource: toRole }, 'allowed'],
    [session, { resource: toRole, boundary: none }, noBoundary],
    [user, { resource: toAccount }, onlyDelegated],
    [user, { resource: toAccount, identity: [all] }, 'allowed'],
    [user, { resource: toAccount, identity: [all], boundary: none }, noBoundary],
    [service, { resource: to({ Service: 'ec2.amazonaws.com' }) }, 'allowed'],
    [federated, { resource: to({ Federated: 'accounts.google.com' }) }, 'allowed'],
    [federated, { resource: toAccount }, noResource],
  ])('%#: %j with %j: %s', (principal, policies, expected) => {
    for (const resourceKind of kinds)
      expect(evaluate(principal, { ...policies, resourceKind })).toBe(expected);
  });
});

describe('across accounts', () => {
  it.each<Row>([
    [user, { identity: [all] }, noResource],
    [user, { resource: toUser }, noIdentity],
    [user, { resource: everyone }, noIdentity],
    [user, { identity: [all], resource: toUser }, 'allowed'],
    [user, { identity: [all], resource: toAccount }, 'allowed'],
    [user, { identity: [all], resource: everyone }, 'allowed'],
    [user, { identity: [all], resource: toUser, boundary: none }, noBoundary],
    [session, { identity: [all], resource: toSession, session: [none] }, noSession],
    [root, { resource: toAccount }, 'allowed'],
    [root, {}, noResource],
    [user, { identity: [denyAll], resource: everyone }, 'explicitDeny in identity'],
  ])('%#: %j with %j: %s', (principal, policies, expected) => {
    expect(evaluate(principal, { ...policies, resourceAccount: elsewhere })).toBe(expected);
    const resource = `arn:aws:sqs:us-east-1:${elsewhere}:q`;
    expect(evaluate(principal, policies, { resource })).toBe(expected);
  });
});

describe('callers outside accounts', () => {
  it.each<Row>([
    [service, { identity: [all] }, noResource],
    [service, { resource: to({ Service: 'ec2.amazonaws.com' }) }, 'allowed'],
    [service, { resource: to({ Service: 'sqs.amazonaws.com' }) }, noResource],
    [service, { resource: everyone, boundary: none, session: [none] }, 'allowed'],
    [service, { resource: everyone, serviceControl: [[none]] }, 'allowed'],
    [anonymous, { resource: everyone, serviceControl: [[none]] }, 'allowed'],
    [anonymous, { resource: toAccount }, noResource],
    [anonymous, { resource: everyone, resourceControl: [[none]] }, refusedAt('resourceControl')],
  ])('%#: %j with %j: %s', (principal, policies, expected) => {
    expect(evaluate(principal, { ...policies, resourceAccount: elsewhere })).toBe(expected);
  });
});

describe('control policies and endpoints', () => {
  it.each<Row>([
    [user, { serviceControl: [] }, 'allowed'],
    [user, { serviceControl: [[all], [all, none], [all]] }, 'allowed'],
    [user, { serviceControl: [[all], [none], [all]] }, refusedAt('serviceControl')],
    [user, { serviceControl: [[all], []] }, refusedAt('serviceControl')],
    [user, { serviceControl: [[all], [denyAll]] }, 'explicitDeny in serviceControl'],
    [root, { serviceControl: [[none]] }, refusedAt('serviceControl')],
    [user, { serviceControl: [[denyAll]], managementAccount: true }, 'allowed'],
    [user, { serviceControl: [[denyAll]], serviceLinkedRole: true }, 'allowed'],
    [user, { resourceControl: [[all], [all]] }, 'allowed'],
    [user, { resourceControl: [[all], [none]] }, refusedAt('resourceControl')],
    [user, { resourceControl: [[denyAll]] }, 'explicitDeny in resourceControl'],
    [user, { resourceControl: [[denyAll]], serviceLinkedRole: true }, 'allowed'],
    [user, { resourceControl: [[denyAll]], managementAccount: true }, 'allowed'],
    [
      user,
      { resourceControl: [[none]], managementAccount: true, resourceAccount: elsewhere },
      refusedAt('resourceControl'),
    ],
    [user, { vpcEndpoint: all }, 'allowed'],
    [user, { vpcEndpoint: none }, refusedAt('vpcEndpoint')],
    [user, { vpcEndpoint: denyAll }, 'explicitDeny in vpcEndpoint'],
    [user, { vpcEndpoint: to({ AWS: elsewhere }) }, refusedAt('vpcEndpoint')],
  ])('%#: %j with %j: %s', (principal, policies, expected) => {
    expect(evaluate(principal, { identity: [all], resource: toUser, ...policies })).toBe(expected);
  });

  it('spares the retiring of grants from resource control policies', () => {
    const policies = { identity: [all], resourceControl: [[denyAll]] };
    expect(evaluate(user, policies, { action: 'kms:RetireGrant' })).toBe('allowed');
  });
});

describe('an evaluation', () => {
  it('names the place of a deny, and everything that applies', () => {
    const deny = policyOf({ Action: 'none:*' }, { Sid: 'D', Effect: 'Deny', Action: 's3:*' });
    const request = { principal: userArn, action: 's3:GetObject', resource: '*' };
    const policies = { identity: [all], serviceControl: [[all], [all, deny]] };
    const evaluation = evaluateRequest(request, policies);
    expect(evaluation).toMatchObject({
      decision: 'explicitDeny',
      decidedBy: { layer: 'serviceControl', level: 1, policy: 1, statement: 1, sid: 'D' },
    });
    expect(evaluation.matched).toHaveLength(4);
    expect(evaluation.reasons).toMatchObject([
      { layer: 'serviceControl', level: 0, outcome: 'allows' },
      { layer: 'serviceControl', level: 1, outcome: 'denies' },
      { layer: 'identity', level: undefined, outcome: 'allows' },
    ]);
  });

  it('names who grants', () => {
    const request = { principal: userArn, action: 's3:GetObject', resource: '*' };
    const granted = evaluateRequest(request, { identity: [none, all], resource: toUser });
    expect(granted.decidedBy).toMatchObject({ by: 'statement', statement: { layer: 'resource' } });
    const byRoot = evaluateRequest({ ...request, principal: `arn:aws:iam::${account}:root` }, {});
    expect(byRoot.decidedBy).toEqual({ by: 'root-user' });
  });

  it('names the level that does not allow', () => {
    const request = { principal: userArn, action: 's3:GetObject', resource: '*' };
    const refused = evaluateRequest(request, { identity: [all], serviceControl: [[all], [none]] });
    expect(refused.decidedBy).toEqual({ layer: 'serviceControl', level: 1, cause: 'no-allow' });
    expect(refused.reasons[1]).toMatchObject({ outcome: 'silent', statements: [] });
  });

  it('applies a deny with NotPrincipal to whoever has a boundary', () => {
    const NotPrincipal = { AWS: [account, userArn] };
    const policies = { identity: [all], resource: policyOf({ Effect: 'Deny', NotPrincipal }) };
    expect(evaluate(user, policies)).toBe('allowed');
    expect(evaluate(user, { ...policies, boundary: all })).toBe('explicitDeny in resource');
  });
});

function refusedAt(layer: string): string {
  return `implicitDeny in ${layer}: no-allow`;
}
