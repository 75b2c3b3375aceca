import {
  type AccountPort,
  type ApplyEvent,
  type Manifest,
  saysSignIn,
  sketchManifest,
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
  deps: Pick<ServiceDeps, 'store' | 'now' | 'newId' | 'random'>,
  { application, manifest, held, ports, onEvent, onDelivered }: SignIns,
): SignInWork {
  const users = signInUsers(manifest);
  const names = new Set(users.map(({ name }) => name.toLowerCase()));
  const random = (count: number) => deps.random(count);
  const { storeIn } = ports;
  const world: WithSignIns = {
    port: ports.signIns,
    delivery: eitherDelivery({
      files: keepSecrets(deps, { application, held }),
      secretsManager: secretsManagerDelivery({ storeIn, random }),
    }),
    account: manifest.account,
    partition: manifest.partition,
    random,
    now: deps.now,
    onDelivered,
    onWarning: (message) => onEvent({ kind: 'warning', message }),
    concerns: (name) => names.has(name.toLowerCase()),
  };
  return {
    port: withSignIns(ports.port, world),
    settleDoubts: async () => {
      for (const { name: user, delivery: to } of users) {
        held.signal.throwIfAborted();
        // A user that is not there yet has no key either.
        if ((await ports.signIns.readTags(user)) === undefined) continue;
        await settleDoubt({ user, to }, world);
      }
    },
  };
}
