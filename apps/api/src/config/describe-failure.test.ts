import { RolecallError } from '@rolecall/core';
import { expect, it } from 'vitest';
import { describeFailure } from './describe-failure.ts';

const listen = { host: '127.0.0.1', port: 80 };
const embedded = {
  listen,
  database: {
    kind: 'pglite',
    folder: './data',
    migrateAtStart: true,
    production: false,
    allowInProduction: false,
  },
} as const;
const postgres = {
  listen,
  database: {
    kind: 'postgres',
    url: 'postgres://u:hunter2@db/x',
    poolSize: 1,
    migrateAtStart: true,
  },
} as const;
const failure = (members: object) => Object.assign(new Error('it failed'), members);

it.each([
  [new RolecallError('CONFLICT', 'taken', { hint: 'Wait.' }), embedded, 'Wait.'],
  [failure({ code: 'EADDRINUSE', syscall: 'listen' }), embedded, 'PORT'],
  [failure({ code: 'EACCES', syscall: 'listen' }), embedded, 'PORT'],
  [failure({ code: 'EADDRNOTAVAIL', syscall: 'listen' }), postgres, 'HOST'],
  [failure({ code: 'EEXIST', syscall: 'mkdir' }), embedded, 'ROLECALL_DATA'],
  [failure({ code: 'ERR_SQLITE_ERROR', errcode: 14 }), embedded, 'ROLECALL_DATA'],
  [failure({ code: 'ECONNREFUSED', syscall: 'connect' }), postgres, 'DATABASE_URL'],
  [failure({ code: '28P01', severity: 'FATAL' }), postgres, 'DATABASE_URL'],
])('what the operator can mend is told without a stack: %s', (error, config, named) => {
  const text = describeFailure(error, config) ?? '';
  expect(text).toContain(named);
  expect(text).not.toMatch(/hunter2|\n {4}at /);
});

it.each([new Error('a fault of ours'), failure({ code: 'ERR_ASSERTION' }), 'thrown text'])(
  'what is not theirs is left as it is: %s',
  (error) => {
    expect(describeFailure(error, embedded)).toBeUndefined();
  },
);
