import { randomUUID } from 'node:crypto';
import { explainLease, takeLease } from '@rolecall/core';
import type { SignInWorld } from '@rolecall/secrets';
import type { Invocation } from '../commands/command-context.ts';
import type { OpenedUser } from './open-sign-in-user.ts';

export interface LeaseOptions {
  readonly lease: boolean;
  /** Milliseconds. */
  readonly wait?: number;
}

/**
 * Works while no other run of the scope writes: of two at once, one would throw away what the other
 * has kept, or delete the key that it has just made. What was found before has to be looked at anew.
 */
export async function whileAlone<T>(
  { environment, presenter, options }: Invocation<LeaseOptions>,
  { port, manifest, world }: Pick<OpenedUser, 'port' | 'manifest' | 'world'>,
  work: (world: SignInWorld) => Promise<T>,
): Promise<T> {
  if (!options.lease) return work(world);
  const { now, sleep, signal } = environment;
  const { arn: caller } = await port.identify();
  const { lease } = await takeLease({
    port: port.lease(manifest),
    ...{ token: randomUUID(), door: 'command line', caller, now, sleep, signal },
    waitMs: options.wait ?? 0,
    onWait: (message) => presenter.note(message),
  }).catch(explainLease);
  try {
    return await work({ ...world, port: confirming(world.port, lease.confirm) });
  } finally {
    const trouble = await lease.release();
    if (trouble !== undefined) presenter.note(`Warning: ${trouble}`);
  }
}

/** A key that could not be kept is deleted in any case. */
function confirming(port: SignInWorld['port'], confirm: () => Promise<void>): SignInWorld['port'] {
  const first =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await confirm();
      return call(...args);
    };
  return {
    ...port,
    createPassword: first(port.createPassword),
    changePassword: first(port.changePassword),
    createKey: first(port.createKey),
    setKeyActive: first(port.setKeyActive),
    tag: first(port.tag),
  };
}
