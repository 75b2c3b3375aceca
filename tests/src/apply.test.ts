import { createAccountPort, createClients } from '@rolecall/aws';
import { type ApplyEvent, type Plan, RolecallError, readReviewedPlan } from '@rolecall/core';
import { parseScenario } from '@rolecall/sandbox';
import { describe, expect, it } from 'vitest';
import { account, openAccount, type TestAccount } from './testing/account.fixture.ts';

const trust = (principal: object) => ({
  Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
});
const ec2 = trust({ Service: 'ec2.amazonaws.com' });
const read = { Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }] };
const write = { Statement: [{ Effect: 'Allow', Action: 's3:Put*', Resource: '*' }] };

function manifest(sections: object): string {
  return JSON.stringify({ version: 1, scope: 'platform', account, ...sections });
}

const web = manifest({ roles: { web: { trust: ec2, managedPolicies: ['ReadOnlyAccess'] } } });

function reviewed(plan: Plan) {
  return readReviewedPlan(JSON.parse(JSON.stringify(plan)), 'plan.json');
}

async function statuses(opened: TestAccount, text: string, options = {}) {
  const applied = await opened.apply(text, options);
  if (applied.kind !== 'applied') return applied.kind;
  return applied.report.results.map(
    ({ action, status }) => `${action.replace('iam:', '')} ${status}`,
  );
}

function iamOf({ sandbox, clock }: TestAccount) {
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    requestHandler: sandbox.requestHandler,
  });
  return createAccountPort(clients, clock);
}

describe('a reviewed plan', () => {
  it('is carried out', async () => {
    const opened = openAccount();
    const plan = reviewed(await opened.plan(web));
    expect(await statuses(opened, web, { reviewed: plan })).toEqual([
      'CreateRole done',
      'AttachRolePolicy done',
    ]);
  });

  it('is carried out to its end after it was cut off', async () => {
    const opened = openAccount();
    const plan = reviewed(await opened.plan(web));
    opened.sandbox.faults.deny = ['iam:AttachRolePolicy'];
    expect(await statuses(opened, web, { reviewed: plan })).toEqual([
      'CreateRole done',
      'AttachRolePolicy failed',
    ]);
    opened.sandbox.faults.deny = [];
    expect(await statuses(opened, web, { reviewed: plan })).toEqual(['AttachRolePolicy done']);
    expect(await statuses(opened, web, { reviewed: plan })).toBe('nothing-to-do');
  });

  it('stops what was not in it', async () => {
    const opened = openAccount();
    const plan = reviewed(await opened.plan(web));
    const more = manifest({
      roles: { web: { trust: ec2, managedPolicies: ['AdministratorAccess'] } },
    });
    const writes = opened.writes().length;
    await expect(opened.apply(more, { reviewed: plan })).rejects.toMatchObject({
      code: 'PLAN_CHANGED',
      details: {
        diagnostics: [
          {
            message:
              'iam:AttachRolePolicy on role/web (managedPolicies/arn:aws:iam::aws:policy/AdministratorAccess) was not reviewed.',
          },
        ],
      },
    });
    expect(opened.writes()).toHaveLength(writes);
  });

  it('stops where the account moved since', async () => {
    const opened = openAccount();
    await opened.apply(web);
    const changed = manifest({
      roles: { web: { trust: trust({ Service: 'ecs.amazonaws.com' }) } },
    });
    const plan = reviewed(await opened.plan(changed));
    await iamOf(opened).perform({
      action: 'iam:UpdateAssumeRolePolicy',
      input: { RoleName: 'web', PolicyDocument: JSON.stringify(trust({ AWS: '444455556666' })) },
    });
    await expect(opened.apply(changed, { reviewed: plan })).rejects.toMatchObject({
      code: 'PLAN_CHANGED',
    });
  });

  it('is refused when its file was changed', async () => {
    const plan: unknown = JSON.parse(
      JSON.stringify(await openAccount().plan(web)).replace(
        'ReadOnlyAccess',
        'AdministratorAccess',
      ),
    );
    expect(() => readReviewedPlan(plan, 'plan.json')).toThrow(
      expect.objectContaining({ code: 'PLAN_INVALID' }),
    );
    expect(() => readReviewedPlan({}, 'plan.json')).toThrow(RolecallError);
  });
});

