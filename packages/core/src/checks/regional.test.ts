import { expect, test } from 'vitest';
import { known, unknown } from '../model/part.ts';
import { judgeRegions, readRegions, regionsNotReadable, unreadRegions } from './regional.ts';
import { rootArn } from './testing/snapshot.fixture.ts';

const denied = unknown({ code: 'ACCESS_DENIED', message: 'no', permission: 'x:List' });
const broken = unknown({ code: 'TIMEOUT', message: 'late' });
const regions = { 'us-east-1': known(2), 'eu-west-1': denied, 'ap-south-1': known(0) };
const context = { accountArn: rootArn };

test('judges what was read, and is unknown for the rest, region by region', () => {
  const verdicts = judgeRegions(regions, context, (count) => [
    { outcome: count > 0 ? 'pass' : 'fail', message: `${count}` },
  ]);
  expect(verdicts).toMatchObject([
    { outcome: 'fail', subject: rootArn, key: 'ap-south-1' },
    { outcome: 'pass', subject: rootArn, key: 'us-east-1' },
    {
      outcome: 'unknown',
      subject: rootArn,
      key: 'eu-west-1',
      evidence: { missingPermissions: ['x:List'] },
    },
  ]);
});

test('a verdict may name its own subject and key', () => {
  const said = judgeRegions({ 'us-east-1': known(2) }, context, (_, region) => [
    { outcome: 'fail', message: 'bad', subject: `arn:aws:x:${region}::thing/1` },
    { outcome: 'fail', message: 'bad', key: 'second' },
  ]);
  expect(said.map(({ subject, key }) => [subject, key])).toEqual([
    ['arn:aws:x:us-east-1::thing/1', undefined],
    [rootArn, 'second'],
  ]);
});

test('tells what was read from what was not, by name', () => {
  expect(readRegions(regions).map(({ region }) => region)).toEqual(['ap-south-1', 'us-east-1']);
  expect(unreadRegions(regions).map(({ region }) => region)).toEqual(['eu-west-1']);
  expect(unreadRegions({})).toEqual([]);
});

test('one verdict for all that could not be read names each permission once', () => {
  const unread = unreadRegions({ a: denied, b: denied, c: broken });
  expect(regionsNotReadable(unread, rootArn)).toMatchObject({
    outcome: 'unknown',
    evidence: { regions: ['a', 'b', 'c'], missingPermissions: ['x:List'] },
  });
});
