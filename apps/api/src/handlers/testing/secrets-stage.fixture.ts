import { inspect } from 'node:util';
import { createClients, createSignInPort } from '@rolecall/aws';
import { pendingKeyTag } from '@rolecall/core';
import { createSandbox, type Sandbox } from '@rolecall/sandbox';
import { armor, Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { sql } from 'kysely';
import { z } from 'zod';
import { createAccounts } from '../../accounts/open-account.ts';
import type { Sandboxes } from '../../accounts/sandboxes.ts';
import type { Store } from '../../storage/store.ts';
import { serviceJobs } from '../index.ts';
import {
  addSandbox,
  ask,
  attempt,
  openServiceStage,
  type ServiceStage,
  tellOfAttempts,
} from './service-stage.fixture.ts';

export const custodian = await generateX25519Identity();
export const second = await generateX25519Identity();
const recipients = await Promise.all([custodian, second].map(identityToRecipient));

export type Mishap = 'dies' | 'loses-answer';

/** The service over sandboxes that see every password and key, in which a process can die. */
export interface SecretsStage extends ServiceStage {
  /** Every password that AWS took and every secret of a key that it made. */
  readonly canaries: ReadonlySet<string>;
  /** What was done, step by step: calls to AWS, and transactions of jobs. */
  readonly steps: readonly string[];
  /** After so many more steps, the last being done, the process of the job dies, or an answer is lost. */
  readonly arm: (steps: number, mishap?: Mishap) => void;
  readonly revive: () => void;
  /** Jobs of a process that can die. */
  readonly mortalJobs: ReturnType<typeof serviceJobs>;
  /** All that was logged, at trace. */
  readonly logged: () => string;
  readonly sandboxOf: (accountId: string) => Sandbox;
  /** The password of the user that AWS took last. */
  readonly passwordIn: (accountId: string) => string | undefined;
}

export async function openSecretsStage(): Promise<SecretsStage> {
  const canaries = new Set<string>();
  const passwords = new Map<string, string>();
  const steps: string[] = [];
  const lines: string[] = [];
  const held = new Map<string, Sandbox>();
  let slept = 0;
  // Whoever waits for what a dead process held must see the time pass.
  const now = () => new Date(Date.now() + slept);
  const sleep = async (ms: number) => {
    slept += ms;
  };
  let mortal = false;
  let left = Number.POSITIVE_INFINITY;
  let armed: Mishap = 'dies';
  const step = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
    if (!mortal) return act();
    if (left <= 0 && armed === 'dies') throw new Error('The process is dead.');
    steps.push(name);
    left -= 1;
    const result = await act();
    if (left === 0) throw new Error('The process died, or the answer is lost.');
    return result;
  };
  const sandboxOf = (id: string): Sandbox => {
    const sandbox = held.get(id) ?? createSandbox({ accountId: id, now });
    held.set(id, sandbox);
    return sandbox;
  };
  const sandboxes: Sandboxes = {
    open: async ({ id }) => {
      const { requestHandler } = sandboxOf(id);
      const handle: typeof requestHandler.handle = (request) => {
        const form = new URLSearchParams(String(request.body));
        return step(form.get('Action') ?? '?', async () => {
          const answer = await requestHandler.handle(request);
          const text = Buffer.from(answer.response.body).toString();
          const [, key] = /<SecretAccessKey>([^<]+)</.exec(text) ?? [];
          if (key !== undefined) canaries.add(key);
          const password = form.get('Password');
          if (password !== null && answer.response.statusCode === 200) {
            canaries.add(password);
            passwords.set(id, password);
          }
          return answer;
        });
      };
      return {
        region: 'us-east-1',
        credentials: { accessKeyId: 'AKIASANDBOXSANDBOX00', secretAccessKey: 'sandbox' },
        requestHandler: { ...requestHandler, handle },
      };
    },
    remove: () => {},
  };
  const accounts = createAccounts({ baseClientOptions: {}, sandboxes, now, sleep });
  const write = (line: string) => void lines.push(line);
  const logger = { level: 'trace', stream: { write } };
  const stage = await openServiceStage({ sandboxes, accounts, now, sleep }, logger);
  const store: Store = {
    ...stage.deps.store,
    transaction: (work) => step('transaction', () => stage.deps.store.transaction(work)),
  };
  return {
    ...stage,
    canaries,
    steps,
    arm: (count, mishap = 'dies') => {
      armed = mishap;
      mortal = true;
      steps.length = 0;
      left = count;
    },
    revive: () => {
      mortal = false;
    },
    mortalJobs: serviceJobs({ ...stage.deps, store }),
    logged: () => lines.join('\n'),
    sandboxOf,
    passwordIn: (accountId) => passwords.get(accountId),
  };
}

const withId = z.looseObject({ id: z.string() });