describe('just before a write', () => {
  it('the resource is compared again, and left alone when it moved', async () => {
    const opened = openAccount();
    await opened.apply(web);
    const port = iamOf(opened);
    const results = await statuses(
      opened,
      manifest({ roles: { web: { trust: ec2, description: 'New' } } }),
      {
        confirm: async () => {
          await port.perform({
            action: 'iam:AttachRolePolicy',
            input: { RoleName: 'web', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
          });
          return true;
        },
      },
    );
    expect(results).toEqual(['DetachRolePolicy failed', 'UpdateRole skipped']);
  });

  it('what somebody else has done already is left out', async () => {
    const opened = openAccount();
    await opened.apply(web);
    const port = iamOf(opened);
    const results = await statuses(
      opened,
      manifest({ roles: { web: { trust: ec2, description: 'New' } } }),
      {
        confirm: async () => {
          const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
          await port.perform({
            action: 'iam:DetachRolePolicy',
            input: { RoleName: 'web', PolicyArn },
          });
          return true;
        },
      },
    );
    expect(results).toEqual(['DetachRolePolicy already', 'UpdateRole done']);
  });

  it('a role that appeared under the name is not ours to change', async () => {
    const opened = openAccount();
    const port = iamOf(opened);
    const input = {
      RoleName: 'web',
      Path: '/',
      AssumeRolePolicyDocument: JSON.stringify(ec2),
      MaxSessionDuration: 3600,
      Tags: [],
    };
    const hold = { Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] };
    const guarded = { trust: ec2, managedPolicies: ['ReadOnlyAccess'], inlinePolicies: { hold } };
    const results = await statuses(opened, manifest({ roles: { web: guarded } }), {
      confirm: async () => {
        await port.perform({ action: 'iam:CreateRole', input });
        return true;
      },
    });
    expect(results).toEqual([
      'CreateRole failed',
      'PutRolePolicy skipped',
      'AttachRolePolicy skipped',
    ]);
  });
});

describe('what AWS has not caught up with', () => {
  const text = manifest({
    users: { ci: {} },
    roles: { deploy: { trust: trust({ AWS: '{{arn:user/ci}}' }) } },
  });

  it('is tried again while a principal of this run is invisible', async () => {
    const opened = openAccount({ faults: { propagationMs: 20_000 } });
    const events: ApplyEvent[] = [];
    const results = await statuses(opened, text, {
      onEvent: (event: ApplyEvent) => events.push(event),
    });
    expect(results).toEqual(['CreateUser done', 'CreateRole done']);
    expect(events.filter(({ kind }) => kind === 'retry').length).toBeGreaterThan(0);
    expect(opened.clock.slept()).toBeGreaterThanOrEqual(20_000);
  });

  it('is given up after two minutes', async () => {
    const opened = openAccount({ faults: { propagationMs: 600_000 } });
    expect(await statuses(opened, text)).toEqual(['CreateUser done', 'CreateRole failed']);
    expect(opened.clock.slept()).toBeLessThan(200_000);
  });

  it.each([
    ['MalformedPolicyDocument', 'This policy contains invalid Json'],
    [
      'MalformedPolicyDocument',
      'Invalid principal in policy: "AWS":"arn:aws:iam::444455556666:root"',
    ],
    ['LimitExceeded', 'Cannot exceed quota for RolesPerAccount: 1000'],
    ['AccessDenied', 'User is not authorized to perform: iam:CreateRole'],
  ])('%s is not tried again: %s', async (code, message) => {
    const failing = { action: 'iam:CreateRole', code, status: 400, message, times: 99 };
    const opened = openAccount({ faults: { failCalls: [failing] } });
    expect(await statuses(opened, text)).toEqual(['CreateUser done', 'CreateRole failed']);
    expect(opened.writes()).toEqual(['iam:CreateUser', 'iam:CreateRole']);
  });

  it.each([
    ['ConcurrentModification', 409],
    ['Throttling', 400],
  ])('%s is tried again', async (code, status) => {
    const failing = { action: 'iam:CreateRole', code, status, message: 'later', times: 2 };
    const opened = openAccount({ faults: { failCalls: [failing] } });
    expect(await statuses(opened, text)).toEqual(['CreateUser done', 'CreateRole done']);
  });
});

