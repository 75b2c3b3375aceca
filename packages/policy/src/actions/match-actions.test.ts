import { describe, expect, it } from 'vitest';
import { bundledActionData } from './bundled-action-data.ts';
import { matchActions, matchesSomeAction } from './match-actions.ts';

const data = bundledActionData();
const names = (pattern: string) =>
  matchActions(pattern, data).map(({ service, action }) => `${service.prefix}:${action.name}`);

describe('matchActions', () => {
  it.each([
    ['s3:GetObject', ['s3:GetObject']],
    ['S3:gETobject', ['s3:GetObject']],
    ['s3:GetObjec?', ['s3:GetObject']],
    ['iam:*PassRol*', ['iam:PassRole']],
    ['ia?:PassRole', ['iam:PassRole']],
    ['s3:Fetch*', []],
    ['nosuch:*', []],
    ['deeplens:*', []],
    ['s3:', []],
  ])('%s', (pattern, expected) => {
    expect(names(pattern)).toEqual(expected);
  });

  it('takes every action for a star', () => {
    expect(names('*').length).toBe(names('*:*').length);
    expect(names('*').length).toBeGreaterThan(20_000);
  });

  it('lets actions of retired services stand', () => {
    expect(matchesSomeAction('deeplens:Anything', data)).toBe(true);
    expect(matchesSomeAction('s3:Anything', data)).toBe(false);
  });

  it('is quick with patterns of many stars', () => {
    expect(matchesSomeAction(`ec2:${'*a'.repeat(50_000)}`, data)).toBe(false);
    expect(matchesSomeAction(`ec2:${'*'.repeat(100_000)}`, data)).toBe(true);
  });
});
