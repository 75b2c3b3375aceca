import { describe, expect, it } from 'vitest';
import { RolecallError } from '../model/errors.ts';
import { noGuardrails } from './guardrails.ts';
import { guardrailsJsonSchema } from './json-schema.ts';
import { readGuardrails } from './read-guardrails.ts';

const file = 'rolecall-guardrails.yaml';

function read(text: string) {
  return readGuardrails(file, text);
}

/** The faults of a text, each with its place as `line:column`. */
function faultsOf(text: string) {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    return (error.details.diagnostics ?? []).map(({ code, position, message, hint }) => ({
      code,
      at: position ? `${position.line}:${position.column}` : '-',
      text: `${message} ${hint ?? ''}`,
    }));
  }
  throw new Error('it should have been refused');
}

describe('readGuardrails', () => {
  it('takes a file that says nothing for no limits', () => {
    expect(read('version: 1\n').rules).toEqual(noGuardrails.rules);
    expect(noGuardrails.rules).toMatchObject({ neverGrant: [], protected: [], allowSelf: false });
  });

  it.each([
    ['an empty file', '', '1:1', 'version'],
    ['broken YAML', 'version: [1\n', '2:1', ''],
    ['an unknown key', 'version: 1\ntrusts: {}\n', '2:1', 'Did you mean "trust"?'],
    [
      'an unknown key within',
      'version: 1\ntrust:\n  service: []\n',
      '3:3',
      'Did you mean "services"?',
    ],
    ['an account that is a number', 'version: 1\naccounts: [111122223333]\n', '2:12', 'in quotes'],
    ['an account with a lost zero', 'version: 1\naccounts: [012345678901]\n', '2:12', 'in quotes'],
    ['a principal by its name', 'version: 1\ntrust: { principals: [web] }\n', '2:23', 'account id'],
    [
      'an issuer with a scheme',
      'version: 1\ntrust: { oidc: [{ issuer: "https://a.example", subjects: [] }] }\n',
      '2:27',
      'https',
    ],
    [
      'an issuer with a wildcard',
      'version: 1\ntrust: { oidc: [{ issuer: "*.a.example", subjects: [] }] }\n',
      '2:27',
      'wildcards',
    ],
    [
      'a group of Identity Center by an ARN',
      'version: 1\nprotected: ["arn:aws:identitystore:::group/1"]\n',
      '2:13',
      'identity-center-group/NAME',
    ],
    [
      'a recipient with a mistyped character',
      'version: 1\ncredentials: { delivery: { recipients: [age1jea7ng4gymajaq2kd7tnnk723e26k6rhf7u0dntlf2h97sfgwuysz6g3pq] } }\n',
      '2:41',
      'mistyped',
    ],
    [
      'a fingerprint with colons',
      'version: 1\nsamlProviders: { certificates: ["AB:CD"] }\n',
      '2:33',
      'SHA-256',
    ],
    [
      'a type of analyzer that does not exist',
      'version: 1\nanalyzers: { types: [EXTERNAL] }\n',
      '2:22',
      'ACCOUNT',
    ],
    [
      'an address for a domain',
      'version: 1\ncontacts: { emailDomains: ["a@b.c"] }\n',
      '2:28',
      'domain',
    ],
    ['a kind that does not exist', 'version: 1\nprotected: [roles/deploy]\n', '2:13', 'role/NAME'],
    [
      'an action that is none',
      'version: 1\nneverGrant: [{ name: a, actions: [iam] }]\n',
      '2:35',
      'iam:Create*',
    ],
    [
      'an action that is misspelt',
      'version: 1\nneverGrant: [{ name: a, actions: ["iam:*", "iam:DeletRole"] }]\n',
      '2:44',
      'known',
    ],
    [
      'a service that is misspelt',
      'version: 1\nneverGrant: [{ name: a, actions: ["cloudtrails:*"] }]\n',
      '2:35',
      'known',
    ],
    [
      'a name twice',
      'version: 1\nneverGrant: [{ name: a, actions: ["iam:*"] }, { name: a, actions: ["s3:*"] }]\n',
      '2:13',
      'twice',
    ],
    ['no boundary', 'version: 1\nboundary: { roles: { allowed: [] } }\n', '2:31', ''],
    ['a key twice', 'version: 1\nmaxDeletes: 1\nmaxDeletes: 9\n', '3:1', ''],
  ])('refuses %s', (_, text, at, says) => {
    const faults = faultsOf(text);
    expect(faults[0]).toMatchObject({ code: 'GUARDRAILS_INVALID', at });
    expect(faults[0]?.text).toContain(says);
    expect(faults[0]?.text).not.toContain('manifest');
  });

  it('has a digest of the meaning', () => {
    const one = read("version: 1\naccounts: ['111122223333', '444455556666']\nmaxDeletes: 2\n");
    const same = read(
      "# Ours.\nmaxDeletes: 2\naccounts: ['444455556666', '111122223333', '444455556666']\nversion: 1\nprotected: []\n",
    );
    const other = read("version: 1\naccounts: ['111122223333', '444455556666']\nmaxDeletes: 3\n");
    expect(one.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(same.digest).toBe(one.digest);
    expect(other.digest).not.toBe(one.digest);
    expect(read('version: 1\naccounts: []\n').digest).not.toBe(noGuardrails.digest);
  });

  it('has a JSON Schema that knows every member', () => {
    expect(guardrailsJsonSchema()).toMatchObject({
      $id: 'urn:rolecall:guardrails:1',
      required: ['version'],
      additionalProperties: false,
      properties: { trust: {}, neverGrant: {}, protected: {} },
    });
  });
});
