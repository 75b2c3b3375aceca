import { describe, expect, it } from 'vitest';
import { aUser, type KnownParts } from '../checks/testing/snapshot.fixture.ts';
import type { RolecallError } from '../model/errors.ts';
import { known, unknown } from '../model/part.ts';
import { accountWith, mark, planOf } from '../plan/testing/plan.fixture.ts';
import type { Denial, SimulationRequest } from './account-port.ts';
import { preflight } from './preflight.ts';

const path = '/rolecall/platform/';
const createdAt = '2026-01-01T00:00:00Z';
const credentials = {
  password: { createdAt, mustChange: false },
  accessKeys: [{ id: 'AKIA1', active: true, createdAt }],
};
const tags = (name: string) => ({
  ...mark(`user/${name}`),
  'rolecall:credentials': 'password access-keys',
});
const parts: KnownParts = {
  users: ['gone', 'stays'].map((name) => aUser({ name, path, tags: tags(name) })),
  userSignIns: { gone: credentials, stays: credentials },
  userCredentials: {
    gone: ['a console password', '1 access key'],
    stays: ['a console password', '1 access key'],
  },
};
/** One user goes with its credentials; of the other, which stays, a password ends. */
const text = 'users: {stays: {login: false}}\n';
const arnOf = (name: string) => `arn:aws:iam::111122223333:user${path}${name}`;

type Decision = Denial['decision'];
type Denied = readonly [action: string, user: string, decision?: Decision];

/** What comes of it, and what the simulator was asked. */
async function ask(denied: readonly Denied[]) {
  const plan = await planOf(text, parts, { prune: { enabled: true, maxDeletes: 5 } });
  const asked: SimulationRequest[] = [];
  const denials = denied.map(([action, name, decision = 'implicitDeny']) => ({
    action: `iam:${action}`,
    resource: arnOf(name),
    decision,
  }));
  const port = {
    simulate: async (_caller: unknown, requests: readonly SimulationRequest[]) => {
      asked.push(...requests);
      return known(denials);
    },
  };
  const planned = { plan, desired: [], snapshot: accountWith(parts) };
  const outcome = await preflight(planned, port).then(
    (warnings) => ({ warnings }),
    ({ code, details }: RolecallError) => ({ code, faults: details.diagnostics?.length }),
  );
  // A denial of what nobody asks for would prove nothing.
  for (const { action, resource } of denials)
    expect(asked.map((one) => `${one.action} ${one.resource}`)).toContain(`${action} ${resource}`);
  return outcome;
}

describe('a caller who may not', () => {
  it.each<[string, readonly Denied[]]>([
    ['end the password', [['DeleteLoginProfile', 'gone']]],
    ['end the password, by a deny', [['DeleteLoginProfile', 'gone', 'explicitDeny']]],
    ['put the key out of use', [['UpdateAccessKey', 'gone']]],
    [
      'end anything of it',
      [
        ['DeleteLoginProfile', 'gone'],
        ['UpdateAccessKey', 'gone'],
        ['DeleteAccessKey', 'gone'],
      ],
    ],
  ])('%s of a user that goes is warned, and goes on', async (_what, denied) => {
    const { warnings } = { warnings: [], ...(await ask(denied)) };
    expect(warnings).toHaveLength(denied.length);
    for (const [index, [action]] of denied.entries())
      expect(warnings[index]).toContain(`iam:${action} on ${arnOf('gone')}`);
  });

  it.each<[string, readonly Denied[], number]>([
    ['end the password of a user that stays', [['DeleteLoginProfile', 'stays']], 1],
    ['delete the user that goes', [['DeleteUser', 'gone']], 1],
    [
      'do the one and not the other, where the one is needed',
      [
        ['DeleteLoginProfile', 'gone'],
        ['DeleteLoginProfile', 'stays'],
      ],
      1,
    ],
    [
      'do either of two that are needed',
      [
        ['DeleteUser', 'gone', 'explicitDeny'],
        ['DeleteLoginProfile', 'stays', 'implicitDeny'],
      ],
      2,
    ],
  ])('%s is refused', async (_what, denied, faults) => {
    expect(await ask(denied)).toEqual({ code: 'ACCESS_DENIED', faults });
  });

  it.each<[string, readonly Denied[], number]>([
    ['only where a condition says so', [['DeleteUser', 'gone', 'undecided']], 1],
    [
      'with a credential that stays beside it',
      [
        ['DeleteAccessKey', 'gone'],
        ['DeleteUser', 'gone', 'undecided'],
        ['DeleteLoginProfile', 'stays', 'undecided'],
      ],
      2,
    ],
    ['and a credential of who goes is undecided', [['DeleteLoginProfile', 'gone', 'undecided']], 1],
  ])('perhaps do it (%s) is warned', async (_what, denied, warnings) => {
    expect(await ask(denied)).toMatchObject({ warnings: { length: warnings } });
  });

  it('is allowed all', async () => {
    expect(await ask([])).toEqual({ warnings: [] });
  });
});

it('goes on with a warning where the simulator cannot be asked', async () => {
  const plan = await planOf(text, parts);
  const reason = { code: 'ACCESS_DENIED', message: 'AWS denies iam:SimulatePrincipalPolicy.' };
  const port = { simulate: async () => unknown(reason) };
  const planned = { plan, desired: [], snapshot: accountWith(parts) };
  expect(await preflight(planned, port)).toEqual([expect.stringContaining(reason.message)]);
});

it('asks nothing where nothing is to be done', async () => {
  const plan = await planOf('groups: {}\n');
  const port = {
    simulate: async () => {
      throw new Error('was asked');
    },
  };
  expect(await preflight({ plan, desired: [], snapshot: accountWith() }, port)).toEqual([]);
});
