import { describe, expect, it } from 'vitest';
import { credentialsTag, pendingKeyTag } from '../model/sign-in.ts';
import type { Plan } from './plan.ts';
import { operationsOf } from './plan.ts';
import { mark, outline, planOf } from './testing/plan.fixture.ts';

const key = 'age1jea7ng4gymajaq2kd7tnnk723e26k6rhf7u0dntlf2h97sfgwuysz6g3pp';
const other = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg';
const createdAt = '2026-11-20T10:00:00Z';

const declared = (members: string) =>
  `delivery: { recipients: [${key}] }\nusers:\n  ada: { ${members} }\n`;

interface Live {
  readonly mustChange?: boolean;
  readonly keys?: readonly string[];
  readonly pending?: string;
  /** What the tag says that we made. */
  readonly made?: string;
}

function planFor(members: string, live?: Live): Promise<Plan> {
  const tags = {
    ...mark('user/ada'),
    ...(live?.made === undefined ? {} : { [credentialsTag]: live.made }),
    ...(live?.pending === undefined ? {} : { [pendingKeyTag]: live.pending }),
  };
  const user = {
    name: 'ada',
    arn: 'arn:aws:iam::111122223333:user/rolecall/platform/ada',
    id: 'AIDA1',
    path: '/rolecall/platform/',
    createdAt,
    attachedPolicies: [],
    inlinePolicies: [],
    groups: [],
    tags,
  };
  const password =
    live?.mustChange === undefined ? null : { createdAt, mustChange: live.mustChange };
  const accessKeys = (live?.keys ?? []).map((id) => ({ id, active: true, createdAt }));
  return planOf(declared(members), {
    users: live === undefined ? [] : [user],
    userSignIns: { ada: { password, accessKeys } },
  });
}

const callsOf = async (members: string, live?: Live) => {
  const plan = await planFor(members, live);
  return operationsOf(plan).map(({ action, facet }) => `${action.slice(4)} ${facet}`);
};

describe('a plan of passwords and keys', () => {
  it('makes them last, says to whom they go, and holds no secret', async () => {
    const plan = await planFor('login: {}, accessKeys: { count: 1 }');
    expect(outline(plan)).toEqual([
      'create user/ada: CreateUser CreateLoginProfile CreateAccessKey',
    ]);
    const [, login] = operationsOf(plan);
    expect(login).toMatchObject({
      input: { PasswordResetRequired: true, Delivery: { recipients: [key] } },
      after: { deliveredTo: [key] },
    });
    expect(JSON.stringify(plan)).not.toMatch(/"Password"|Secret/);
  });

  const cases: readonly [string, string, Live, readonly string[]][] = [
    ['says nothing of what is not declared', '', { mustChange: true, keys: ['A'] }, []],
    ['makes a password', 'login: {}', {}, ['TagUser tags', 'CreateLoginProfile login']],
    [
      'makes one, known for ours already',
      'login: {}',
      { made: 'password' },
      ['CreateLoginProfile login'],
    ],
    ['keeps saying that one is ours', '', { mustChange: false, made: 'password' }, []],
    [
      'says so no longer once it is taken away',
      'login: false',
      { mustChange: false, made: 'password' },
      ['UntagUser tags', 'DeleteLoginProfile login'],
    ],
    ['lets a password be that was changed', 'login: {}', { mustChange: false }, []],
    ['lets one be that is still to be', 'login: {}', { mustChange: true }, []],
    [
      'spares the change',
      'login: { passwordReset: false }',
      { mustChange: true },
      ['UpdateLoginProfile login/passwordReset'],
    ],
    ['takes it away', 'login: false', { mustChange: false }, ['DeleteLoginProfile login']],
    ['takes nothing away twice', 'login: false', {}, []],
    [
      'makes the second key',
      'accessKeys: { count: 2 }',
      { keys: ['A'] },
      ['TagUser tags', 'CreateAccessKey accessKeys/2'],
    ],
    ['lets a key be that is being rotated', 'accessKeys: { count: 1 }', { keys: ['A', 'B'] }, []],
    [
      'deletes all',
      'accessKeys: { count: 0 }',
      { keys: ['A', 'B'] },
      ['DeleteAccessKey accessKeys/A', 'DeleteAccessKey accessKeys/B'],
    ],
    [
      'settles a key in doubt while it makes one',
      'accessKeys: { count: 1 }',
      { keys: ['A'], pending: createdAt },
      ['TagUser tags', 'CreateAccessKey accessKeys/1'],
    ],
    [
      'settles a key in doubt beside the one there is',
      'accessKeys: { count: 1 }',
      { keys: ['A', 'B'], pending: `${createdAt} A` },
      ['DeleteAccessKey accessKeys/B'],
    ],
    [
      'lets a mark be that doubts nothing',
      'accessKeys: { count: 1 }',
      { keys: ['A'], pending: `${createdAt} A` },
      [],
    ],
  ];
  it.each(cases)('%s', async (_, members, live, calls) => {
    expect(await callsOf(members, live)).toEqual(calls);
  });

  it('is another plan where somebody else is to have it', async () => {
    const [mine, theirs] = await Promise.all([
      planFor('login: {}', {}),
      planFor(`login: {}, delivery: { recipients: [${other}] }`, {}),
    ]);
    expect(operationsOf(mine)[1]?.id).not.toBe(operationsOf(theirs)[1]?.id);
    expect(mine.planId).not.toBe(theirs.planId);
  });

  it('links to a declared role under its path', async () => {
    const plan = await planOf(
      `${declared('login: { switchRoles: [support, Theirs] }')}roles:
  support: { trust: { Statement: { Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole } } }
`,
      { userSignIns: {} },
    );
    const login = operationsOf(plan).find(({ facet }) => facet === 'login');
    expect(login?.input).toMatchObject({ SwitchRoles: ['rolecall/platform/support', 'Theirs'] });
  });

  it('is not made where passwords and keys could not be read', async () => {
    await expect(planOf(declared('login: {}'))).rejects.toMatchObject({ code: 'SNAPSHOT_INVALID' });
  });
});
