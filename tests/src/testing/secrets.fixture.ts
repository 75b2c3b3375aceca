import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import {
  createAccountPort,
  createClients,
  createSecretsStore,
  createSignInPort,
} from '@rolecall/aws';
import { type Applied, applyManifest, type Plan, planManifest, readManifest } from '@rolecall/core';
import { createSandbox, type Sandbox } from '@rolecall/sandbox';
import {
  deliverPassword,
  fileDelivery,
  type SecretDelivery,
  type SignInWorld,
  secretsManagerDelivery,
  withSignIns,
} from '@rolecall/secrets';
import { armor, Decrypter } from 'age-encryption';
import { account, createClock, oneFile, type TestClock } from './account.fixture.ts';

/** What goes wrong at a step: a call to AWS, or one to where secrets are kept. */
export type Mishap =
  /** The process dies before the step, or after it. */
  | 'dies-before'
  | 'dies-after'
  /** The step is done, and its answer lost; the process lives on. */
  | 'loses-answer'
  /** The step is not done; the process lives on. */
  | 'fails';

export interface SecretsAccount {
  readonly sandbox: Sandbox;
  readonly folder: string;
  /** What passwords and keys are made with. */
  readonly world: SignInWorld;
  readonly clock: TestClock;
  /** What was done, step by step. */
  readonly steps: readonly string[];
  /** Every password that AWS took, and every secret of a key that it made. */
  readonly secrets: ReadonlySet<string>;
  /** All that the runs said: reports, events, errors. */
  readonly said: () => string;
  readonly arm: (step: number, mishap: Mishap) => void;
  readonly disarm: () => void;
  readonly apply: (manifest: string) => Promise<Applied | undefined>;
  readonly plan: (manifest: string) => Promise<Plan>;
  /** Another password, for whoever has these keys. */
  readonly reset: (user: string, recipients: readonly string[]) => Promise<void>;
}

type Handle = Sandbox['requestHandler']['handle'];
type Answer = Awaited<ReturnType<Handle>>;

/** Comes between the client and AWS: the action, how often it was asked by now, and AWS's answer. */
export type Meddle = (
  action: string,
  count: number,
  answer: () => Promise<Answer>,
) => Promise<Answer>;

export interface SecretsOptions {
  readonly meddle?: Meddle;
  /** Of the SDK; 1 unless said. */
  readonly maxAttempts?: number;
  /** Hands over to Secrets Manager in the place of the folder. */
  readonly toSecretsManager?: boolean;
}