describe('a policy that changes', () => {
  const policy = (document: object) => manifest({ policies: { p: { document } } });

  it('gets a new default version, and never more than five', async () => {
    const opened = openAccount();
    const Statement = { Effect: 'Allow', Action: 's3:Put*', Resource: '*' };
    const numbered = (round: number) => ({
      Version: '2012-10-17',
      Statement: { ...Statement, Resource: `arn:aws:s3:::bucket-${round}` },
    });
    for (let round = 1; round < 8; round++) await opened.apply(policy(numbered(round)));
    await opened.apply(policy(write));
    const arn = `arn:aws:iam::${account}:policy/rolecall/platform/p`;
    const live = await iamOf(opened).readResource({ type: 'policy', name: 'p', arn });
    expect(live).toMatchObject({
      defaultVersionId: 'v8',
      document: write,
      versions: [{ id: 'v8' }, { id: 'v7' }, { id: 'v6' }, { id: 'v5' }, { id: 'v4' }],
    });
  });

  it('goes back to a version that says the same, and makes no other', async () => {
    const opened = openAccount();
    for (const document of [read, write, read]) await opened.apply(policy(document));
    const arn = `arn:aws:iam::${account}:policy/rolecall/platform/p`;
    const live = await iamOf(opened).readResource({ type: 'policy', name: 'p', arn });
    expect(live).toMatchObject({ defaultVersionId: 'v1', versions: [{ id: 'v2' }, { id: 'v1' }] });
    expect(opened.writes().at(-1)).toBe('iam:SetDefaultPolicyVersion');
  });
});

describe('failures', () => {
  it('leave what is independent of them to be done', async () => {
    const opened = openAccount({ faults: { deny: ['iam:CreateUser'] } });
    const text = manifest({
      users: { ci: {} },
      roles: { deploy: { trust: trust({ AWS: '{{arn:user/ci}}' }) }, web: { trust: ec2 } },
    });
    const applied = await opened.apply(text);
    expect(applied).toMatchObject({ report: { complete: false, interrupted: false } });
    expect(await statuses(opened, text)).toEqual(['CreateUser failed', 'CreateRole skipped']);
  });

  it('are told before anything is written, where the simulator knows them', async () => {
    const opened = openAccount({ faults: { deny: ['iam:AttachRolePolicy'] } });
    await expect(opened.apply(web, { skipPreflight: false })).rejects.toMatchObject({
      code: 'ACCESS_DENIED',
      details: {
        diagnostics: [{ message: expect.stringContaining('iam:AttachRolePolicy') }],
      },
    });
    expect(opened.writes()).toEqual([]);
  });

  it('of the simulator itself are a warning', async () => {
    const opened = openAccount({ faults: { deny: ['iam:SimulatePrincipalPolicy'] } });
    const events: ApplyEvent[] = [];
    await opened.apply(web, { skipPreflight: false, onEvent: (event) => events.push(event) });
    expect(events).toContainEqual({
      kind: 'warning',
      message: expect.stringContaining('could not be asked'),
    });
  });

  it('an answer that got lost does not make a role twice', async () => {
    const opened = openAccount();
    const port = iamOf(opened);
    const results = await statuses(opened, web, {
      confirm: async () => {
        const plan = await opened.plan(web);
        const create = plan.changes[0]?.operations[0];
        if (create) await port.perform(create);
        return true;
      },
    });
    expect(results).toEqual(['CreateRole already', 'AttachRolePolicy done']);
  });
});

