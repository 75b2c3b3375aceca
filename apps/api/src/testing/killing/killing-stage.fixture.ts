import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRolecallClient } from '@rolecall/contract';
import { type Receiver, startReceiver } from '../../notify/testing/receiver.fixture.ts';
import { doorEnv, openDoor, type PortalDoor } from '../portal-door.fixture.ts';
import { type KillableService, killableService } from './killable-service.fixture.ts';
import { patientFetch } from './patient-fetch.fixture.ts';
import { prepareService } from './prepare-service.fixture.ts';
import { openRandom, type SeededRandom } from './seeded-random.fixture.ts';
import { type ServedAccounts, serveAccounts, serviceRoleArn } from './served-accounts.fixture.ts';
import { noteOutcome, nothingTold, type Told } from './told.fixture.ts';

/** Services that run, with all that outlives them. */
export interface KillingStage {
  readonly services: readonly KillableService[];
  readonly random: SeededRandom;
  readonly accounts: ServedAccounts;
  readonly receiver: Receiver;
  readonly endpointId: string;
  readonly told: Told;
  /** Of all services. */
  readonly folder: string;
  /** Clients that ask until they are answered. */
  readonly door: PortalDoor;
  /** The same people, who take the first answer. */
  readonly hasty: PortalDoor;
  readonly auditKey: () => string;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly title: string;
  /** Replicas; more than one needs PostgreSQL. */
  readonly count: number;
  /** Without it, the embedded database in the folder. */
  readonly databaseUrl?: string | undefined;
}

/** So many that a dead job, which holds its account for a minute, leaves others to go on with. */
const accountCount = 12;

/** Starts services with accounts, rules and a webhook: ready to be asked, and to be killed. */
export async function openKillingStage(options: StageOptions): Promise<KillingStage> {
  const random = openRandom(options.title);
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-killing-'));
  const accounts = await serveAccounts(accountCount, random);
  const receiver = await startReceiver();
  const env = environmentOf(options, { folder, accounts, receiver });
  const services: KillableService[] = [];
  for (let index = 0; index < options.count; index += 1) {
    const service = killableService(await freePort(), env);
    await service.start();
    services.push(service);
  }
  const close = async (): Promise<void> => {
    for (const service of services) await service.kill();
    await accounts.close();
    await receiver.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const [first] = services;
  const [ana, ben] = first === undefined ? [] : tokensOf(first);
  if (first === undefined || ana === undefined || ben === undefined)
    throw new Error('there are no tokens of two people');
  const told = nothingTold();
  const door = patientDoor({ url: first.url, ana, ben }, { services, told });
  return {
    ...{ services, random, accounts, receiver, told, folder, door, close },
    hasty: openDoor(first.url, [ana, ben]),
    endpointId: await prepareService(door, { accounts, receiver }),
    auditKey: () => readFileSync(join(folder, 'audit-key.pem'), 'utf8'),
  };
}

function environmentOf(
  { databaseUrl }: StageOptions,
  around: Pick<KillingStage, 'folder' | 'accounts' | 'receiver'>,
): Readonly<Record<string, string>> {
  return {
    ...doorEnv,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    LOG_LEVEL: 'warn',
    ROLECALL_DATA: around.folder,
    ROLECALL_SERVICE_ROLE_ARN: serviceRoleArn,
    ROLECALL_WEBHOOK_HOSTS: around.receiver.host,
    ROLECALL_REQUESTS_PER_MINUTE: '1000000',
    // A claim on a key lasts half a minute longer.
    ROLECALL_DEADLINE_SECONDS: '10',
    AWS_ENDPOINT_URL: around.accounts.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIABASE',
    AWS_SECRET_ACCESS_KEY: 'base',
  };
}

/** The tokens are those that the first start showed. */
function tokensOf(service: KillableService): readonly string[] {
  return [...new Set(service.output().stderr.match(/rc_[\w-]{76}/g))];
}

function patientDoor(
  { url, ana, ben }: { readonly url: string; readonly ana: string; readonly ben: string },
  { services, told }: Pick<KillingStage, 'services' | 'told'>,
): PortalDoor {
  const urls = services.map((service) => service.url);
  const note = (outcome: string) => noteOutcome(told, outcome);
  const clientOf = (token: string) =>
    createRolecallClient({ baseUrl: url, token, fetch: patientFetch({ urls, note }) });
  return { url, ana: clientOf(ana), ben: clientOf(ben) };
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  listener.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
