import { expect, it } from 'vitest';
import { RolecallError } from '../../model/errors.ts';
import { readGuardrails } from '../read-guardrails.ts';

const key = 'age1jea7ng4gymajaq2kd7tnnk723e26k6rhf7u0dntlf2h97sfgwuysz6g3pp';

/** Places of what is refused, each as `line:column`. */
function contradictionsIn(text: string): readonly string[] {
  try {
    readGuardrails('rolecall-guardrails.yaml', `version: 1\n${text}`);
    return [];
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    return (error.details.diagnostics ?? []).map(({ code, position, hint }) => {
      expect(code).toBe('GUARDRAILS_INVALID');
      expect(hint).toMatch(/\.$/);
      return `${position?.line}:${position?.column}`;
    });
  }
}

it.each([
  [
    'keys for some, and none for anybody',
    'credentials:\n  accessKeys: [user/robot]\n  maxAccessKeys: 0\n',
    '4:18',
  ],
  [
    'more recipients than there are',
    `credentials:\n  delivery:\n    recipients: [${key}]\n    minRecipients: 2\n`,
    '5:20',
  ],
  [
    'credentials that can go to nobody',
    'credentials:\n  passwords: [user/a]\n  delivery: { recipients: [], secretsManager: [] }\n',
    '4:13',
  ],
  [
    'a password of a user who is protected',
    'credentials:\n  passwords: [user/seal]\nprotected: [user/S*]\n',
    '3:15',
  ],
  [
    'a key at a path that is protected',
    'credentials:\n  accessKeys: [/robots/a/]\nprotected: [/robots/*]\n',
    '3:16',
  ],
  [
    'a password of a user who may not be called so',
    'credentials:\n  passwords: [seal]\nnames: { users: [app-*] }\n',
    '3:15',
  ],
  [
    'a password of a user who may not lie there',
    'credentials:\n  passwords: [/seal/]\npaths: { users: [/app/*] }\n',
    '3:15',
  ],
  ['a password of a role', 'credentials:\n  passwords: [role/app]\n', '3:15'],
  [
    'assignments in no account that may be',
    'assignments:\n  accounts: ["111122223333"]\n  allowed:\n    - { accounts: ["4444*"] }\n',
    '5:19',
  ],
  [
    'assignments of sets that may not be',
    'names: { permissionSets: [Team*] }\nassignments:\n  allowed:\n    - { permissionSets: [Admin] }\n',
    '5:25',
  ],
  [
    'assignments to users, and to groups only',
    'assignments:\n  groupsOnly: true\n  allowed:\n    - { users: [ada] }\n',
    '5:16',
  ],
  ['an assignment of nothing', 'assignments:\n  allowed:\n    - { permissionSets: [] }\n', '4:7'],
  ['an assignment to nobody', 'assignments:\n  allowed:\n    - { groups: [], users: [] }\n', '4:7'],
  [
    'an assignment of what is protected',
    'protected: [permission-set/Admin*]\nassignments:\n  allowed:\n    - { permissionSets: [Admin] }\n',
    '5:25',
  ],
  [
    'an assignment to who is protected',
    'protected: [identity-center-group/*]\nassignments:\n  allowed:\n    - { groups: [Ops] }\n',
    '5:17',
  ],
  [
    'members of what is protected',
    'membership:\n  - { groups: [group/ops], members: [ada] }\nprotected: [group/ops]\n',
    '3:16',
  ],
  [
    'two lists of members without one in both',
    'membership:\n  - { groups: [group/ops], members: [ada] }\n  - { groups: [group/Ops], members: [bob] }\n',
    '4:16',
  ],
  ['members of a user', 'membership:\n  - { groups: [user/ops], members: [ada] }\n', '3:16'],
  [
    'an analyzer that is required and may not be',
    'analyzers:\n  types: [ACCOUNT_UNUSED_ACCESS]\n  required: [eu-*]\n',
    '4:13',
  ],
  [
    'a contact that is required and may not be',
    'contacts:\n  emailDomains: []\n  required: [security]\n',
    '4:13',
  ],
  [
    'identity providers of which none may be',
    'samlProviders:\n  entityIds: []\n  signIn: ["https://a/*"]\n',
    '3:3',
  ],
  [
    'identity providers that may not be called anything',
    'samlProviders: { entityIds: ["https://a/*"] }\nnames: { samlProviders: [] }\n',
    '2:16',
  ],
  ['itself, in a scope that may not be', 'allowSelf: true\nscopes: [team-*]\n', '2:12'],
  [
    'names that are all protected',
    'names: { roles: [deploy, ops] }\nprotected: [role/*]\n',
    '2:17',
  ],
  ['paths that are all protected', 'paths: { roles: [/Ops/a/] }\nprotected: [/ops/*]\n', '2:17'],
])('refuses %s', (_, text, at) => {
  expect(contradictionsIn(text)).toEqual([at]);
});

it.each([
  ['keys of nobody, and at most one', 'credentials: { accessKeys: [], maxAccessKeys: 1 }'],
  ['keys for some, and one each', 'credentials: { accessKeys: [robot], maxAccessKeys: 1 }'],
  [
    'nothing delivered, and nobody given anything',
    'credentials: { passwords: [], accessKeys: [], delivery: { recipients: [], secretsManager: [] } }',
  ],
  ['Secrets Manager only', 'credentials: { passwords: [a], delivery: { recipients: [] } }'],
  [
    'a password of one who is named',
    'credentials: { passwords: [user/seal-*] }\nnames: { users: [seal-a] }',
  ],
  [
    'a role called alike that is protected',
    'credentials: { passwords: [user/seal] }\nprotected: [role/seal]',
  ],
  [
    'one of many that is protected',
    'credentials: { passwords: [user/seal-*] }\nprotected: [user/seal-a]',
  ],
  [
    'assignments that meet',
    'assignments: { accounts: ["1111*"], allowed: [{ accounts: ["*3333"] }] }',
  ],
  [
    'users beside groups',
    'assignments: { groupsOnly: true, allowed: [{ groups: [a], users: [b] }] }',
  ],
  [
    'a protected group of nobody',
    'membership: [{ groups: [group/ops], members: [] }]\nprotected: [group/ops]',
  ],
  [
    'two lists with one in both',
    'membership: [{ groups: [a], members: [b, c] }, { groups: [a], members: [c*] }]',
  ],
  ['a required analyzer that may be', 'analyzers: { types: [ORGANIZATION], required: [eu-*] }'],
  ['no identity provider', 'samlProviders: { entityIds: [] }'],
  ['itself, in its scope', 'allowSelf: true\nscopes: [rolecall-*]'],
  ['itself, protected by name', 'allowSelf: true\nprotected: [rolecall-core-apply]'],
  ['no roles at all', 'names: { roles: [] }\nprotected: [role/*]'],
  ['one name that is protected', 'names: { roles: [app-*, ops] }\nprotected: [role/ops]'],
])('takes %s', (_, text) => {
  expect(contradictionsIn(text)).toEqual([]);
});
