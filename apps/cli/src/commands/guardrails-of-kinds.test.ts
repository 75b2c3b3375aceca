import { createSandbox, parseScenario } from '@rolecall/sandbox';
import { describe, expect, it } from 'vitest';
import { errorOf, folderOf, inPlaceOfAws, run, runJson } from '../testing/run.fixture.ts';

const now = () => new Date('2026-11-21T10:00:00Z');
const key = 'age1jea7ng4gymajaq2kd7tnnk723e26k6rhf7u0dntlf2h97sfgwuysz6g3pp';
const delivery = { recipients: [key] };
const contact = { name: 'Team', title: 'Team', email: 'team@example.com', phone: '+1 555 0100' };
const person = { givenName: 'Ada', familyName: 'Lovelace', email: 'ada@example.com' };
const everything = { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
const format =
  '<NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</NameIDFormat>';
const metadata = `<EntityDescriptor entityID="https://idp.example.com"><IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${format.repeat(12)}<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/></IDPSSODescriptor></EntityDescriptor>`;
const marked = { 'rolecall:owner': 'platform', 'rolecall:resource': 'analyzer/us-east-1/old' };

const scenario = {
  organization: { id: 'o-a1b2c3d4e5', accounts: { '444455556666': { name: 'other' } } },
  regions: ['us-east-1'],
  identityCenter: { region: 'us-east-1' },
  groups: { admins: {} },
  analyzers: [{ name: 'old', region: 'us-east-1', tags: marked }],
};

/** A rule, guardrails that hold, guardrails that are broken, what is declared. */
const cases: readonly (readonly [string, object, object, object])[] = [
  [
    'passwords',
    { credentials: { passwords: ['user/ada'] } },
    { credentials: { passwords: [] } },
    { users: { ada: { login: {}, delivery } } },
  ],
  [
    'access-keys',
    { credentials: { accessKeys: ['user/ada'], maxAccessKeys: 1 } },
    { credentials: { accessKeys: ['user/robot-*'] } },
    { users: { ada: { accessKeys: { count: 1 }, delivery } } },
  ],
  [
    'password-reset',
    { credentials: { passwordReset: { except: ['user/ada'] } } },
    { credentials: { passwordReset: {} } },
    { users: { ada: { login: { passwordReset: false }, delivery } } },
  ],
  [
    'delivery',
    { credentials: { delivery: { recipients: [key] } } },
    { credentials: { delivery: { recipients: [] } } },
    { users: { ada: { login: {}, delivery } } },
  ],
  [
    'without-mfa',
    { credentials: { withoutMfa: { actions: ['*'] } } },
    { credentials: { withoutMfa: { actions: [] } } },
    { users: { ada: { inlinePolicies: { all: everything } } } },
  ],
  [
    'saml',
    { samlProviders: { entityIds: ['https://idp.example.com'], minDaysLeft: 30 } },
    { samlProviders: { entityIds: ['https://other.example.com'] } },
    { samlProviders: { corp: { metadata } } },
  ],
  [
    'analyzer-types',
    { analyzers: { types: ['ACCOUNT_UNUSED_ACCESS'] } },
    { analyzers: { types: ['ACCOUNT'] } },
    { analyzers: { unused: { type: 'ACCOUNT_UNUSED_ACCESS', regions: ['us-east-1'] } } },
  ],
  [
    'required-analyzers',
    { analyzers: { required: ['eu-*'] } },
    { analyzers: { required: ['us-east-1'] } },
    { prune: { maxDeletes: 1 }, groups: { g: {} } },
  ],
  [
    'archive-rules',
    { analyzers: { archiveRules: { mayHidePublic: true } } },
    { analyzers: { archiveRules: {} } },
    {
      analyzers: {
        old: {
          regions: ['us-east-1'],
          archiveRules: { a: { filter: { resource: { eq: ['arn:aws:s3:::a'] } } } },
        },
      },
    },
  ],
  [
    'contacts',
    { contacts: { emailDomains: ['example.com'], required: ['billing'] } },
    { contacts: { required: ['security'] } },
    { alternateContacts: { billing: contact } },
  ],
  [
    'people',
    { people: { emailDomains: ['example.com'] } },
    { people: { emailDomains: ['example.net'] } },
    { identityCenter: { users: { ada: person } } },
  ],
  [
    'assignments',
    { assignments: { allowed: [{ groups: ['G'], permissionSets: ['P'] }] } },
    { assignments: { allowed: [{ groups: ['H'] }] } },
    {
      identityCenter: {
        permissionSets: { P: {} },
        groups: { G: {} },
        assignments: [{ permissionSet: 'P', group: 'G' }],
      },
    },
  ],
  [
    'membership',
    { membership: [{ groups: ['group/admins'], members: ['ada'] }] },
    { membership: [{ groups: ['group/Admins'], members: [] }] },
    { users: { ada: { groups: ['admins'] } } },
  ],
  [
    'boundary',
    { boundary: { permissionSets: { allowed: ['limit'], required: false } } },
    { boundary: { permissionSets: { allowed: ['limit'] } } },
    { identityCenter: { permissionSets: { P: {} } } },
  ],
  [
    'name',
    { names: { analyzers: ['out'] } },
    { names: { analyzers: ['in'] } },
    { analyzers: { out: { type: 'ORGANIZATION', regions: ['us-east-1'] } } },
  ],
];

describe.each(cases)('%s', (rule, holds, breaks, sections) => {
  async function start() {
    const sandbox = createSandbox({
      now,
      scenario: parseScenario(JSON.stringify(scenario), 'test.yaml'),
    });
    const about = { version: 1, scope: 'platform', account: '111122223333' };
    const cwd = await folderOf({
      'rolecall.yaml': JSON.stringify({ ...about, ...sections }),
      'holds.yaml': JSON.stringify({ version: 1, ...holds }),
      'breaks.yaml': JSON.stringify({ version: 1, ...breaks }),
    });
    return { sandbox, options: { cwd, aws: inPlaceOfAws(sandbox) } };
  }
  const applying = 'apply --yes --secrets-dir out --guardrails';

  it('is broken: nothing is written', async () => {
    const { sandbox, options } = await start();
    const before = JSON.stringify(sandbox.state());
    const planned = await runJson('plan --guardrails breaks.yaml', options);
    expect(planned.exitCode).toBe(1);
    const rules = planned.json.refusals.map((one: { rule: string }) => one.rule);
    expect([...new Set(rules)]).toEqual([rule]);
    expect(await errorOf(`${applying} breaks.yaml`, options)).toMatchObject({
      exitCode: 1,
      code: 'GUARDRAIL_REFUSED',
    });
    expect(JSON.stringify(sandbox.state())).toBe(before);
  });

  it('holds: the plan is carried out', async () => {
    const { sandbox, options } = await start();
    const before = JSON.stringify(sandbox.state());
    const planned = await runJson('plan --guardrails holds.yaml', options);
    expect(planned).toMatchObject({ exitCode: 2, json: { refusals: [] } });
    expect((await run(`${applying} holds.yaml`, options)).exitCode).toBe(0);
    expect(JSON.stringify(sandbox.state())).not.toBe(before);
  });
});

const noAda = { membership: [{ groups: ['/'], members: ['ada'] }] };
const hides = { filter: { isPublic: { eq: ['true'] } } };
const center = (sections: object) => ({ identityCenter: { users: { ada: person }, ...sections } });

/** What is there, by an earlier apply; guardrails; what is declared then; what refuses it. */
it.each<[string, object, object, object, string]>([
  [
    'a user who is renamed is another member',
    { users: { ada: { groups: ['admins'] } } },
    noAda,
    { users: { eve: { groups: ['admins'] } }, moved: [{ from: 'user/ada', to: 'user/eve' }] },
    'membership user/eve',
  ],
  [
    'a user who is renamed is given another password',
    { users: { seal: {} } },
    { credentials: { passwords: ['user/seal'] } },
    {
      users: { Seal2: { login: {}, delivery } },
      moved: [{ from: 'user/seal', to: 'user/Seal2' }],
    },
    'passwords user/Seal2',
  ],
  [
    'what is protected is not pruned',
    center({ groups: { G: {} } }),
    { protected: ['identity-center-group/g'] },
    { ...center({ groups: { Other: {} } }), prune: { maxDeletes: 2 } },
    'protected identity-center-group/G',
  ],
  [
    'an analyzer that is taken over hides nothing either',
    { groups: { g: {} } },
    { analyzers: { archiveRules: {} } },
    {
      analyzers: {
        nobodys: {
          type: 'ORGANIZATION',
          regions: ['us-east-1'],
          adopt: true,
          archiveRules: { hides },
        },
      },
    },
    'archive-rules analyzer/us-east-1/nobodys',
  ],
  [
    'an analyzer that is replaced is gone, if it finds something else',
    { groups: { g: {} } },
    { analyzers: { required: ['us-*'] } },
    { analyzers: { old: { type: 'ACCOUNT_UNUSED_ACCESS', regions: ['us-east-1'] } } },
    'required-analyzers analyzer/us-east-1/old',
  ],
])('no way round: %s', async (_, before, rules, after, refused) => {
  const nobodys = { name: 'nobodys', region: 'us-east-1', type: 'ORGANIZATION' };
  const given = { ...scenario, analyzers: [...scenario.analyzers, nobodys] };
  const analyzers = refused.startsWith('required') ? scenario.analyzers : given.analyzers;
  const text = JSON.stringify({ ...given, analyzers });
  const sandbox = createSandbox({ now, scenario: parseScenario(text, 'test.yaml') });
  const about = { version: 1, scope: 'platform', account: '111122223333' };
  const cwd = await folderOf({
    'rolecall.yaml': JSON.stringify({ ...about, ...before }),
    'after.yaml': JSON.stringify({ ...about, ...after }),
    'rules.yaml': JSON.stringify({ version: 1, ...rules }),
  });
  const options = { cwd, aws: inPlaceOfAws(sandbox) };
  expect((await run('apply --yes', options)).exitCode).toBe(0);
  const there = JSON.stringify(sandbox.state());
  const planned = await runJson('plan -f after.yaml --guardrails rules.yaml', options);
  expect(
    planned.json.refusals.map(
      (one: { rule: string; address: string }) => `${one.rule} ${one.address}`,
    ),
  ).toEqual([refused]);
  const applying = 'apply -f after.yaml --yes --secrets-dir out --allow-replace';
  expect(await errorOf(`${applying} --guardrails rules.yaml`, options)).toMatchObject({
    code: 'GUARDRAIL_REFUSED',
  });
  expect(JSON.stringify(sandbox.state())).toBe(there);
});

it('rules that contradict one another are told with their line', async () => {
  const cwd = await folderOf({
    'rolecall.yaml': JSON.stringify({
      version: 1,
      scope: 'a',
      account: '111122223333',
      groups: {},
    }),
    'both.yaml': 'version: 1\ncredentials:\n  accessKeys: [user/robot]\n  maxAccessKeys: 0\n',
  });
  const error = await errorOf('plan --account sandbox:untouched --guardrails both.yaml', { cwd });
  expect(error).toMatchObject({
    exitCode: 1,
    code: 'GUARDRAILS_INVALID',
    diagnostics: [{ position: { file: 'both.yaml', line: 4, column: 18 } }],
  });
  expect(error.diagnostics[0].message).toMatch(/credentials\.accessKeys, line 3/);
});
