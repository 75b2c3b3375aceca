import { type PrincipalAccess, plainLayout } from '@rolecall/core';
import type { PolicyStatement } from '@rolecall/policy';
import { expect, it } from 'vitest';
import { compareWithToday, renderToday, todayJson } from './compare-with-today.ts';
import { sideOfGenerated } from './generated-side.ts';

const read: PolicyStatement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const remove: PolicyStatement = { Effect: 'Allow', Action: 's3:DeleteObject', Resource: '*' };

function access(changes: Partial<PrincipalAccess> = {}): PrincipalAccess {
  return {
    type: 'role',
    name: 'app',
    arn: 'arn:aws:iam::111122223333:role/app',
    id: 'AROAEXAMPLE',
    tags: {},
    policies: [{ label: 'policy app', arn: undefined, document: { Statement: [read] } }],
    boundary: undefined,
    trust: undefined,
    unread: [],
    ...changes,
  };
}

function generate(...Statement: readonly PolicyStatement[]) {
  return sideOfGenerated(
    { document: { Version: '2012-10-17', Statement }, added: [], placeholders: [] },
    'app.json',
  );
}

const boundary = { arn: 'arn:aws:iam::111122223333:policy/limit', document: { Statement: [read] } };

it.each([
  ['without a boundary', {}, 'grants', 'none'],
  ['what the boundary keeps out', { boundary }, 'none', 'none'],
  ['nothing today', { policies: [] }, 'grants', 'none'],
])('%s', (_name, changes, verdict, lost) => {
  const compared = compareWithToday(access(changes), generate(read, remove));
  expect(todayJson(compared)).toMatchObject({ verdict, lost: { verdict: lost } });
});

it('places are lines of the file, or the boundary', () => {
  const compared = compareWithToday(access({ boundary, policies: [] }), generate(remove, read));
  expect(todayJson(compared)).toMatchObject({
    new: ['app.json', `boundary ${boundary.arn}`],
    witness: {
      allowedBy: [{ place: 'app.json:9' }, { place: `boundary ${boundary.arn}` }],
    },
  });
});

it('what could not be read leaves it undecided', () => {
  const compared = compareWithToday(access({ unread: ['group admins'] }), generate(read));
  expect(todayJson(compared)).toMatchObject({ verdict: 'undecided', unread: ['group admins'] });
  expect(renderToday(compared, plainLayout).join('\n')).toContain('group admins');
});
