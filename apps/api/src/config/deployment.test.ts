import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from './read-config.ts';

const root = new URL('../../../../', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');

/** Instructions with their continued lines; each as its word and the rest. */
function instructions(dockerfile: string): readonly (readonly [word: string, rest: string])[] {
  return dockerfile
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, word = '', rest = ''] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
      return [word, rest];
    });
}

/** What is wrong with a Dockerfile, as common linters name it. */
function lint(dockerfile: string): readonly string[] {
  const all = instructions(dockerfile);
  const known =
    /^(ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|RUN|STOPSIGNAL|USER|WORKDIR)$/;
  const last = all.slice(all.findLastIndex(([word]) => word === 'FROM'));
  const valuesOf = (word: string) => last.filter(([one]) => one === word).map(([, rest]) => rest);
  const exec = valuesOf('CMD').at(-1) ?? '';
  return [
    ...all.filter(([word]) => !known.test(word)).map(([word]) => `unknown ${word}`),
    ...all
      .filter(
        ([word, rest]) => word === 'FROM' && !/^[\w./-]+:(?!latest)[\w.-]+( AS \w+)?$/.test(rest),
      )
      .map(([, rest]) => `no version: ${rest}`),
    ...(/^(root|0)?$/.test(valuesOf('USER').at(-1) ?? '') ? ['runs as root'] : []),
    ...(exec.startsWith('[') && z.array(z.string()).safeParse(JSON.parse(exec)).success
      ? []
      : ['CMD is not a list']),
    ...(all.some(([, rest]) => /(PASSWORD|SECRET|TOKEN|KEY)=/.test(rest)) ? ['a secret'] : []),
  ];
}

const service = z.object({
  image: z.string().optional(),
  build: z.string().optional(),
  environment: z.record(z.string(), z.string()),
  secrets: z.array(z.string()),
  ports: z.array(z.string()).optional(),
});
const composeFile = z.object({
  services: z.object({ rolecall: service, database: service }),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});

describe('the Dockerfile', () => {
  it('has nothing that linters complain of', () => {
    expect(lint(read('Dockerfile'))).toEqual([]);
  });

  it.each([
    ['FROM node\nUSER node\nCMD ["node"]', ['no version: node']],
    ['FROM node:latest\nUSER node\nCMD ["node"]', ['no version: node:latest']],
    ['FROM node:24\nCMD ["node"]', ['runs as root']],
    ['FROM node:24\nUSER node\nCMD node main.ts', ['CMD is not a list']],
    ['FROM node:24\nENV DB_PASSWORD=x\nUSER node\nCMD ["node"]', ['a secret']],
    ['FROM node:24\nRUNN x\nUSER node\nCMD ["node"]', ['unknown RUNN']],
  ])('would not pass as %j', (text, complaints) => {
    expect(lint(text)).toEqual(complaints);
  });

  it('starts what is there', () => {
    const [, cmd = '[]'] = instructions(read('Dockerfile')).find(([word]) => word === 'CMD') ?? [];
    const [, file = ''] = z.array(z.string()).parse(JSON.parse(cmd));
    expect(read(file)).toContain('startService');
    for (const [word, rest] of instructions(read('Dockerfile'))) {
      if (word !== 'COPY' || !rest.startsWith('--from')) continue;
      // Only what the build has, and of that what is run.
      expect(rest).toMatch(/^--from=build --chown=root:root (\/app\/[\w./-]+ )+\.\//);
    }
  });
});

describe('compose.yaml', () => {
  const compose = composeFile.parse(parse(read('compose.yaml')));
  const { rolecall, database } = compose.services;

  it('configures the service so that it starts', () => {
    const names = Object.values(rolecall.environment).filter((value) => value.startsWith('/'));
    const files: Record<string, string> = {
      '/run/secrets/database-url': 'postgres://rolecall:x@database/rolecall',
      '/run/secrets/sealing-keys': Buffer.alloc(32).toString('base64'),
      '/etc/rolecall/issuers.yaml': '[]',
      '/etc/rolecall/roles.yaml': '[]',
    };
    const reading = readConfig({
      env: rolecall.environment,
      readFile: (path) => files[path] ?? '',
    });
    // The signing key alone is not a key here.
    expect(reading).toMatchObject({
      kind: 'mistakes',
      mistakes: [{ name: 'ROLECALL_AUDIT_KEY' }],
    });
    expect(names.sort()).toEqual([...Object.keys(files), '/run/secrets/audit-key'].sort());
  });

  it('gives each the secrets that it names, and none in the open', () => {
    const declared = Object.keys(compose.secrets).sort();
    expect([...rolecall.secrets, ...database.secrets].sort()).toEqual(declared);
    const used = JSON.stringify([rolecall.environment, database.environment]);
    for (const name of declared) expect(used).toContain(`/run/secrets/${name}`);
    expect(database.image).toMatch(/^postgres:\d+/);
    expect(rolecall.ports).toEqual(['127.0.0.1:8080:8080']);
  });
});
