import { expect, it } from 'vitest';
import { jobOf } from './generate-options.ts';

const principal = 'arn:aws:iam::111122223333:role/app';
const trail = 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/all';
const now = new Date('2026-11-21T10:00:00Z');
const wanted = { principal, trail: [trail], accessRole: 'arn:aws:iam::111122223333:role/reader' };

it.each([
  [{}, '2026-10-22T10:00:00.000Z', undefined],
  [{ end: '2026-11-11' }, '2026-10-12T00:00:00.000Z', '2026-11-11T00:00:00.000Z'],
  [{ start: '2026-11-01' }, '2026-11-01T00:00:00.000Z', undefined],
  [
    { start: '2026-11-01T08:30Z', end: '2026-11-02T08:30:15Z' },
    '2026-11-01T08:30:00.000Z',
    '2026-11-02T08:30:15.000Z',
  ],
])('the period of %j', (options, start, end) => {
  const job = jobOf({ ...wanted, ...options }, now);
  if ('jobId' in job) throw new Error('no new job');
  expect([job.startTime.toISOString(), job.endTime?.toISOString()]).toEqual([start, end]);
});

it.each([
  [[trail], [{ arn: trail, regions: 'all' }]],
  [
    [trail, `${trail}2=us-gov-east-1,eu-central-1`],
    [
      { arn: trail, regions: 'all' },
      { arn: `${trail}2`, regions: ['us-gov-east-1', 'eu-central-1'] },
    ],
  ],
])('the trails %j', (texts, trails) => {
  expect(jobOf({ ...wanted, trail: texts }, now)).toMatchObject({ trails });
});

it('a job that runs is taken by its id alone', () => {
  expect(jobOf({ principal, job: 'job-1' }, now)).toEqual({ jobId: 'job-1' });
});

it.each([
  { start: '2026-02-31' },
  { start: '21.11.2026' },
  { end: '2026-11-20T10:00:00' },
  { end: '' },
  { trail: [`${trail}=`] },
  { trail: [`${trail}=eu-central-1,everywhere`] },
  { job: 'job-1' },
])('%j is refused', (options) => {
  expect(() => jobOf({ ...wanted, ...options }, now)).toThrow(
    expect.objectContaining({ code: 'USAGE' }),
  );
});

it.each(['start', 'end', 'trail', 'accessRole'])('--job goes with no %s', (name) => {
  const given = { principal, job: 'job-1', [name]: name === 'trail' ? [trail] : '2026-11-01' };
  expect(() => jobOf(given, now)).toThrow(expect.objectContaining({ code: 'USAGE' }));
});
