import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlueprintParameter, parameterSchema, textKindSchema } from './blueprint.ts';
import { readValue } from './read-value.ts';

const textKinds = textKindSchema.options;
const description = 'A parameter.';
const parameter = (fields: object): BlueprintParameter =>
  parameterSchema.parse({ description, ...fields });
const place = { account: '210987654321', partition: 'aws' };
const accepts = (fields: object, value: unknown): boolean =>
  readValue({ value, parameter: parameter(fields), place }).success;

describe('readValue', () => {
  it.each<[object, unknown]>([
    [{ type: 'text' }, 'ref:refs/heads/main'],
    [{ type: 'text', matches: 'a+|b+' }, 'bb'],
    [{ type: 'name' }, 'web+app=1,2.3@x_y-z'],
    [{ type: 'account-id' }, '012345678901'],
    [{ type: 'arn' }, 'arn:aws:iam::210987654321:user/path/Eve'],
    [{ type: 'arn' }, 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
    [{ type: 'region' }, 'eu-central-1'],
    [{ type: 'pattern' }, 'home/${aws:username}/*'],
    [{ type: 'list', items: 'name' }, []],
    [{ type: 'list', items: 'name', minItems: 1 }, ['a']],
    [{ type: 'choice', options: ['a', 'b'] }, 'b'],
    [{ type: 'integer', minimum: 1, maximum: 3 }, 3],
    [{ type: 'boolean' }, false],
  ])('%j takes %j', (fields, value) => {
    expect(accepts(fields, value)).toBe(true);
  });

  it.each<[object, unknown]>([
    [{ type: 'text' }, ''],
    [{ type: 'text' }, 12],
    [{ type: 'text' }, 'line\nbreak'],
    [{ type: 'text' }, 'dash \u2014'],
    [{ type: 'text', matches: 'a+|b+' }, 'abc'],
    [{ type: 'name' }, 'a/b'],
    [{ type: 'name' }, '__proto__'],
    [{ type: 'account-id' }, '21098765432'],
    [{ type: 'account-id' }, 210987654321],
    [{ type: 'arn' }, 'arn:aws::iam::210987654321:user/Eve'],
    [{ type: 'arn' }, 'arn:aws:iam::2109:user/Eve'],
    [{ type: 'arn' }, 'arn:aws:iam::210987654321:'],
    [{ type: 'arn' }, 'arn:aws-cn:iam::210987654321:user/Eve'],
    [{ type: 'region' }, 'cn-north-1'],
    [{ type: 'pattern' }, '{{arn:role/admin}}'],
    [{ type: 'list', items: 'name' }, 'a'],
    [{ type: 'list', items: 'name', minItems: 1 }, []],
    [{ type: 'list', items: 'name' }, ['a', 'b c']],
    [{ type: 'choice', options: ['a', 'b'] }, 'A'],
    [{ type: 'integer', minimum: 1, maximum: 3 }, 4],
    [{ type: 'integer' }, 1.5],
    [{ type: 'boolean' }, 'true'],
  ])('%j refuses %j', (fields, value) => {
    expect(accepts(fields, value)).toBe(false);
  });

  it('tells which member is wrong', () => {
    const list = parameter({ type: 'list', items: 'account-id' });
    const read = readValue({ value: ['210987654321', '1'], parameter: list, place });
    expect(read.success ? [] : read.faults.map(({ path }) => path)).toEqual([[1]]);
  });

  it.each(textKinds.filter((kind) => kind !== 'pattern'))(
    'lets no %s widen a policy or name another value',
    (type) => {
      const parts = fc.tuple(fc.string(), fc.constantFrom('*', '?', '${', '{{'), fc.string());
      const prefix = fc.constantFrom(
        '',
        'a',
        'arn:aws:s3:::',
        'arn:aws:iam::210987654321:role/',
        'arn:aws:iam::aws:policy/',
        'eu-central-1',
        '210987654321',
      );
      fc.assert(
        fc.property(prefix, parts, (start, [before, sign, after]) => {
          const value = start + before + sign + after;
          expect(accepts({ type }, value)).toBe(false);
          expect(accepts({ type: 'list', items: type }, [value])).toBe(false);
        }),
      );
    },
  );
});
