import { expect, it } from 'vitest';
import { describeCondition } from './describe-condition.ts';

it.each([
  [undefined, ''],
  [{}, ''],
  [{ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, 'if aws:MultiFactorAuthPresent is true'],
  [{ BoolIfExists: { 'aws:x': false } }, 'if aws:x is false (where it is present)'],
  [{ Null: { 'aws:x': 'true' } }, 'if aws:x is absent'],
  [
    { NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '::1'] } },
    'if aws:SourceIp is not in any of 10.0.0.0/8, ::1',
  ],
  [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' } }, 'if one of aws:TagKeys is a'],
  [
    { NumericLessThan: { 'aws:MultiFactorAuthAge': 3600 } },
    'if aws:MultiFactorAuthAge is less than 3600',
  ],
  [{ BinaryEquals: { k: 'QQ==' } }, 'if k BinaryEquals QQ=='],
])('%j', (condition, words) => {
  expect(describeCondition(condition)).toBe(words);
});
