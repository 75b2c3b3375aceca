import { describe, expect, it } from 'vitest';
import {
  aGroup,
  anAwsPolicy,
  aPolicy,
  aRole,
  arnOf,
  attach,
  aUser,
} from '../checks/testing/snapshot.fixture.ts';
import { outline, planOf } from './testing/plan.fixture.ts';

const ec2Trust = aRole({ name: 'any' }).trust;
const trust = JSON.stringify(ec2Trust);
const web = (more = '') => `roles: {web: {trust: ${trust}, path: /, adopt: true${more}}}\n`;
const url = 'oidc.example.com';
const provider = {
  arn: `arn:aws:iam::111122223333:oidc-provider/${url}`,
  url,
  clientIds: ['a'],
  thumbprints: [],
  tags: {},
};
const profile = { name: 'web', arn: arnOf('instance-profile', 'web'), path: '/', roles: ['web'] };
const reader = aPolicy({ name: 'reader' });
const readerText = (more = '') =>
  `policies: {reader: {document: ${JSON.stringify(reader.document)}, path: /, adopt: true${more}}}\n`;
const readerSettings = { [reader.arn]: { description: 'Reads.', tags: {} } };
const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';

describe('what is there and belongs to nobody', () => {
  it.each([
    ['a role', web(), { roles: [aRole({ name: 'web' })] }, 'adopt role/web: TagRole'],
    [
      'a policy',
      readerText(),
      { policies: [reader], policySettings: readerSettings },
      'adopt policy/reader: TagPolicy',
    ],
    [
      'a user, mark first, then what differs',
      'users: {ci: {path: /, tags: {team: a}, adopt: true}}\n',
      { users: [aUser({ name: 'ci', tags: { team: 'b' } })] },
      'adopt user/ci: TagUser TagUser',
    ],
    [
      'a group elsewhere, which carries no mark',
      'groups: {people: {path: /, managedPolicies: [ReadOnlyAccess], adopt: true}}\n',
      { groups: [aGroup({ name: 'people' })] },
      'adopt group/people: AttachGroupPolicy',
    ],
    [
      'a provider',
      `oidcProviders: {${url}: {clientIds: [a, b], adopt: true}}\n`,
      { oidcProviders: [provider] },
      `adopt oidc-provider/${url}: TagOpenIDConnectProvider AddClientIDToOpenIDConnectProvider`,
    ],
    [
      'an instance profile',
      'instanceProfiles: {web: {role: web, path: /, adopt: true}}\n',
      { roles: [aRole({ name: 'web' })], instanceProfiles: [profile] },
      'adopt instance-profile/web: TagInstanceProfile',
    ],
    [
      'what others attached, exclusively',
      web(),
      { roles: [aRole({ name: 'web', attachedPolicies: [{ name: 'x', arn: admin }] })] },
      'adopt role/web: TagRole DetachRolePolicy',
    ],
    [
      'but for what others attached, where they may',
      web(', exclusive: false'),
      { roles: [aRole({ name: 'web', attachedPolicies: [{ name: 'x', arn: admin }] })] },
      'adopt role/web: TagRole',
    ],
  ])('is taken over: %s', async (_name, text, parts, expected) => {
    const plan = await planOf(text, parts);
    expect(plan.conflicts).toEqual([]);
    expect(outline(plan)).toEqual([expected]);
  });

  it('is shown whole, as it is and as it will be', async () => {
    const role = aRole({
      name: 'web',
      attachedPolicies: [{ name: 'AdministratorAccess', arn: admin }],
      inlinePolicies: [{ name: 'own', document: reader.document }],
      permissionsBoundary: reader.arn,
      tags: { team: 'a', cost: '1' },
    });
    const text = web(`, exclusive: false, maxSessionDuration: 7200, tags: {team: b}`);
    const { changes } = await planOf(text, { roles: [role], policies: [reader] });
    const staying = {
      path: '/',
      trust: ec2Trust,
      permissionsBoundary: reader.arn,
      [`managedPolicies/${admin}`]: admin,
      'inlinePolicies/own': reader.document,
    };
    expect(changes).toMatchObject([
      {
        adopted: {
          before: {
            ...staying,
            settings: { description: '', maxSessionDuration: 3600 },
            tags: { team: 'a', cost: '1' },
          },
          after: {
            ...staying,
            settings: { description: '', maxSessionDuration: 7200 },
            tags: { team: 'b', 'rolecall:owner': 'platform', 'rolecall:resource': 'role/web' },
          },
        },
      },
    ]);
    expect(changes[0]?.adopted?.after.tags).not.toHaveProperty('cost');
  });

  it('has another id for its mark once anything of it is another, but for tags of others', async () => {
    const idOf = async (role: Partial<ReturnType<typeof aRole>>) => {
      const text = web(', exclusive: false');
      const options = { ignoreTags: ['cost-*'] };
      const plan = await planOf(text, { roles: [aRole({ name: 'web', ...role })] }, options);
      return plan.changes[0]?.operations[0]?.id;
    };
    const id = await idOf({});
    expect(await idOf({ tags: { 'cost-center': '1', 'aws:x': 'y' } })).toBe(id);
    expect(await idOf({ attachedPolicies: [{ name: 'x', arn: admin }] })).not.toBe(id);
  });

  it('is nothing any more once it is taken over', async () => {
    const tags = { 'rolecall:owner': 'platform', 'rolecall:resource': 'role/web' };
    const plan = await planOf(web(), { roles: [aRole({ name: 'web', tags })] });
    expect(plan).toMatchObject({ changes: [], conflicts: [] });
  });

  it('is made where it is not there', async () => {
    expect(outline(await planOf(web()))).toEqual(['create role/web: CreateRole']);
  });
});