describe('taking access away', () => {
  const admin = 'AdministratorAccess';
  const role = (members: object) => manifest({ roles: { web: { trust: ec2, ...members } } });

  it('goes on where giving it fails', async () => {
    const opened = openAccount();
    await opened.apply(role({ managedPolicies: [admin] }));
    opened.sandbox.faults.deny = ['iam:AttachRolePolicy'];
    const text = role({ managedPolicies: ['ReadOnlyAccess'] });
    expect(await statuses(opened, text)).toEqual([
      'DetachRolePolicy done',
      'AttachRolePolicy failed',
    ]);
  });

  it('goes on where what is given instead could not be made', async () => {
    const opened = openAccount();
    await opened.apply(role({ managedPolicies: [admin] }));
    opened.sandbox.faults.deny = ['iam:CreatePolicy'];
    const text = manifest({
      policies: { p: { document: read } },
      roles: { web: { trust: ec2, managedPolicies: ['p'] } },
    });
    expect(await statuses(opened, text)).toEqual([
      'CreatePolicy failed',
      'DetachRolePolicy done',
      'AttachRolePolicy skipped',
    ]);
  });

  it('goes on where one of several cannot be taken', async () => {
    const opened = openAccount();
    await opened.apply(role({ managedPolicies: [admin], inlinePolicies: { own: read } }));
    opened.sandbox.faults.deny = ['iam:DetachRolePolicy'];
    expect(await statuses(opened, role({ description: 'New' }))).toEqual([
      'DetachRolePolicy failed',
      'DeleteRolePolicy done',
      'UpdateRole skipped',
    ]);
  });

  it('goes on where a role cannot be deleted whole', async () => {
    const opened = openAccount();
    await opened.apply(role({ managedPolicies: [admin], inlinePolicies: { own: read } }));
    opened.sandbox.faults.deny = ['iam:DetachRolePolicy'];
    const prune = { enabled: true, maxDeletes: 5 };
    expect(await statuses(opened, manifest({ groups: { keep: {} }, prune }))).toEqual([
      'CreateGroup done',
      'DetachRolePolicy failed',
      'DeleteRolePolicy done',
      'DeleteRole skipped',
    ]);
  });

  it('makes room where a quota is full', async () => {
    const opened = openAccount();
    const nine = Array.from({ length: 9 }, (_, index) => `p${index}`);
    const policies = Object.fromEntries(nine.map((name) => [name, { document: read }]));
    const having = (last: string) =>
      manifest({ policies, roles: { web: { trust: ec2, managedPolicies: [...nine, last] } } });
    await opened.apply(having(admin));
    expect(await statuses(opened, having('job-function/ViewOnlyAccess'))).toEqual([
      'DetachRolePolicy done',
      'AttachRolePolicy done',
    ]);
  });

  it('never leaves more than before or after would allow, wherever it is cut off', async () => {
    const before = role({ managedPolicies: [admin], permissionsBoundary: 'ReadOnlyAccess' });
    const after = manifest({
      roles: {
        web: { trust: trust({ AWS: '444455556666' }), managedPolicies: ['ReadOnlyAccess'] },
      },
    });
    for (let writes = 0; writes < 5; writes++) {
      const opened = openAccount();
      await opened.apply(before);
      opened.sandbox.faults.stopAfterWrites = writes;
      await opened.apply(after).catch(() => undefined);
      opened.sandbox.faults.stopAfterWrites = undefined;
      const live = await iamOf(opened).readResource({ type: 'role', name: 'web', arn: '' });
      const text = JSON.stringify(live);
      const isOpen = text.includes('444455556666') && text.includes('policy/AdministratorAccess');
      expect({ writes, isOpen }).toEqual({ writes, isOpen: false });
    }
  });
});

describe('what changed hands', () => {
  it('is not deleted, though the plan said so', async () => {
    const opened = openAccount();
    await opened.apply(web);
    const port = iamOf(opened);
    const prune = { enabled: true, maxDeletes: 5 };
    const results = await statuses(opened, manifest({ groups: { keep: {} }, prune }), {
      confirm: async () => {
        const TagKeys = ['rolecall:owner', 'rolecall:resource'];
        await port.perform({ action: 'iam:UntagRole', input: { RoleName: 'web', TagKeys } });
        return true;
      },
    });
    expect(results).toEqual(['CreateGroup done', 'DetachRolePolicy failed', 'DeleteRole skipped']);
  });

  it('an alias that somebody set meanwhile stays', async () => {
    const opened = openAccount();
    const port = iamOf(opened);
    const results = await statuses(opened, manifest({ accountAlias: { alias: 'ours' } }), {
      confirm: async () => {
        const input = { AccountAlias: 'theirs' };
        await port.perform({ action: 'iam:CreateAccountAlias', input });
        return true;
      },
    });
    expect(results).toEqual(['CreateAccountAlias failed']);
  });
});

describe('policies that AWS manages', () => {
  const naming = (policy: string) =>
    manifest({ roles: { web: { trust: ec2, managedPolicies: [policy] } } });

  it('are looked up where our list does not know them, and must be there', async () => {
    const work = openAccount().plan(naming('arn:aws:iam::aws:policy/MadeUpAccess'));
    await expect(work).rejects.toMatchObject({
      details: { diagnostics: [{ message: expect.stringContaining('AWS has no managed policy') }] },
    });
  });

  it('are not taken for there where they could not be looked up', async () => {
    const opened = openAccount({ faults: { deny: ['iam:GetPolicy'] } });
    const work = opened.plan(naming('arn:aws:iam::aws:policy/MadeUpAccess'));
    await expect(work).rejects.toMatchObject({ code: 'ACCESS_DENIED' });
  });

  it('of another account cannot be attached', async () => {
    const work = openAccount().plan(naming('arn:aws:iam::444455556666:policy/theirs'));
    await expect(work).rejects.toMatchObject({ code: 'MANIFEST_INVALID' });
  });
});

