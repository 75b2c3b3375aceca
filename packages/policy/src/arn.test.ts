import { describe, expect, it } from 'vitest';
import { formatArn, iamArn, parseArn, parseIamArn } from './arn.ts';
import { findPartition, partitions } from './partition.ts';

describe('parseArn', () => {
  it.each([
    'arn:aws:iam::111122223333:role/a/b',
    'arn:aws-cn:s3:::bucket/key:with:colons',
    'arn:aws-eusc:logs:eusc-de-east-1:111122223333:log-group:/x:*',
  ])('%s comes back from its fields', (text) => {
    const arn = parseArn(text);
    expect(arn && formatArn(arn)).toBe(text);
  });

  it.each(['', '*', 'arn', 'arn:aws:iam', 'arn:aws::x:y', 'AIDAEXAMPLE'])('%j is none', (text) => {
    expect(parseArn(text)).toBeUndefined();
  });

  it('reads the double colon of a known misprint as an empty service', () => {
    expect(parseArn('arn:aws::proton:*:111122223333:environment/*')).toBeUndefined();
  });
});

describe('iamArn', () => {
  it('puts type, path and name together and takes them apart again', () => {
    const fields = { partition: 'aws-us-gov', account: '111122223333', type: 'role' };
    const arn = iamArn({ ...fields, path: '/rolecall/platform/', name: 'x' });
    expect(arn).toBe('arn:aws-us-gov:iam::111122223333:role/rolecall/platform/x');
    expect(parseIamArn(arn)).toEqual({ ...fields, path: '/rolecall/platform/', name: 'x' });
  });

  it('knows no path for a role at the root, and none outside IAM', () => {
    expect(parseIamArn('arn:aws:iam::111122223333:role/x')?.path).toBe('/');
    expect(parseIamArn('arn:aws:s3:::bucket/key')).toBeUndefined();
    expect(parseIamArn('arn:aws:iam::111122223333:root')).toBeUndefined();
  });
});

describe('partitions', () => {
  it('has for each a region that its pattern takes', () => {
    for (const { iamRegion, regionPattern } of partitions) expect(iamRegion).toMatch(regionPattern);
    expect(findPartition('aws-cn')?.signInHost).toBe('signin.amazonaws.cn');
    expect(findPartition('aws-moon')).toBeUndefined();
  });
});