/** An account in the sandbox, with a folder for secrets; any step can go wrong. */
export async function openSecrets({
  meddle = (_action, _count, answer) => answer(),
  maxAttempts = 1,
  toSecretsManager = false,
}: SecretsOptions = {}): Promise<SecretsAccount> {
  const clock = createClock();
  const sandbox = createSandbox({ now: clock.now, accountId: account });
  const folder = join(await mkdtemp(join(tmpdir(), 'rolecall-secrets-')), 'out');
  const steps: string[] = [];
  const secrets = new Set<string>();
  const said: string[] = [];
  let armed: { readonly at: number; readonly mishap: Mishap } | undefined;
  let dead = false;
  const counts = new Map<string, number>();

  const step = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
    if (dead) throw new Error('The process is dead.');
    steps.push(name);
    const mishap = armed?.at === steps.length ? armed.mishap : undefined;
    if (mishap === 'dies-before') dead = true;
    if (mishap === 'dies-before' || mishap === 'fails') throw new Error('ended before');
    const result = await act();
    if (mishap === 'dies-after') dead = true;
    if (mishap === 'dies-after' || mishap === 'loses-answer') throw new Error('ended after');
    return result;
  };

  // What the SDK shows a logger must not hold a secret either.
  const log = (...shown: readonly unknown[]): void => {
    said.push(inspect(shown, { depth: 20 }));
  };

  const { requestHandler } = sandbox;
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    maxAttempts,
    logger: { trace: log, debug: log, info: log, warn: log, error: log },
    requestHandler: {
      ...requestHandler,
      handle: (request: Parameters<Handle>[0]) =>
        step(actionOf(request), async () => {
          const action = actionOf(request);
          const count = (counts.get(action) ?? 0) + 1;
          counts.set(action, count);
          const answer = await meddle(action, count, () => requestHandler.handle(request));
          const text = Buffer.from(answer.response.body).toString();
          const [, key] = /<SecretAccessKey>([^<]+)</.exec(text) ?? [];
          if (key !== undefined) secrets.add(key);
          const { input, outcome } = sandbox.calls.at(-1) ?? {};
          const password = input?.['Password'];
          if (typeof password === 'string' && outcome === 'ok') secrets.add(password);
          return answer;
        }),
    },
  });
  const files = fileDelivery({ folder, format: 'json' });
  const delivery: SecretDelivery = {
    probe: (to) => step('probe', () => files.probe(to)),
    has: (to, key) => step('has', () => files.has(to, key)),
    keep: (to, bundle) =>
      step('keep', async () => {
        const kept = await files.keep(to, bundle);
        return {
          place: kept.place,
          settle: () => step('settle', () => kept.settle()),
          discard: () => step('discard', () => kept.discard()),
        };
      }),
  };
  const world: SignInWorld = {
    port: createSignInPort(clients),
    delivery: toSecretsManager
      ? secretsManagerDelivery({
          storeIn: (region) => createSecretsStore(clients, region),
          random: (count) => randomBytes(count),
          sleep: clock.sleep,
        })
      : delivery,
    account,
    partition: 'aws',
    random: (count) => randomBytes(count),
    now: clock.now,
    sleep: clock.sleep,
    onDelivered: (receipt) => said.push(JSON.stringify(receipt)),
    onWarning: (message) => said.push(message),
  };
  const port = withSignIns(createAccountPort(clients, clock), { ...world, concerns: () => true });
  const manifestOf = (text: string) => readManifest(oneFile(text), 'rolecall.yaml');
  return {
    sandbox,
    folder,
    world,
    clock,
    steps,
    secrets,
    said: () => said.join('\n'),
    arm: (at, mishap) => {
      armed = { at: steps.length + at, mishap };
    },
    disarm: () => {
      armed = undefined;
      dead = false;
    },
    reset: async (user, recipients) => {
      const request = { user, to: { recipients: [...recipients] }, mustChange: false };
      await deliverPassword({ ...request, switchRoles: [], replaces: true }, world).catch((error) =>
        said.push(inspect(error, { depth: 20, showHidden: true })),
      );
    },
    plan: async (text) => {
      const manifest = await manifestOf(text);
      return (await planManifest({ port, manifest, includeRetired: false })).plan;
    },
    apply: async (text) => {
      try {
        const applied = await applyManifest({
          port,
          manifest: await manifestOf(text),
          includeRetired: false,
          reviewed: undefined,
          allowReplace: false,
          skipPreflight: true,
          confirm: async () => true,
          sleep: clock.sleep,
          signal: new AbortController().signal,
          onEvent: (event) => said.push(inspect(event, { depth: 20, showHidden: true })),
        });
        said.push(inspect(applied, { depth: 20, showHidden: true }), JSON.stringify(applied));
        return applied;
      } catch (error) {
        said.push(inspect(error, { depth: 20, showHidden: true }));
        return undefined;
      }
    },
  };
}

/** The call was carried out, and its answer never came. */
export async function loseAnswer(answer: () => Promise<Answer>): Promise<never> {
  await answer();
  throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
}

/** As services of JSON say no. */
export function jsonRefusal(code: string, statusCode = 400): Answer {
  const headers = { 'content-type': 'application/x-amz-json-1.1' };
  const body = Buffer.from(JSON.stringify({ __type: code, message: 'no' }));
  return { response: { statusCode, headers, body } };
}

/** As IAM says no. */
export function refusal(code: string, statusCode = 400): Answer {
  const text = `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error><RequestId>r</RequestId></ErrorResponse>`;
  const response = { statusCode, headers: { 'content-type': 'text/xml' }, body: Buffer.from(text) };
  return { response };
}

function actionOf({ body, headers }: Parameters<Handle>[0]): string {
  const target = headers['x-amz-target']?.split('.')[1];
  return target ?? /Action=(\w+)/.exec(String(body))?.[1] ?? '?';
}

/** What an identity can read in a folder, by the name of the file. */
export async function readKept(
  folder: string,
  identity: string,
): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch(() => []);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const read = names
    .filter((name) => name.endsWith('.age'))
    .map(async (name) => {
      const file = armor.decode(await readFile(join(folder, name), 'utf8'));
      return [name, await decrypter.decrypt(file, 'text')] as const;
    });
  return new Map(await Promise.all(read));
}
