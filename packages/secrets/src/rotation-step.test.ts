import { expect, it } from 'vitest';
import { type RotationFacts, rotationStep } from './rotation-step.ts';

const now = new Date('2026-11-21T10:00:00Z');
const quietMs = 24 * 3_600_000;
const key = (id: string, day: string, active = true) => ({
  id,
  active,
  createdAt: `2026-11-${day}T10:00:00Z`,
});
const use = (at: string) => ({ at, service: 's3', region: 'eu-central-1' });

const left = { undelivered: ['C'], inUse: [] };
const accessKeys = [key('B', '18'), key('A', '01')];
const inactive = [key('B', '18'), key('A', '01', false)];
const justMade = [key('B', '21'), key('A', '01')];
const cases: readonly [string, Partial<RotationFacts>, object][] = [
  ['no key', { accessKeys: [] }, { kind: 'nothing', why: 'no-key' }],
  ['one key', { accessKeys: [key('A', '01')] }, { kind: 'create' }],
  ['what a run left', { accessKeys: [], doubt: left }, { kind: 'settle', found: left }],
  ['an old key in use', { lastUse: use('2026-11-20T11:00:00Z') }, { kind: 'wait', id: 'A' }],
  ['an old key at rest', { lastUse: use('2026-11-20T10:00:00Z') }, { kind: 'deactivate', id: 'A' }],
  ['an old key never used', {}, { kind: 'deactivate', id: 'A' }],
  [
    'an old key never used, right after the exchange',
    { accessKeys: justMade },
    { kind: 'wait', id: 'A', use: undefined, since: '2026-11-21T10:00:00Z' },
  ],
  ['an old key out of use', { accessKeys: inactive }, { kind: 'delete', id: 'A' }],
  [
    'an old key out of use that was in use just now',
    { accessKeys: inactive, lastUse: use('2026-11-21T09:58:00Z') },
    { kind: 'wait', id: 'A' },
  ],
  [
    'no quiet time',
    { accessKeys: justMade, lastUse: use('2026-11-21T09:58:00Z'), quietMs: 0 },
    { kind: 'deactivate', id: 'A' },
  ],
  [
    'a new key out of use',
    { accessKeys: [key('A', '01'), key('B', '18', false)] },
    { kind: 'nothing', why: 'unclear' },
  ],
  [
    'keys of one age',
    { accessKeys: [key('A', '01'), key('B', '01')] },
    { kind: 'nothing', why: 'unclear' },
  ],
];

it.each(cases)('%s', (_, facts, step) => {
  const given = { doubt: undefined, accessKeys, lastUse: undefined, now, quietMs };
  expect(rotationStep({ ...given, ...facts })).toMatchObject(step);
});
