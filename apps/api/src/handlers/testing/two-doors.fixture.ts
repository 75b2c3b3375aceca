import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Sandbox, serveSandbox } from '@rolecall/sandbox';
import { createAccounts } from '../../accounts/open-account.ts';
import { openServiceStage, type ServiceStage } from './service-stage.fixture.ts';

const rolecall = new URL('../../../../cli/bin/rolecall.js', import.meta.url).pathname;
const accountId = '730000000001';

export interface CommandEnded {
  readonly exitCode: number;
  readonly output: string;
}

/** One account with two doors: the service, and the command line as a process of its own. */
export interface TwoDoors {
  readonly stage: ServiceStage;
  readonly accountId: string;
  readonly sandbox: Sandbox;
  /** `rolecall apply` of the manifest. */
  readonly command: (manifest: string, ...more: readonly string[]) => Promise<CommandEnded>;
  /** Holds the next making of a group back, through either door, until it is let go. */
  readonly holdGroup: (name: string) => {
    readonly held: Promise<void>;
    readonly letGo: () => void;
  };
  /** What the service does while it sleeps. */
  readonly whileAsleep: (act: () => Promise<void>) => void;
  readonly close: () => Promise<void>;
}

export async function openTwoDoors(): Promise<TwoDoors> {
  const now = () => new Date();
  const sandbox = createSandbox({ accountId, now });
  const gates = new Map<string, { readonly reach: () => void; readonly open: Promise<void> }>();
  const pass = async (body: string): Promise<void> => {
    const form = new URLSearchParams(body);
    const name = form.get('Action') === 'CreateGroup' ? form.get('GroupName') : null;
    const gate = name === null ? undefined : gates.get(name);
    gate?.reach();
    await gate?.open;
  };
  const served = await serveSandbox(
    {
      ...sandbox,
      handleHttp: async (request) => {
        await pass(request.body);
        return sandbox.handleHttp(request);
      },
    },
    { port: 0 },
  );
  const { requestHandler } = sandbox;
  const handle: typeof requestHandler.handle = async (request) => {
    await pass(String(request.body));
    return requestHandler.handle(request);
  };
  const sandboxes = {
    open: async () => ({
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIASANDBOXSANDBOX00', secretAccessKey: 'sandbox' },
      requestHandler: { ...requestHandler, handle },
    }),
    remove: () => {},
  };
  let asleep: () => Promise<void> = async () => {};
  const sleep = () => asleep();
  const accounts = createAccounts({ baseClientOptions: {}, sandboxes, now, sleep });
  const stage = await openServiceStage({ sandboxes, accounts, now, sleep });
  await stage.deps.store.transaction((tx) =>
    tx.accounts.insert({
      ...{ id: accountId, name: 'Trial', partition: 'aws', environment: 'e', owner: 'o' },
      ...{ access: { kind: 'sandbox', scenario: 'good' }, state: 'verified', failure: null },
      ...{ scope: 'rolecall', revision: 1, createdAt: now().toISOString() },
    }),
  );
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-two-doors-'));
  return {
    ...{ stage, accountId, sandbox },
    command: (manifest, ...more) => {
      const file = join(folder, 'rolecall.yaml');
      writeFileSync(file, manifest);
      return runCommand([rolecall, 'apply', '--yes', '-f', file, ...more], {
        PATH: process.env['PATH'] ?? '',
        HOME: folder,
        AWS_ENDPOINT_URL: served.url,
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'AKIASANDBOXSANDBOX00',
        AWS_SECRET_ACCESS_KEY: 'sandbox',
      });
    },
    holdGroup: (name) => {
      const reached = Promise.withResolvers<void>();
      const open = Promise.withResolvers<void>();
      gates.set(name, { reach: reached.resolve, open: open.promise });
      return { held: reached.promise, letGo: open.resolve };
    },
    whileAsleep: (act) => {
      asleep = act;
    },
    close: async () => {
      await stage.close();
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<CommandEnded> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...args], { env }, (_, stdout, stderr) => {
      resolve({ exitCode: child.exitCode ?? -1, output: stdout + stderr });
    });
  });
}
