import { other } from './identity-center.fixture.ts';

const reading = (...Action: string[]) => ({
  Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
});
const ada = { givenName: 'Ada', familyName: 'Lovelace', email: 'ada@example.com' };
const grace = { givenName: 'Grace', familyName: 'Hopper' };

/** What is there of Identity Center before anybody declares it. */
export const centerThere = {
  region: 'eu-west-1',
  permissionSets: { Taken: { managed: ['aws:ReadOnlyAccess'] } },
  groups: { Taken: {} },
};

/** What `everyKind` declares of Identity Center. */
export const everyCenter = {
  before: {
    permissionSets: {
      Changed: {
        description: 'One.',
        managedPolicies: ['ReadOnlyAccess', 'SecurityAudit'],
        inlinePolicy: reading('s3:Get*'),
        tags: { team: 'blue' },
      },
      Gone: { managedPolicies: ['ReadOnlyAccess'] },
    },
    users: { ada },
    groups: { Team: { members: ['ada'] }, Leaving: { members: ['ada'] } },
    assignments: [
      { permissionSet: 'Changed', group: 'Team', accounts: ['self', other] },
      { permissionSet: 'Changed', user: 'ada' },
      { permissionSet: 'Gone', group: 'Leaving' },
    ],
  },
  after: {
    permissionSets: {
      Changed: {
        description: 'Another.',
        sessionDuration: 'PT2H',
        managedPolicies: ['ReadOnlyAccess', 'kept'],
        permissionsBoundary: 'PowerUserAccess',
        tags: { team: 'red' },
      },
      Made: {
        managedPolicies: ['ReadOnlyAccess'],
        inlinePolicy: reading('s3:List*'),
        tags: { team: 'red' },
      },
      Taken: { managedPolicies: ['ReadOnlyAccess', 'SecurityAudit'], adopt: true },
    },
    users: { ada: { ...ada, email: 'lovelace@example.com', adopt: true }, grace },
    groups: {
      Team: { members: ['grace'], description: 'Another.' },
      Made: { members: ['ada', 'grace'] },
      Taken: { members: ['ada'], adopt: true },
    },
    assignments: [
      { permissionSet: 'Changed', group: 'Team', accounts: ['self'] },
      { permissionSet: 'Changed', group: 'Made', accounts: ['self', other] },
      { permissionSet: 'Made', group: 'Made', accounts: ['self', other] },
      { permissionSet: 'Made', user: 'grace' },
    ],
  },
  foreign: {
    permissionSets: { Theirs: { managedPolicies: ['ReadOnlyAccess'] } },
    groups: { Theirs: {} },
    assignments: [{ permissionSet: 'Theirs', group: 'Theirs' }],
  },
};
