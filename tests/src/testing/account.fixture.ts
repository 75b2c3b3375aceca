import { type ClientOptions, createAccountPort, createClients } from '@rolecall/aws';
import {
  type Applied,
  type ApplyManifestInput,
  applyManifest,
  type Manifest,
  type ManifestSource,
  type Plan,
  type PlannedManifest,
  planManifest,
  readManifest,
} from '@rolecall/core';
import { createSandbox, type Sandbox, type SandboxOptions } from '@rolecall/sandbox';

export const account = '111122223333';
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };

/** A clock that moves only by sleeping, so that nothing waits and ages come out the same. */
export interface TestClock {
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  readonly slept: () => number;
  /** Goes back, or on, to a moment. */
  readonly set: (moment: Date) => void;
}

export function createClock(start = '2026-11-20T12:00:00Z'): TestClock {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    sleep: async (ms) => {
      time += ms;
    },
    slept: () => time - Date.parse(start),
    set: (moment) => {
      time = moment.getTime();
    },
  };
}

export interface TestAccount {
  readonly sandbox: Sandbox;
  readonly clock: TestClock;
  plan(manifest: string, includeRetired?: boolean): Promise<Plan>;
  /** The plan with what it was made from. */
  planned(manifest: string): Promise<PlannedManifest>;
  apply(manifest: string, options?: ApplyOptions): Promise<Applied>;
  /** Names of the writes since the account was opened, reads left out. */
  writes(): readonly string[];
}

export type ApplyOptions = Partial<
  Pick<
    ApplyManifestInput,
    | 'allowReplace'
    | 'concurrency'
    | 'confirm'
    | 'includeRetired'
    | 'lease'
    | 'only'
    | 'onEvent'
    | 'patienceMs'
    | 'plan'
    | 'journal'
    | 'reviewed'
    | 'signal'
    | 'skipPreflight'
  >
>;

export interface OpeningOptions extends Partial<SandboxOptions> {
  readonly clock?: TestClock;
  /** How the clients reach the sandbox. */
  readonly reach?: (sandbox: Sandbox) => Pick<ClientOptions, 'requestHandler' | 'wrap'>;
}

/** An account in the sandbox, with the real collector and executor in front of it. */
export function openAccount({
  clock = createClock(),
  reach = ({ requestHandler }) => ({ requestHandler }),
  ...options
}: OpeningOptions = {}): TestAccount {
  const sandbox = createSandbox({ now: clock.now, accountId: account, ...options });
  const reached = reach(sandbox);
  // Each run is a process of its own, and knows nothing of those before.
  const openPort = () =>
    createAccountPort(
      createClients({
        region: 'us-east-1',
        credentials,
        ...reached,
        maxAttempts: 1,
        // What was throttled once would be asked slowly, by the clock on the wall.
        pacer: { pace: (attempt) => attempt() },
      }),
      clock,
    );
  const manifests = new Map<string, Promise<Manifest>>();
  const manifestOf = (text: string): Promise<Manifest> => {
    const manifest = manifests.get(text) ?? readManifest(oneFile(text), 'rolecall.yaml');
    manifests.set(text, manifest);
    return manifest;
  };
  const planned = async (text: string, includeRetired = true) => {
    const manifest = await manifestOf(text);
    return planManifest({ port: openPort(), manifest, includeRetired });
  };
  return {
    sandbox,
    clock,
    plan: async (text, includeRetired) => (await planned(text, includeRetired)).plan,
    planned,
    apply: async (text, given = {}) =>
      applyManifest({
        port: openPort(),
        manifest: await manifestOf(text),
        includeRetired: true,
        reviewed: undefined,
        allowReplace: true,
        skipPreflight: true,
        confirm: async () => true,
        sleep: clock.sleep,
        signal: new AbortController().signal,
        onEvent: () => {},
        ...given,
      }),
    writes: () => sandbox.calls.map(({ action }) => action).filter((action) => !isRead(action)),
  };
}

/** A lease as the command line takes it, each with a token of its own. */
export function leaseOf({ now }: TestClock, { token = 'first', waitMs = 0 } = {}) {
  return { token, door: `door of ${token}`, now, waitMs };
}

function isRead(action: string): boolean {
  return /:(Get|List|Generate|Simulate|Describe)/.test(action);
}

export function oneFile(text: string): ManifestSource {
  return { read: async () => text, match: async () => [] };
}
