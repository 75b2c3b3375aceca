import {
  type AccountPort,
  type ApplyEvent,
  type LeaseChoice,
  type Manifest,
  pendingKeyTag,
  saysSignIn,
  sketchManifest,
  takeLease,
} from '@rolecall/core';
import {
  eitherDelivery,
  type Receipt,
  secretsManagerDelivery,
  settleDoubt,
  type WithSignIns,
  withSignIns,
} from '@rolecall/secrets';
import type { ApplyPorts } from '../../accounts/open-account.ts';
import type { ApplicationRecord } from '../../model/records.ts';
import type { HeldAccount } from '../../work/hold-account.ts';
import { keepSecrets } from '../secrets/keep-secrets.ts';
import type { ServiceDeps } from '../service-deps.ts';

export interface SignIns {
  readonly application: Pick<ApplicationRecord, 'id' | 'accountId'>;
  readonly manifest: Manifest;
  readonly held: HeldAccount;
  readonly ports: ApplyPorts;
  readonly lease: LeaseChoice;
  readonly onEvent: (event: Extract<ApplyEvent, { readonly kind: 'warning' }>) => void;
  readonly onDelivered: (receipt: Receipt) => void;
}

export interface SignInWork {
  /** An account in which passwords and access keys can be made, since there is somewhere to keep them. */
  readonly port: AccountPort;
  /**
   * Deletes keys that an attempt before made and did not come to keep: AWS made their secrets up, and
   * nobody has them. Otherwise the plan that was reviewed would not be the one that is left to do.
   */
  readonly settleDoubts: () => Promise<void>;
}

/** Those of whose password or keys something is said. */
export function signInUsers(manifest: Manifest) {
  return sketchManifest(manifest).flatMap((one) =>
    one.type === 'user' && saysSignIn(one) ? [one] : [],
  );
}

export function openSignIns(
  deps: Pick<ServiceDeps, 'store' | 'now' | 'newId' | 'random' | 'sleep'>,
  { application, manifest, held, ports, lease, onEvent, onDelivered }: SignIns,
): SignInWork {
  const users = signInUsers(manifest);
  const names = new Set(users.map(({ name }) => name.toLowerCase()));
  const random = (count: number) => deps.random(count);
  const { storeIn } = ports;
  const { sleep } = deps;
  const world: WithSignIns = {
    port: ports.signIns,
    delivery: eitherDelivery({
      files: keepSecrets(deps, { application, held }),
      secretsManager: secretsManagerDelivery({ storeIn, random, sleep }),
    }),
    account: manifest.account,
    partition: manifest.partition,
    random,
    now: deps.now,
    sleep,
    onDelivered,
    onWarning: (message) => onEvent({ kind: 'warning', message }),
    concerns: (name) => names.has(name.toLowerCase()),
  };
  return {
    port: withSignIns(ports.port, world),
    settleDoubts: async () => {
      const doubtful = await findMarked(ports, users);
      if (doubtful.length === 0) return;
      const { signal } = held;
      const warn = (message: string) => onEvent({ kind: 'warning', message });
      const { arn: caller } = await ports.port.identify();
      // The mark may be of another door, which is just making a key.
      const taken = await takeLease({
        ...lease,
        ...{ port: ports.port.lease(manifest), caller, sleep: deps.sleep, signal, onWait: warn },
      });
      try {
        for (const { name: user, delivery: to } of doubtful) {
          signal.throwIfAborted();
          await taken.lease.confirm();
          await settleDoubt({ user, to }, world);
        }
      } finally {
        await taken.lease.release();
      }
    },
  };
}

/** Users that carry the mark of a run that was making a key. */
async function findMarked<User extends { readonly name: string }>(
  { signIns }: Pick<ApplyPorts, 'signIns'>,
  users: readonly User[],
): Promise<readonly User[]> {
  const marked: User[] = [];
  for (const user of users) {
    // One that is not there yet has none.
    const tags = await signIns.readTags(user.name);
    if (tags?.[pendingKeyTag] !== undefined) marked.push(user);
  }
  return marked;
}
