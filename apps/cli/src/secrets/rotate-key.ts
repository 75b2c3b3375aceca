import { type RotationStep, rotationStep, type SignInWorld } from '@rolecall/secrets';
import type { SignInUser } from './find-sign-in-user.ts';

export interface RotateInput {
  readonly user: SignInUser;
  readonly quietMs: number;
  readonly world: SignInWorld;
}

/** What is to be done next, after what a run that was cut off may have left is settled. */
export async function nextStep({ user, quietMs, world }: RotateInput): Promise<RotationStep> {
  const { oldestFirst, settleDoubt } = await import('@rolecall/secrets');
  await settleDoubt({ user: user.name, to: user.delivery }, world);
  const { accessKeys } = await world.port.readSignIn(user.name);
  const [old, fresh] = oldestFirst(accessKeys);
  const lastUse = old && fresh ? await world.port.lastUse(old.id) : undefined;
  return rotationStep({ accessKeys, lastUse, now: world.now(), quietMs });
}

export async function takeStep(step: RotationStep, { user, world }: RotateInput): Promise<void> {
  const { deliverKey } = await import('@rolecall/secrets');
  switch (step.kind) {
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

/** What a step does, and what comes after it. */
export function describeStep(step: RotationStep, user: string): { does: string; next: string } {
  switch (step.kind) {
    case 'create':
      return {
        does: `A second access key of ${user} is made and delivered.`,
        next: 'Put the new key to use, then run this again.',
      };
    case 'wait': {
      const { at, service = 'a service', region = 'some region' } = step.use;
      return {
        does: `The old key ${step.id} was used at ${at} (${service}, ${region}): it stays.`,
        next: 'See who uses it, then run this again.',
      };
    }
    case 'deactivate':
      return {
        does: `The old key ${step.id} of ${user} is put out of use.`,
        next: 'If nothing misses it, run this again, which deletes it.',
      };
    case 'delete':
      return {
        does: `The old key ${step.id} of ${user} is deleted.`,
        next: 'That was the last step.',
      };
    case 'nothing':
      return {
        does:
          step.why === 'no-key'
            ? `${user} has no access key.`
            : `Which key of ${user} is the old one cannot be told.`,
        next:
          step.why === 'no-key'
            ? 'Declare "accessKeys: { count: 1 }" and apply.'
            : 'Delete the one that is not wanted by hand.',
      };
    default:
      return step satisfies never;
  }
}
