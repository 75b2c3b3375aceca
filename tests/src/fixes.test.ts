import type { FixPort } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import { type FixAccountOptions, openFixAccount } from './testing/fixes.fixture.ts';

const account = '111122223333';
const allowAll = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
};
const allowRead = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
};
/** A second way in, so that the first may be taken away. */
const admin = {
  attach: ['aws:AdministratorAccess'],
  mfa: ['fido'],
  password: { changedDaysAgo: 10, usedDaysAgo: 1 },
};
const github = 'token.actions.githubusercontent.com';

interface Case extends FixAccountOptions {
  readonly check: string;
  readonly scenario: object;
  readonly writes: readonly string[];
  /** Asked for by name. */
  readonly named?: true;
}

const cases: readonly Case[] = [
  {
    check: 'key-unused',
    scenario: { users: { spare: admin, ann: { keys: [{ createdDaysAgo: 80 }] } } },
    writes: ['iam:UpdateAccessKey'],
  },
  {
    check: 'key-age',
    scenario: {
      users: { ann: { keys: [{ createdDaysAgo: 5 }, { createdDaysAgo: 200, usedDaysAgo: 1 }] } },
    },
    writes: ['iam:UpdateAccessKey'],
  },
  {
    check: 'key-two-active',
    scenario: {
      users: { ann: { keys: [{ createdDaysAgo: 30, usedDaysAgo: 1 }, { createdDaysAgo: 90 }] } },
    },
    writes: ['iam:UpdateAccessKey'],
  },
  {
    check: 'key-created-at-setup',
    scenario: {
      users: { ann: { createdDaysAgo: 9, password: {}, keys: [{ createdDaysAgo: 9 }] } },
    },
    writes: ['iam:UpdateAccessKey'],
  },
  {
    check: 'key-inactive-leftover',
    scenario: { users: { ann: { keys: [{ createdDaysAgo: 90, status: 'Inactive' }] } } },
    writes: ['iam:DeleteAccessKey'],
  },
  {
    check: 'key-any-long-lived',
    scenario: { users: { spare: admin, ann: { keys: [{ createdDaysAgo: 3 }] } } },
    settings: { forbidLongLivedKeys: true },
    writes: ['iam:UpdateAccessKey'],
  },
  {
    check: 'user-password-unused',
    scenario: {
      users: { spare: admin, ann: { createdDaysAgo: 99, password: { changedDaysAgo: 90 } } },
    },
    writes: ['iam:DeleteLoginProfile'],
  },
  {
    check: 'user-signing-certs',
    scenario: { users: { ann: { certificates: [{ uploadedDaysAgo: 9 }] } } },
    writes: ['iam:UpdateSigningCertificate'],
  },
  {
    check: 'user-ssh-keys-age',
    scenario: { users: { ann: { sshKeys: [{ uploadedDaysAgo: 400 }] } } },
    writes: ['iam:UpdateSSHPublicKey'],
  },
  {
    check: 'user-service-specific-creds',
    scenario: {
      users: {
        ann: { serviceCredentials: [{ service: 'bedrock.amazonaws.com', createdDaysAgo: 200 }] },
      },
    },
    writes: ['iam:UpdateServiceSpecificCredential'],
  },
  {
    check: 'group-empty',
    scenario: {
      groups: { idle: { attach: ['aws:ReadOnlyAccess'], inline: { read: allowRead } } },
    },
    writes: ['iam:DetachGroupPolicy', 'iam:DeleteGroupPolicy', 'iam:DeleteGroup'],
  },
  {
    check: 'policy-unattached',
    scenario: {
      policies: {
        old: { createdDaysAgo: 90, document: allowRead, earlier: [allowRead, allowAll] },
      },
    },
    writes: ['iam:DeletePolicyVersion', 'iam:DeletePolicyVersion', 'iam:DeletePolicy'],
  },
  {
    check: 'policy-admin-unattached',
    scenario: { policies: { all: { document: allowAll } } },
    writes: ['iam:DeletePolicy'],
  },
  {
    check: 'policy-cloudshell-full',
    scenario: {
      users: { ann: { attach: ['aws:AWSCloudShellFullAccess'] } },
      roles: {
        shell: { attach: ['aws:AWSCloudShellFullAccess'], trustService: 'ec2.amazonaws.com' },
      },
    },
    writes: ['iam:DetachUserPolicy', 'iam:DetachRolePolicy'],
  },
  {
    check: 'policy-admin-aws-managed',
    scenario: {
      users: { spare: admin },
      roles: { build: { attach: ['aws:AdministratorAccess'], trustService: 'ec2.amazonaws.com' } },
    },
    settings: { emergencyPrincipals: ['user/spare', 'role/Administrator'] },
    writes: ['iam:DetachRolePolicy'],
  },
  {
    check: 'policy-admin-attached',
    scenario: {
      users: { spare: admin, ann: { attach: ['all'] } },
      policies: { all: { document: allowAll } },
    },
    writes: ['iam:DetachUserPolicy'],
  },
  {
    check: 'policy-admin-inline',
    scenario: { users: { spare: admin, ann: { inline: { all: allowAll } } } },
    writes: ['iam:DeleteUserPolicy'],
  },
  {
    check: 'sts-token-version',
    scenario: { globalEndpointTokenVersion: 1 },
    writes: ['iam:SetSecurityTokenServicePreferences'],
  },
  {
    check: 'org-root-credentials-management',
    scenario: { organization: { id: 'o-a1b2c3d4e5', iamTrustedAccess: false } },
    writes: [
      'organizations:EnableAWSServiceAccess',
      'iam:EnableOrganizationsRootCredentialsManagement',
    ],
  },
  {
    check: 'cert-expired',
    scenario: { serverCertificates: [{ name: 'old', expiresInDays: -3 }] },
    writes: ['iam:DeleteServerCertificate'],
  },
  ...['exists', 'min-length', 'reuse', 'uppercase', 'lowercase', 'symbol', 'number'].map(
    (name) => ({
      check: `password-${name === 'exists' ? 'policy-exists' : name}`,
      scenario: {
        users: { spare: admin },
        ...(name === 'exists' ? {} : { passwordPolicy: { minimumLength: 8 } }),
      },
      writes: ['iam:UpdateAccountPasswordPolicy'],
    }),
  ),
  ...['users-can-change', 'max-age', 'hard-expiry'].map((name) => ({
    check: `password-${name}`,
    scenario: {
      users: { spare: admin },
      passwordPolicy: {
        minimumLength: 8,
        hardExpiry: true,
        ...(name === 'hard-expiry' && { maxAgeDays: 90 }),
      },
    },
    writes: ['iam:UpdateAccountPasswordPolicy'],
  })),
  {
    check: 'role-oidc-github-sub',
    scenario: {
      oidcProviders: [{ url: `https://${github}`, clientIds: ['sts.amazonaws.com'] }],
      roles: {
        deploy: {
          trust: {
            Version: '2012-10-17',
            Statement: {
              Effect: 'Allow',
              Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${github}` },
              Action: 'sts:AssumeRoleWithWebIdentity',
              Condition: { StringEquals: { [`${github}:sub`]: 'repo:o/r:ref:refs/heads/main' } },
            },
          },
        },
      },
    },
    writes: ['iam:UpdateAssumeRolePolicy'],
  },
  {
    check: 'role-unused',
    named: true,
    scenario: {
      roles: {
        idle: {
          createdDaysAgo: 300,
          trustService: 'ec2.amazonaws.com',
          attach: ['aws:ReadOnlyAccess'],
          inline: { read: allowRead },
        },
      },
      instanceProfiles: { idle: { role: 'idle' } },
    },
    writes: [
      'iam:DetachRolePolicy',
      'iam:DeleteRolePolicy',
      'iam:RemoveRoleFromInstanceProfile',
      'iam:DeleteRole',
    ],
  },
  {
    check: 'oidc-provider-unused',
    named: true,
    scenario: { oidcProviders: [{ url: 'https://ci.example.com', clientIds: ['b', 'a'] }] },
    writes: ['iam:DeleteOpenIDConnectProvider'],
  },
  {
    check: 'org-root-sessions',
    scenario: { organization: { id: 'o-abcdefghij', features: ['RootCredentialsManagement'] } },
    writes: ['iam:EnableOrganizationsRootSessions'],
  },
  {
    check: 'org-root-credentials-management',
    scenario: { organization: { id: 'o-abcdefghij', features: ['RootSessions'] } },
    writes: ['iam:EnableOrganizationsRootCredentialsManagement'],
  },
  { check: 'analyzer-external', scenario: {}, writes: ['access-analyzer:CreateAnalyzer'] },
  {
    check: 'analyzer-unused',
    named: true,
    scenario: {},
    writes: ['access-analyzer:CreateAnalyzer'],
  },
  {
    check: 'trail-log-validation',
    scenario: { trails: [{ name: 'all', region: 'us-east-1' }] },
    writes: ['cloudtrail:UpdateTrail'],
  },
  {
    check: 'trail-exists',
    scenario: { trails: [{ name: 'all', region: 'us-east-1', logging: false }] },
    writes: ['cloudtrail:StartLogging'],
  },
];

describe('a fix', () => {
  it.each(cases)('makes $check pass', async ({ check, scenario, writes, named, ...options }) => {
    const {
      plan,
      apply,
      check: findings,
      waitForReport,
      writes: written,
    } = openFixAccount(scenario, options);
    const failing = (await findings(check)).filter(({ outcome }) => /fail|warn/.test(outcome));
    expect(failing).not.toEqual([]);
    if (named) {
      const unnamed = await plan([check]);
      expect(unnamed.operations).toEqual([]);
      expect(unnamed.notes.map(({ kind }) => kind)).toEqual(['only-named']);
    }
    const planned = await plan([check], named ? { checks: [check] } : {});
    expect(planned.operations.map(({ call }) => call.action)).toEqual(writes);
    expect(new Set(planned.operations.flatMap((operation) => operation.findings))).toEqual(
      new Set(failing.map(({ id }) => id)),
    );
    const report = await apply(planned);
    expect(report).toMatchObject({ complete: true, warnings: [] });
    expect(written()).toEqual(writes);
    await waitForReport();
    const after = await findings(check);
    expect(after.filter(({ outcome }) => /fail|warn|unknown/.test(outcome))).toEqual([]);
    // Never twice.
    expect(await apply(planned)).toMatchObject({ complete: true });
    expect(written()).toEqual(writes);
  });

  it('makes one call of all that a password policy lacks', async () => {
    const { plan, apply, check, writes } = openFixAccount({
      users: { spare: admin },
      passwordPolicy: { minimumLength: 8, usersCanChange: true },
    });
    const checks = ['password-min-length', 'password-symbol', 'password-max-age'];
    await apply(await plan(checks));
    expect(writes()).toEqual(['iam:UpdateAccountPasswordPolicy']);
    for (const id of checks) expect((await check(id))[0]?.outcome).toBe('pass');
  });
});

describe('a fix that locks out is refused', () => {
  const idle = { createdDaysAgo: 80 };
  it.each([
    {
      name: "the caller's own key",
      check: 'key-unused',
      scenario: { users: { me: { ...admin, keys: [idle] } } },
      caller: `arn:aws:iam::${account}:user/me`,
    },
    {
      name: "the caller's own role",
      check: 'policy-admin-aws-managed',
      scenario: {
        users: { spare: admin },
        roles: { Me: { attach: ['aws:AdministratorAccess'], trustService: 'ec2.amazonaws.com' } },
      },
      caller: `arn:aws:sts::${account}:assumed-role/Me/session`,
      settings: { emergencyPrincipals: ['user/spare', 'role/Administrator'] },
    },
    {
      name: 'the last administrator',
      check: 'key-unused',
      scenario: { users: { only: { attach: ['aws:AdministratorAccess'], keys: [idle] } } },
      caller: `arn:aws:sts::${account}:assumed-role/Other/session`,
    },
  ])('$name', async ({ check, scenario, ...options }) => {
    const { plan } = openFixAccount(scenario, options);
    const { operations, notes } = await plan([check]);
    expect(operations).toEqual([]);
    expect(notes.map(({ kind }) => kind)).toEqual(['refused']);
  });

  it('where each of two changes alone would not', async () => {
    const keyOnly = { attach: ['aws:AdministratorAccess'], keys: [idle] };
    const { plan } = openFixAccount({ users: { ann: keyOnly, bob: keyOnly } });
    const { operations, notes } = await plan(['key-unused']);
    expect(operations).toHaveLength(1);
    expect(notes.map(({ kind }) => kind)).toEqual(['refused']);
  });

  it('when somebody else applies the plan than made it', async () => {
    const scenario = { users: { spare: admin, me: { ...admin, keys: [idle] } } };
    const planned = await openFixAccount(scenario).plan(['key-unused']);
    const mine = openFixAccount(scenario, { caller: `arn:aws:iam::${account}:user/me` });
    const { results } = await mine.apply(planned);
    expect(results).toMatchObject([{ status: 'failed', reason: 'locks-out' }]);
    expect(mine.writes()).toEqual([]);
  });
});

describe('applying fixes', () => {
  const two = {
    groups: { one: {}, two: { attach: ['aws:ReadOnlyAccess'] } },
    users: { ann: {} },
  };

  it('leaves alone what changed since, and does the rest', async () => {
    const { plan, apply, fixPort, writes } = openFixAccount(two);
    const planned = await plan(['group-empty']);
    // Somebody joins group two in between.
    const joined: FixPort = {
      ...fixPort,
      read: async (target) =>
        target.kind === 'group' && target.name === 'two'
          ? { members: ['ann'] }
          : fixPort.read(target),
    };
    const { results, complete } = await apply(planned, { fixPort: joined });
    expect(complete).toBe(false);
    expect(results.map(({ status, reason }) => [status, reason])).toEqual([
      ['done', undefined],
      ['failed', 'changed'],
      ['skipped', undefined],
    ]);
    expect(writes()).toEqual(['iam:DeleteGroup']);
  });

  it('goes on where it was killed', async () => {
    const { plan, apply, fixPort, writes } = openFixAccount(two);
    const planned = await plan(['group-empty']);
    let calls = 0;
    const dying: FixPort = {
      ...fixPort,
      perform: async (call) => {
        calls += 1;
        if (calls > 2) throw new Error('killed');
        await fixPort.perform(call);
      },
    };
    await expect(apply(planned, { fixPort: dying })).rejects.toThrow('killed');
    const { results } = await apply(planned);
    expect(results.map(({ status }) => status)).toEqual(['already', 'already', 'done']);
    expect(writes()).toEqual(['iam:DeleteGroup', 'iam:DetachGroupPolicy', 'iam:DeleteGroup']);
  });

  it('goes on past what AWS refuses', async () => {
    const { plan, apply, sandbox } = openFixAccount(two);
    const planned = await plan(['group-empty']);
    sandbox.faults.deny = ['iam:DetachGroupPolicy'];
    const { results } = await apply(planned);
    expect(results.map(({ status, reason }) => [status, reason])).toEqual([
      ['done', undefined],
      ['failed', 'aws'],
      ['skipped', undefined],
    ]);
  });

  it('takes nothing from a file that is no fix', async () => {
    const { plan, apply } = openFixAccount(two);
    const planned = await plan(['group-empty']);
    const [first] = planned.operations;
    if (first === undefined) throw new Error('nothing planned');
    const call = {
      action: 'iam:DeleteGroup',
      input: { GroupName: 'another' },
    } as const;
    await expect(apply({ ...planned, operations: [{ ...first, call }] })).rejects.toMatchObject({
      code: 'PLAN_INVALID',
    });
  });
});
