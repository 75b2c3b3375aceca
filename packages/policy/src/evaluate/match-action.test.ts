import { describe, expect, it } from 'vitest';
import { actionMatches } from './match-action.ts';

describe('actionMatches', () => {
  it.each([
    ['s3:GetObject', 's3:GetObject', true],
    ['S3:getobject', 's3:GetObject', true],
    ['s3:GetObject', 'S3:GETOBJECT', true],
    ['s3:Get*', 's3:GetObject', true],
    ['s3:*Object', 's3:GetObject', true],
    ['s3:Get?bject', 's3:GetObject', true],
    ['s3*:Get?bject', 's3-object-lambda:GetObject', true],
    ['*:Get*', 's3:GetObject', true],
    ['*', 's3:GetObject', true],
    ['s3:Get', 's3:GetObject', false],
    ['s3:Get?Object', 's3:GetObject', false],
    ['s3:[G]etObject', 's3:GetObject', false],
    ['s3:${aws:x}', 's3:GetObject', false],
    ['s3:${aws:x}', 's3:${aws:X}', true],
  ])('%s takes in %s: %s', (pattern, action, expected) => {
    expect(actionMatches({ negated: false, patterns: [pattern] }, action)).toBe(expected);
    expect(actionMatches({ negated: true, patterns: [pattern] }, action)).toBe(!expected);
  });

  it.each([
    [['ec2:*', 's3:*'], false, true],
    [['ec2:*', 's3:*'], true, false],
    [['ec2:*'], true, true],
    [[], false, false],
    [[], true, true],
  ])('%j, negated %s: %s', (patterns, negated, expected) => {
    expect(actionMatches({ negated, patterns }, 's3:GetObject')).toBe(expected);
  });
});
