import type { UndecidedReason } from '@rolecall/policy';
import type { PolicySide } from './policy-side.ts';

/** Why nothing was decided, as a sentence. */
export function describeUndecided(
  reason: UndecidedReason | { readonly kind: 'too-long' },
  { old, next }: { readonly old: PolicySide; readonly next: PolicySide },
): string {
  switch (reason.kind) {
    case 'unreadable': {
      const { side, policy, fault } = reason.policy;
      const name = (side === 'old' ? old : next).names[policy] ?? `${side} policy ${policy + 1}`;
      return `${name} cannot be read: ${fault.message}`;
    }
    case 'too-long':
      return 'The list is cut; there is more.';
    default:
      return reason.message;
  }
}