describe('what may not be taken over', () => {
  const role = (name: string, more: Partial<ReturnType<typeof aRole>> = {}) => ({
    roles: [aRole({ name, ...more })],
  });
  const named = (name: string, path = '/') =>
    `roles: {${name}: {trust: ${trust}, path: ${path}, adopt: true}}\n`;

  it.each([
    ['of another path', web(), role('web', { path: '/a/' }), '"path: /a/"'],
    ['in another spelling', web(), role('Web'), '"Web"'],
    [
      'of another scope',
      web(),
      role('web', { tags: { 'Rolecall:Owner': 'data' } }),
      'another name',
    ],
    [
      'under the path of another scope',
      named('web', '/rolecall/data/x/'),
      role('web', { path: '/rolecall/data/x/' }),
      'another name',
    ],
    [
      "of Rolecall's own",
      named('web', '/rolecall-core/'),
      role('web', { path: '/rolecall-core/' }),
      'another name',
    ],
    ['of Control Tower', named('AWSControlTowerAdmin'), role('AWSControlTowerAdmin'), 'there'],
    ['of StackSets', named('stacksets-exec-1'), role('stacksets-exec-1'), 'there'],
    ['of a stack', web(), role('web', { tags: { 'aws:cloudformation:stack-id': 'x' } }), 'there'],
    [
      'a group of another scope',
      'groups: {people: {path: /rolecall/data/, adopt: true}}\n',
      { groups: [aGroup({ name: 'people', path: '/rolecall/data/' })] },
      'another name',
    ],
    [
      'a policy with another description',
      readerText(', description: Other.'),
      { policies: [reader], policySettings: readerSettings },
      '"description: Reads."',
    ],
    [
      'who is under quarantine',
      web(),
      role('web', {
        attachedPolicies: attach(anAwsPolicy({ name: 'AWSCompromisedKeyQuarantineV3' })),
      }),
      'Rotate',
    ],
  ])('%s is a conflict', async (_name, text, parts, hint) => {
    const plan = await planOf(text, parts);
    expect(plan.changes).toEqual([]);
    expect(plan.conflicts).toMatchObject([{ hint: expect.stringContaining(hint) }]);
  });

  it('is never made anew once it was taken over', async () => {
    const tags = { 'rolecall:owner': 'platform', 'rolecall:resource': 'policy/reader' };
    const plan = await planOf(readerText(', description: Other.'), {
      policies: [reader],
      policySettings: { [reader.arn]: { description: 'Reads.', tags } },
    });
    expect(plan).toMatchObject({ changes: [], conflicts: [{ resource: 'policy/reader' }] });
  });

  it('takes nothing from the caller', async () => {
    const bare = await planOf(named('audit'), role('audit'));
    expect(outline(bare)).toEqual(['adopt role/audit: TagRole']);
    const held = role('audit', { attachedPolicies: [{ name: 'x', arn: admin }] });
    expect((await planOf(named('audit'), held)).changes).toEqual([]);
  });
});

describe('a group that lies elsewhere', () => {
  const text = 'groups: {people: {path: /, adopt: true}}\n';
  const prune = { enabled: true, maxDeletes: 5 };

  it('gives an empty plan while it is as declared', async () => {
    const plan = await planOf(text, { groups: [aGroup({ name: 'people' })] });
    expect(plan).toMatchObject({ changes: [], conflicts: [], notes: [] });
  });

  it('is left alone once it is no longer declared', async () => {
    const other = 'groups: {others: {}}\n';
    const plan = await planOf(
      other,
      {
        groups: [
          aGroup({ name: 'people' }),
          aGroup({ name: 'others', path: '/rolecall/platform/' }),
        ],
        userCredentials: {},
      },
      { prune },
    );
    expect(plan.changes).toEqual([]);
  });

  it('lets go of a policy that is deleted after it', async () => {
    const own = { path: '/rolecall/platform/', name: 'reader' };
    const policy = aPolicy(own);
    const plan = await planOf(
      text,
      {
        groups: [aGroup({ name: 'people', attachedPolicies: attach(policy) })],
        policies: [policy],
        policySettings: { [policy.arn]: { tags: { 'rolecall:owner': 'platform' } } },
        userCredentials: {},
      },
      { prune },
    );
    expect(plan.conflicts).toEqual([]);
    expect(outline(plan)).toEqual([
      'adopt group/people: DetachGroupPolicy',
      'delete policy/reader: DetachGroupPolicy DeletePolicy',
    ]);
  });
});
