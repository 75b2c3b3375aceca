import type { RotationStep } from '@rolecall/secrets';

export interface DescribedStep {
  readonly does: string;
  /** What comes after it. */
  readonly next: string;
}

export function describeStep(step: RotationStep, user: string): DescribedStep {
  switch (step.kind) {
    case 'settle':
      return { does: describeDoubt(step.found, user), next: 'Run this again for the next step.' };
    case 'create':
      return {
        does: `A second access key of ${user} is made and delivered.`,
        next: 'Put the new key to use, then run this again.',
      };
    case 'wait':
      return {
        does: describeWait(step),
        next: 'See who uses it, then run this again.',
      };
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
      return step.why === 'no-key'
        ? {
            does: `${user} has no access key.`,
            next: 'Apply the manifest, which makes the first one.',
          }
        : {
            does: `Which key of ${user} is the old one cannot be told.`,
            next: 'Delete the one that is not wanted by hand.',
          };
    default:
      return step satisfies never;
  }
}

type Of<K extends RotationStep['kind']> = Extract<RotationStep, { readonly kind: K }>;

function describeDoubt({ undelivered }: Of<'settle'>['found'], user: string): string {
  return undelivered.length === 0
    ? `A run was cut off while it made a key of ${user}, and left none behind: its mark is taken off.`
    : `A run was cut off while it made a key of ${user}: ${undelivered.join(' and ')} was not delivered here, nobody has used it, and it is deleted.`;
}

function describeWait({ id, use, since }: Of<'wait'>): string {
  if (use === undefined) {
    return `The old key ${id} was not seen in use since the new one was made at ${since}, which is too short a time: it stays.`;
  }
  const { at, service = 'a service', region = 'some region' } = use;
  return `The old key ${id} was used at ${at} (${service}, ${region}): it stays.`;
}
