import { parseScenario } from '@rolecall/sandbox';
import { expect, it } from 'vitest';
import { account, openAccount } from './testing/account.fixture.ts';
import { admins, elsewhere, manifest, openHeld } from './testing/held-account.fixture.ts';

const all = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const trusting = (name: string, Condition?: object) => ({
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: `{{arn:user/${name}}}` },
      Action: 'sts:AssumeRole',
      ...(Condition && { Condition }),
    },
  ],
});
const enrolling = {
  Statement: [
    {
      Effect: 'Allow',
      Action: ['iam:EnableMFADevice', 'iam:CreateVirtualMFADevice'],
      Resource: '*',
    },
  ],
};

function denying(Action: string | readonly string[], Condition?: object) {
  return {
    Statement: [{ Effect: 'Deny', Action, Resource: '*', ...(Condition && { Condition }) }],
  };
}

const byToken = (issuer: string) => ({
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${issuer}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com', [`${issuer}:sub`]: 'repo:a/b' },
      },
    },
  ],
});
const issuers = (...names: readonly string[]) => ({
  oidcProviders: Object.fromEntries(
    names.map((name) => [name, { clientIds: ['sts.amazonaws.com'] }]),
  ),
});
/** The same, without the one that has come to its end. */
const ended = (name: string, ...others: readonly string[]) => ({
  oidcProviders: {
    ...issuers(...others).oidcProviders,
    [name]: { clientIds: ['sts.amazonaws.com'], expiresAt: '2026-01-01T00:00:00Z' },
  },
});
const [github, eks] = ['token.actions.githubusercontent.com', 'oidc.eks.example.com/id/ABC'];
const pipeline = { roles: { deploy: { ...admins, trust: byToken(github) } } };
const pod = { roles: { pod: { ...admins, trust: byToken(eks) } } };

const people = { roles: { admin: { ...admins, trust: elsewhere } } };

const keep = { groups: { keep: {} } };
const byGroup = { ...keep, users: { ada: { groups: ['admins'] } } };

it.each<[string, object, object]>([
  [
    'the group of the last administrators loses its policy',
    { ...byGroup, groups: { keep: {}, admins } },
    { ...byGroup, groups: { keep: {}, admins: {} } },
  ],
  [
    'the last administrator leaves the group',
    { ...byGroup, groups: { keep: {}, admins } },
    { groups: { keep: {}, admins }, users: { ada: {} } },
  ],
  [
    'the policy of the last administrators comes to allow less',
    { ...keep, policies: { own: { document: all } }, users: { ada: { managedPolicies: ['own'] } } },
    {
      ...keep,
      policies: {
        own: { document: { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] } },
      },
      users: { ada: { managedPolicies: ['own'] } },
    },
  ],
  [
    'a boundary is put on the last administrator',
    { ...keep, users: { ada: admins } },
    { ...keep, users: { ada: { ...admins, permissionsBoundary: 'ReadOnlyAccess' } } },
  ],
  [
    'everything is denied to the last administrator',
    { ...keep, users: { ada: admins } },
    { ...keep, users: { ada: { managedPolicies: ['AdministratorAccess', 'AWSDenyAll'] } } },
  ],
  [
    'all of IAM and STS is denied to the last administrator',
    { ...keep, users: { ada: admins } },
    { ...keep, users: { ada: { ...admins, inlinePolicies: { no: denying(['iam:*', 'sts:*']) } } } },
  ],
  [
    'everything is denied to the group of the last administrator on what always holds',
    { ...byGroup, groups: { keep: {}, admins } },
    {
      ...byGroup,
      groups: {
        keep: {},
        admins: {
          ...admins,
          inlinePolicies: { no: denying('*', { Bool: { 'aws:SecureTransport': 'true' } }) },
        },
      },
    },
  ],
  [
    'a boundary denies all of IAM and STS to the last administrator',
    { ...keep, users: { ada: admins } },
    {
      ...keep,
      policies: {
        bound: {
          document: { Statement: [...all.Statement, ...denying(['iam:*', 'sts:*']).Statement] },
        },
      },
      users: { ada: { ...admins, permissionsBoundary: 'bound' } },
    },
  ],
  [
    'the role of the last administrators comes to trust a service',
    { ...keep, users: { ada: {} }, roles: { admin: { ...admins, trust: trusting('ada') } } },
    {
      ...keep,
      users: { ada: {} },
      roles: {
        admin: {
          ...admins,
          trust: {
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'ec2.amazonaws.com' },
                Action: 'sts:AssumeRole',
              },
            ],
          },
        },
      },
    },
  ],
  [
    'the provider goes that vouches for the only administrators',
    { ...keep, ...issuers(github), ...pipeline },
    { ...keep, ...ended(github) },
  ],
  [
    'the provider with a path goes that vouches for the only administrators',
    { ...keep, ...issuers(eks), ...pod },
    { ...keep, ...ended(eks) },
  ],
  [
    'the only administrators, who come with tokens, lose their role',
    { ...keep, ...issuers(github), ...pipeline },
    { ...keep, ...issuers(github), prune: { enabled: true, maxDeletes: 20 } },
  ],
  [
    'the provider goes, and the only other administrator has nothing to sign in with',
    { ...keep, ...issuers(github), users: { ada: admins }, ...pipeline },
    { ...keep, ...ended(github), users: { ada: admins } },
  ],
  [
    'only who comes with tokens would be left of the administrators',
    { ...keep, ...issuers(github), roles: { ...pipeline.roles, ...people.roles } },
    { ...keep, ...issuers(github), ...pipeline, prune: { enabled: true, maxDeletes: 20 } },
  ],
  [
    'the last administrator role is deleted',
    { ...keep, roles: { admin: { ...admins, trust: elsewhere } } },
    { ...keep, prune: { enabled: true, maxDeletes: 20 } },
  ],
  [
    'the last administrator role comes to ask for MFA before anybody has enrolled',
    { ...keep, users: { ada: {} }, roles: { admin: { ...admins, trust: trusting('ada') } } },
    { ...keep, users: { ada: {} }, roles: { admin: { ...admins, trust: trusting('ada', mfa) } } },
  ],
  [
    'a new administrator role asks for MFA of a user who may not enrol a device',
    keep,
    { ...keep, users: { ada: {} }, roles: { admin: { ...admins, trust: trusting('ada', mfa) } } },
  ],
  [
    'a user for emergencies may only open support cases',
    keep,
    {
      ...keep,
      checks: { emergencyPrincipals: ['user/EmergencyAccess'] },
      users: { EmergencyAccess: {} },
      roles: {
        SupportUserRole: {
          trust: trusting('EmergencyAccess'),
          managedPolicies: ['job-function/SupportUser'],
        },
      },
    },
  ],
])('is refused where %s', async (_name, before, after) => {
  const opened = await openHeld(manifest(before));
  const writes = opened.writes().length;
  await expect(opened.apply(manifest(after))).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(opened.writes().length).toBe(writes);
});

