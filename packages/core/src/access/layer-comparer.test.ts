import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  allowAll,
  allowIam,
  allowRead,
  aPolicy,
  aRole,
  aSnapshot,
  attach,
  denyAll,
} from '../checks/testing/snapshot.fixture.ts';
import { compareSnapshots } from './compare-snapshots.ts';

const policies = [
  aPolicy({ name: 'read', document: allowRead }),
  aPolicy({ name: 'iam', document: allowIam }),
  aPolicy({ name: 'all', document: allowAll }),
  aPolicy({ name: 'stop', document: denyAll }),
  aPolicy({ name: 'broken', document: { Statement: [{ Effect: 'Allow', Resource: '*' }] } }),
];
const gone = 'arn:aws:iam::111122223333:policy/gone';

const documents = fc.constantFrom(allowRead, allowIam, allowAll, denyAll);
const held = fc.record({
  attached: fc.uniqueArray(fc.constantFrom(...policies), { maxLength: 3 }),
  isMissing: fc.boolean(),
  inline: fc.array(documents, { maxLength: 2 }),
  boundary: fc.option(fc.constantFrom(gone, ...policies.map(({ arn }) => arn))),
});
const names = ['a', 'b', 'c', 'd'];
const accounts = fc.array(fc.option(held), { minLength: names.length, maxLength: names.length });

it('says of each of several principals what it says of that one alone', () => {
  const check = fc.property(accounts, accounts, documents, (before, after, changed) => {
    const [old, next] = [rolesOf(before), rolesOf(after)];
    const [first, ...others] = policies;
    const wider = [...(first ? [{ ...first, document: changed }] : []), ...others];
    const together = compareSnapshots(accountOf(old, policies), accountOf(next, wider));
    const alone = names.flatMap((name) => {
      const only = (roles: typeof old) => roles.filter((role) => role.name === name);
      return compareSnapshots(
        structuredClone(accountOf(only(old), policies)),
        structuredClone(accountOf(only(next), wider)),
      );
    });
    expect(together).toEqual(alone);
    const unlisted = compareSnapshots(accountOf(old, policies), accountOf(next, wider), {
      lists: 'left out',
    });
    expect(unlisted).toEqual(together.map((each) => ({ ...each, diff: undefined })));
  });
  fc.assert(check, { seed: 20261121, numRuns: 60 });
});

type Held = Parameters<Parameters<typeof held.map>[0]>[0];

function rolesOf(account: readonly (Held | null)[]) {
  return account.flatMap((each, index) => {
    const name = names[index];
    if (each === null || name === undefined) return [];
    const { attached, isMissing, inline, boundary } = each;
    return [
      aRole({
        name,
        attachedPolicies: [
          ...attach(...attached),
          ...(isMissing ? [{ name: 'gone', arn: gone }] : []),
        ],
        inlinePolicies: inline.map((document, at) => ({ name: `inline-${at}`, document })),
        ...(boundary === null ? {} : { permissionsBoundary: boundary }),
      }),
    ];
  });
}

function accountOf(roles: ReturnType<typeof rolesOf>, held: typeof policies) {
  return aSnapshot({ users: [], groups: [], roles, policies: held });
}