describe('what AWS does not know', () => {
  const missing = {
    action: 'iam:AttachRolePolicy',
    code: 'NoSuchEntity',
    status: 404,
    message:
      'Policy arn:aws:iam::111122223333:policy/rolecall/platform/p does not exist or is not attachable.',
  };

  it('and was made in this run is tried again', async () => {
    const opened = openAccount();
    await opened.apply(web);
    opened.sandbox.faults.failCalls = [{ ...missing, times: 2 }];
    const text = manifest({
      policies: { p: { document: read } },
      roles: { web: { trust: ec2, managedPolicies: ['ReadOnlyAccess', 'p'] } },
    });
    expect(await statuses(opened, text)).toEqual(['CreatePolicy done', 'AttachRolePolicy done']);
  });

  it('and was not made in this run fails at once, and is not taken for done', async () => {
    const opened = openAccount({ faults: { failCalls: [{ ...missing, times: 1 }] } });
    expect(await statuses(opened, web)).toEqual(['CreateRole done', 'AttachRolePolicy failed']);
    expect(opened.clock.slept()).toBe(0);
  });
});

describe('a review', () => {
  it('of a role with its boundary is none of the role without', async () => {
    const opened = openAccount();
    await opened.apply(web);
    const bounded = {
      trust: ec2,
      managedPolicies: ['AdministratorAccess'],
      permissionsBoundary: 'ReadOnlyAccess',
    };
    const plan = reviewed(await opened.plan(manifest({ roles: { web: bounded } })));
    const { permissionsBoundary: _dropped, ...unbounded } = bounded;
    await expect(
      opened.apply(manifest({ roles: { web: unbounded } }), { reviewed: plan }),
    ).rejects.toMatchObject({ code: 'PLAN_CHANGED' });
  });

  it('binds what was shown: another text gives another plan id', async () => {
    const plan = await openAccount().plan(web);
    const forged = JSON.parse(
      JSON.stringify(plan).replaceAll('ec2.amazonaws.com', 'x.amazonaws.com'),
    );
    expect(() => readReviewedPlan(forged, 'plan.json')).toThrow(/changed after it was made/);
  });
});

describe('the wrong account', () => {
  it('is found out before anything of it is read', async () => {
    const opened = openAccount({ accountId: '444455556666' });
    await expect(opened.plan(web)).rejects.toMatchObject({ code: 'ACCOUNT_MISMATCH' });
    expect(opened.sandbox.calls.map(({ action }) => action)).toEqual(['sts:GetCallerIdentity']);
  });

  it("root's credentials are refused", async () => {
    const opened = openAccount({ caller: `arn:aws:iam::${account}:root` });
    await expect(opened.plan(web)).rejects.toMatchObject({ code: 'ROOT_CREDENTIALS' });
  });
});

describe('a replacement', () => {
  const deep = manifest({ roles: { web: { trust: ec2, path: '/rolecall/platform/deep/' } } });

  it('is not made unless it is allowed', async () => {
    const opened = openAccount();
    await opened.apply(web);
    await expect(opened.apply(deep, { allowReplace: false })).rejects.toMatchObject({
      code: 'REPLACE_REFUSED',
    });
    expect(await statuses(opened, deep)).toEqual([
      'DetachRolePolicy done',
      'DeleteRole done',
      'CreateRole done',
    ]);
  });
});

describe('a service closed to new customers', () => {
  it('is named in the plan, also where no role of the blueprint shows it', async () => {
    const opened = openAccount();
    const it = { use: 'proton-codebuild', includeRetired: true };
    const { notes } = await opened.plan(manifest({ blueprints: { it } }));
    expect(notes).toEqual([expect.stringContaining('AWS Proton, closed 2026-10-07')]);
  });

  const text = manifest({ blueprints: { it: { use: 'incident-manager' } } });
  const withRole = (createdDaysAgo: number) => {
    const roles = { 'ssm-incidents.amazonaws.com': { createdDaysAgo } };
    const scenario = parseScenario(JSON.stringify({ serviceLinkedRoles: roles }), 'customer');
    return openAccount({ scenario });
  };

  it('goes on in an account whose linked role is older than the closing', async () => {
    expect(await withRole(800).plan(text, false)).toMatchObject({ changes: [], conflicts: [] });
  });

  it('is refused where somebody made the linked role since', async () => {
    await expect(withRole(3).plan(text, false)).rejects.toMatchObject({ code: 'SERVICE_RETIRED' });
  });
});
