import { expect, it } from 'vitest';
import { RolecallError } from '../model/errors.ts';
import { readExceptions } from './read-exceptions.ts';
import { exceptionsJsonSchema } from './schema.ts';

const file = '.rolecall/exceptions.yaml';
const options = { checks: ['key-age', 'role-tagged'], now: new Date('2026-11-20T12:00:00Z') };

const whole = `version: 1
exceptions:
  - check: key-age
    subject: arn:aws:iam::111122223333:user/ci-*
    key: key-1
    reason: The build server moves to OIDC in January.
    owner: platform@example.com
    expires: 2027-01-31
  - check: ["role-tagged", key-age]
    tag: stage=a=b
    reason: Sandbox.
    owner: team-a
    expires: "2026-10-01"
    evenUnknown: true
`;

/** One exception with a line replaced or added. */
function one(lines: { readonly [key: string]: string | undefined }): string {
  const all = {
    check: 'key-age',
    subject: 'arn:aws:iam::*:user/a',
    reason: 'R.',
    owner: 'o',
    expires: '2027-01-31',
    ...lines,
  };
  const written = Object.entries(all).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  return `version: 1\nexceptions:\n  - ${written.join('\n    ')}\n`;
}

function faultsOf(text: string) {
  try {
    readExceptions(file, text, options);
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    return (error.details.diagnostics ?? []).map(({ code, position, message, hint }) => ({
      code,
      at: `${position?.line}:${position?.column}`,
      text: `${message} ${hint ?? ''}`,
    }));
  }
  throw new Error('it should have been refused');
}

it('reads who excepts what and why, with its place', () => {
  expect(readExceptions(file, whole, options)).toEqual([
    {
      checks: ['key-age'],
      target: { kind: 'subject', pattern: 'arn:aws:iam::111122223333:user/ci-*' },
      key: 'key-1',
      reason: 'The build server moves to OIDC in January.',
      owner: 'platform@example.com',
      expires: '2027-01-31',
      evenUnknown: false,
      position: { file, line: 3, column: 5 },
    },
    {
      checks: ['role-tagged', 'key-age'],
      target: { kind: 'tag', name: 'stage', value: 'a=b' },
      reason: 'Sandbox.',
      owner: 'team-a',
      expires: '2026-10-01',
      evenUnknown: true,
      position: { file, line: 9, column: 5 },
    },
  ]);
  expect(readExceptions(file, 'version: 1\n', options)).toEqual([]);
});

it.each([
  ['an empty file', '', '1:1', 'version'],
  ['broken YAML', 'version: [1\n', '2:1', ''],
  ['an unknown key', one({ subjects: 'a' }), '8:5', 'Did you mean "subject"?'],
  ['no reason', one({ reason: undefined }), '3:5', 'reason: is required'],
  ['an empty reason', one({ reason: '" "' }), '5:13', 'empty'],
  ['no owner', one({ owner: undefined }), '3:5', 'owner: is required'],
  ['no date', one({ expires: undefined }), '3:5', 'expires: must be a date'],
  ['no real date', one({ expires: '2027-02-30' }), '7:14', 'must be a date'],
  ['a date too far ahead', one({ expires: '2027-11-25' }), '7:14', 'a year'],
  ['a check that does not exist', one({ check: 'key-ages' }), '3:12', 'Did you mean "key-age"?'],
  ['a subject by its name', one({ subject: 'alice' }), '4:14', 'ARN'],
  ['neither subject nor tag', one({ subject: undefined }), '3:5', 'either "subject" or "tag"'],
  ['subject and tag', one({ tag: 'a=b' }), '3:5', 'either "subject" or "tag"'],
  ['a tag without a value', one({ subject: undefined, tag: 'a' }), '7:10', 'KEY=VALUE'],
  ['everything', one({ check: '"*"', subject: '"*"' }), '3:5', 'every check of every subject'],
  ['everything, by ARN', one({ check: '"*"', subject: 'arn:*:*' }), '3:5', 'every check'],
  ['one twice', `${one({})}${one({}).split('exceptions:\n')[1]}`, '8:5', 'twice'],
])('refuses %s', (_, text, at, words) => {
  const faults = faultsOf(text);
  expect(faults).toMatchObject([{ code: 'EXCEPTIONS_INVALID', at }]);
  expect(faults[0]?.text).toContain(words);
});

it('has a JSON Schema for editors', () => {
  expect(exceptionsJsonSchema()).toMatchObject({ $id: 'urn:rolecall:exceptions:1' });
});
