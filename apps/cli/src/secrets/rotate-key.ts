import { RolecallError, type SignInCall } from '@rolecall/core';
import { type RotationStep, rotationStep, type SignInWorld } from '@rolecall/secrets';
import type { SignInUser } from './find-sign-in-user.ts';

export interface RotateInput {
  readonly user: SignInUser;
  readonly quietMs: number;
  readonly world: SignInWorld;
}

/** What is to be done next. Nothing is written. */
export async function nextStep({ user, quietMs, world }: RotateInput): Promise<RotationStep> {
  const { findDoubt, oldestFirst } = await import('@rolecall/secrets');
  const doubt = await findDoubt({ user: user.name, to: user.delivery }, world);
  const { accessKeys } = await world.port.readSignIn(user.name);
  const [old, fresh] = oldestFirst(accessKeys);
  const lastUse = old && fresh ? await world.port.lastUse(old.id) : undefined;
  return rotationStep({ doubt, accessKeys, lastUse, now: world.now(), quietMs });
}

/** Fails (`PLAN_CHANGED`) where what was agreed to is no longer what comes next. */
export function requireSameStep(agreed: RotationStep, now: RotationStep): void {
  if (JSON.stringify(agreed) === JSON.stringify(now)) return;
  throw new RolecallError('PLAN_CHANGED', 'Another run took a step meanwhile; nothing was done.', {
    hint: 'Run again, and see what comes next.',
  });
}

export async function takeStep(step: RotationStep, { user, world }: RotateInput): Promise<void> {
  const { deliverKey, settleFound } = await import('@rolecall/secrets');
  switch (step.kind) {
    case 'settle':
      return settleFound(user.name, step.found, world);
    case 'create':
      return deliverKey({ user: user.name, to: user.delivery, count: 2 }, world);
    case 'deactivate':
      return world.port.setKeyActive(user.name, { id: step.id, active: false });
    case 'delete':
      return world.port.deleteKey(user.name, step.id);
    case 'wait':
    case 'nothing':
      return;
    default:
      return step satisfies never;
  }
}

/** What a plan would say of a step, for whoever judges it. */
export function callsOf(step: RotationStep, user: SignInUser): readonly SignInCall[] {
  const { name: UserName, delivery: Delivery } = user;
  const deleting = (AccessKeyId: string): SignInCall => ({
    action: 'iam:DeleteAccessKey',
    input: { UserName, AccessKeyId },
  });
  switch (step.kind) {
    case 'settle':
      return step.found.undelivered.map(deleting);
    case 'create':
      return [{ action: 'iam:CreateAccessKey', input: { UserName, Count: 2, Delivery } }];
    case 'deactivate':
    case 'delete':
      return [deleting(step.id)];
    case 'wait':
    case 'nothing':
      return [];
    default:
      return step satisfies never;
  }
}
