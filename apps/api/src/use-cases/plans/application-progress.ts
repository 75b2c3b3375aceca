import type { ApplyEvent } from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import type { Receipt } from '@rolecall/secrets';
import { serviceActor } from '../../work/service-actor.ts';
import type { ServiceDeps } from '../service-deps.ts';

export interface Progress {
  readonly add: (event: ApplyEvent) => void;
  /** A password or access key was handed over. */
  readonly addReceipt: (receipt: Receipt) => void;
  /** Waits until all is written; fails where it could not be. */
  readonly end: () => Promise<void>;
}

/**
 * Adds what happens to the audit log while it happens; what comes in the meantime is written
 * together.
 */
export function createProgress(
  { store, now }: Pick<ServiceDeps, 'store' | 'now'>,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Progress {
  let waiting: { readonly type: string; readonly at: string; readonly data: Json }[] = [];
  let written = Promise.resolve();
  const write = async (): Promise<void> => {
    const entries = waiting;
    waiting = [];
    if (entries.length === 0) return;
    await store.transaction(async (tx) => {
      for (const entry of entries) {
        tx.audit({ ...entry, actor: serviceActor, subject: `applications/${id}`, accountId });
      }
    });
  };
  const push = (entry: { readonly type: string; readonly data: Json }): void => {
    waiting.push({ at: now().toISOString(), ...entry });
    written = written.then(write);
    // Told by `end`.
    written.catch(() => {});
  };
  return {
    add: (event) => push(entryOf(event)),
    addReceipt: ({ user, kind, accessKeyId = null, place, recipients }) =>
      push({
        type: 'application.secret-delivered',
        data: { user, kind, accessKeyId, place, recipients: [...recipients] },
      }),
    end: () => written,
  };
}

function entryOf(event: ApplyEvent): { readonly type: string; readonly data: Json } {
  switch (event.kind) {
    case 'change-started': {
      const { kind, resource, arn } = event.change;
      return { type: 'application.change-started', data: { kind, resource, arn } };
    }
    case 'operation': {
      const { id, action, resource, facet, status, message = null } = event.result;
      const data = { id, action, resource, facet, status, message };
      return { type: 'application.operation', data };
    }
    case 'retry': {
      const { operation, reason, waitMs } = event;
      const { id, action, resource } = operation;
      return { type: 'application.retry', data: { id, action, resource, reason, waitMs } };
    }
    case 'warning':
      return { type: 'application.warning', data: { message: event.message } };
    default:
      return event satisfies never;
  }
}