it.each<[string, object, object]>([
  [
    'another administrator stays',
    { ...keep, users: { ada: admins, eve: admins } },
    { ...keep, users: { ada: {}, eve: admins } },
  ],
  [
    'people are administrators beside those whose provider goes',
    { ...keep, ...issuers(github), roles: { ...pipeline.roles, ...people.roles } },
    { ...keep, ...ended(github), ...people },
  ],
  [
    'another provider stays that vouches for administrators',
    { ...keep, ...issuers(github, eks), roles: { ...pipeline.roles, ...pod.roles } },
    { ...keep, ...ended(github, eks), ...pod },
  ],
  [
    'what is denied to the last administrator leaves it ways',
    { ...keep, users: { ada: admins } },
    {
      ...keep,
      users: { ada: { ...admins, inlinePolicies: { no: denying(['iam:CreateUser', 'sts:*']) } } },
    },
  ],
  [
    'the role that asks for MFA trusts a user who may enrol a device',
    keep,
    {
      ...keep,
      users: { ada: { inlinePolicies: { own: enrolling } } },
      roles: { admin: { ...admins, trust: trusting('ada', mfa) } },
    },
  ],
  [
    'the user for emergencies has an administrator role beside the one for support',
    keep,
    {
      blueprints: { emergency: { use: 'emergency-access', with: { reading: 'role-only' } } },
      checks: { emergencyPrincipals: ['user/EmergencyAccess'] },
    },
  ],
  [
    'nobody was administrator before',
    { ...keep, users: { ada: { managedPolicies: ['ReadOnlyAccess'] } } },
    { ...keep, users: { ada: {} } },
  ],
])('is let through where %s', async (_name, before, after) => {
  const opened = await openHeld(manifest(before));
  expect(await opened.apply(manifest(after))).toMatchObject({ kind: 'applied' });
});

it.each<[string, object]>([
  [
    'made',
    { roles: { made: { trust: trusting('ada'), path: '/aws-reserved/sso.amazonaws.com/' } } },
  ],
  [
    'taken over',
    { roles: { AWSReservedSSO_Admin_0123456789abcdef: { trust: trusting('ada'), adopt: true } } },
  ],
])("no role of AWS's is %s", async (_name, sections) => {
  const scenario = parseScenario(
    JSON.stringify({
      roles: {
        AWSReservedSSO_Admin_0123456789abcdef: {
          path: '/aws-reserved/sso.amazonaws.com/',
          trustService: 'sso.amazonaws.com',
          attach: ['aws:AdministratorAccess'],
        },
      },
    }),
    'reserved',
  );
  const opened = openAccount({ scenario, authorize: () => 'allowed' });
  const text = manifest({ users: { ada: {} }, ...sections });
  const refused = await opened.apply(text).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: expect.stringMatching(/^(CONFLICT|MANIFEST_INVALID)$/) });
  expect(opened.writes()).toEqual([]);
});