/** Plans a user with a password and a key in a new account, and has it queued. */
export async function queueSignIns(stage: SecretsStage) {
  const accountId = await addSandbox(stage);
  const manifest = [
    ...['version: 1', 'scope: platform', `account: "${accountId}"`],
    `delivery: { recipients: [${recipients.join(', ')}] }`,
    ...[
      'users:',
      '  ada:',
      '    login: { passwordReset: false }',
      '    accessKeys: { count: 1 }',
      '',
    ],
  ].join('\n');
  const plan = await ask(stage, 'POST /v1/plans', { body: { accountId, manifest } });
  const { id: planId } = withId.parse(plan.body);
  const asked = await ask(stage, 'POST /v1/applications', { body: { planId } });
  return { accountId, planId, applicationId: withId.parse(asked.body).id, manifest };
}

/** Collects what the log of a job is told. */
export function listening(said: string[]) {
  const hear = (...words: readonly unknown[]): void => {
    said.push(inspect(words, { depth: 20, showHidden: true }));
  };
  return { info: hear, warn: hear, error: hear };
}

const secretList = z.object({
  items: z.array(
    z.looseObject({ id: z.string(), kind: z.string(), state: z.string(), revision: z.number() }),
  ),
});

export async function listSecrets(stage: SecretsStage, applicationId: string) {
  const { body } = await ask(stage, `GET /v1/applications/${applicationId}/secrets`);
  return secretList.parse(body).items;
}

/** Fetches all that waits, and decrypts it. */
async function fetchSecrets(stage: SecretsStage, applicationId: string) {
  const waiting = await listSecrets(stage, applicationId);
  const bundles: Record<string, unknown>[] = [];
  for (const { id, revision } of waiting.filter(({ state }) => state === 'waiting')) {
    const { body } = await ask(stage, `POST /v1/secrets/${id}/reading`, {
      headers: { 'if-match': `"${revision}"` },
    });
    bundles.push(await decrypt(body));
  }
  return bundles;
}

export async function decrypt(body: unknown, identity = custodian) {
  const { ciphertext } = z.looseObject({ ciphertext: z.string() }).parse(body);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const text = await decrypter.decrypt(armor.decode(ciphertext), 'text');
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

/** What is live in an account and nobody holds; empty where all is well. */
export async function orphansOf(
  stage: SecretsStage,
  { accountId, applicationId }: { readonly accountId: string; readonly applicationId: string },
): Promise<readonly string[]> {
  const bundles = await fetchSecrets(stage, applicationId);
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIASANDBOXSANDBOX00', secretAccessKey: 'sandbox' },
    requestHandler: stage.sandboxOf(accountId).requestHandler,
  });
  const port = createSignInPort(clients);
  const tags = await port.readTags('ada');
  if (tags === undefined) return [];
  const { password, accessKeys } = await port.readSignIn('ada');
  const live = stage.passwordIn(accountId);
  const isHeld = (member: string, value: unknown) => bundles.some((one) => one[member] === value);
  return [
    ...(password === null || isHeld('password', live) ? [] : ['the password']),
    ...accessKeys.filter(({ id }) => !isHeld('accessKeyId', id)).map(({ id }) => id),
    ...(tags[pendingKeyTag] === undefined ? [] : ['the mark']),
  ];
}

/** Every row of every table. */
export async function dumpOf({ database }: Pick<SecretsStage, 'database'>): Promise<string> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as "schema", table_name as "name" from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
  `.execute(database.sql);
  const dumps = tables.map(async ({ schema, name }) => {
    const table = sql.table(`${schema}.${name}`);
    return (await sql`select to_json(t) as "row" from ${table} t`.execute(database.sql)).rows;
  });
  return JSON.stringify(await Promise.all(dumps));
}

export interface Accident {
  /** The last step before it. */
  readonly at: number;
  readonly mishap?: Mishap;
  /** No attempt at the same job is left: another job finds it begun. */
  readonly wasLast?: boolean;
  /** It was begun so often before that nobody goes on with it. */
  readonly tooOften?: boolean;
}

/** A mishap after a step, and the job comes again. What is wrong then, as `orphansOf` has it. */
export async function orphansAfter(
  stage: SecretsStage,
  { at, mishap = 'dies', wasLast = false, tooOften = false }: Accident,
) {
  const queued = await queueSignIns(stage);
  const { applicationId } = queued;
  stage.arm(at, mishap);
  const job = { applicationId };
  await stage.mortalJobs
    .apply(job, attempt(stage, { isLastAttempt: false }))
    .catch(() => undefined);
  const last = stage.steps[at - 1];
  stage.revive();
  if (tooOften) await tellOfAttempts(stage, applicationId, 10);
  await stage.jobs.apply(job, attempt(stage, { attempt: wasLast ? 0 : 1 }));
  const { body } = await ask(stage, `GET /v1/applications/${applicationId}`);
  const { state } = z.looseObject({ state: z.string() }).parse(body);
  return { last, state, orphans: await orphansOf(stage, queued) };
}
