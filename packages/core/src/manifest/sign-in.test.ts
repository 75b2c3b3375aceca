import { describe, expect, it } from 'vitest';
import { desiredOf, faultsOf, manifestOf } from './testing/manifest.fixture.ts';

const key = 'age1jea7ng4gymajaq2kd7tnnk723e26k6rhf7u0dntlf2h97sfgwuysz6g3pp';

describe('passwords and keys in a manifest', () => {
  const wrong: readonly [string, string, string, RegExp][] = [
    [
      'no key',
      'delivery: { recipients: [jane@example.com] }\n',
      '4:26',
      /recipients\[?.?0.*no age key/,
    ],
    ['a mistyped key', `delivery: { recipients: [${key.slice(0, -1)}q] }\n`, '4:26', /checksum/],
    ['an SSH key', 'delivery: { recipients: ["ssh-ed25519 AAAA"] }\n', '4:26', /SSH/],
    ['nobody', 'delivery: { recipients: [] }\n', '4:25', /recipients/],
    [
      'both ways',
      `delivery: { recipients: [${key}], secretsManager: { name: a, region: eu-central-1 } }\n`,
      '4:91',
      /secretsManager/,
    ],
    ['no region', 'delivery: { secretsManager: { name: a } }\n', '4:29', /region/],
    [
      'a password',
      'users:\n  ada: { login: { password: hunter2 } }\n',
      '5:19',
      /no key "password"/,
    ],
    ['three keys', 'users:\n  ada: { accessKeys: { count: 3 } }\n', '5:31', /count/],
  ];
  it.each(wrong)('are refused with their place: %s', async (_, text, at, message) => {
    const [fault] = await faultsOf(manifestOf(text));
    expect(fault).toMatchObject({ at, message: expect.stringMatching(message) });
    expect(fault?.message).not.toContain('hunter2');
  });

  it('never shows a private key that was given for a public one', async () => {
    const [fault] = await faultsOf(
      manifestOf('delivery: { recipients: [AGE-SECRET-KEY-1LSQVQ73W87F] }\n'),
    );
    expect(fault?.message).toMatch(/private key/);
    expect(fault?.message).not.toContain('LSQVQ');
  });

  it('need somebody to deliver to', async () => {
    const faults = await faultsOf(
      desiredOf('users:\n  ada: { login: {} }\n  bob: { login: false }\n'),
    );
    expect(faults).toMatchObject([{ at: '5:3', message: expect.stringContaining('user/ada') }]);
  });

  it('go where the user says, or else the manifest', async () => {
    const desired = await desiredOf(`delivery: { recipients: [${key}] }
users:
  ada: { login: {} }
  bob: { accessKeys: { count: 1 }, delivery: { secretsManager: { name: a, region: eu-central-1 } } }
  eve: {}
`);
    expect(desired.map((one) => (one.type === 'user' ? one.delivery : null))).toEqual([
      { recipients: [key] },
      { secretsManager: { name: 'a', region: 'eu-central-1' } },
      undefined,
    ]);
  });
});
