import { expect, test } from 'vitest';
import { problemHeaders } from '../../http/problem.ts';
import { toProblem } from '../../http/to-problem.ts';
import { DatabaseAway, translateAway } from './database-away.ts';

const withCode = (code: string) => Object.assign(new Error('of the driver'), { code });

test('is answered so that clients ask again', () => {
  const answer = toProblem(new DatabaseAway('away'));
  expect(answer.status).toBe(503);
  expect(problemHeaders(answer)).toMatchObject({ 'retry-after': '5' });
});

test.each([
  ['no server listens', withCode('ECONNREFUSED'), true],
  ['the connection broke', withCode('ECONNRESET'), true],
  ['the server is told to stop', withCode('57P01'), true],
  ['the server crashes', withCode('57P02'), true],
  ['the server starts', withCode('57P03'), true],
  ['the connection failed', withCode('08006'), true],
  ['too many connections', withCode('53300'), true],
  ['it broke under a query', new Error('Connection terminated unexpectedly'), true],
  [
    'it broke before a query',
    new Error('Client has encountered a connection error and is not queryable'),
    true,
  ],
  ['none in time', new Error('timeout exceeded when trying to connect'), true],
  ['a row that is there', withCode('23505'), false],
  ['a statement that took too long', withCode('57014'), false],
  ['a defect', new Error('of ours'), false],
])('%s', (_, error, isAway) => {
  const translated = translateAway(error);
  if (isAway) expect(translated).toMatchObject({ name: 'DatabaseAway', cause: error });
  else expect(translated).toBe(error);
  expect(translated instanceof DatabaseAway).toBe(isAway);
});
