import type { ApplyEvent } from '@rolecall/core';
import type { Runner } from '../run/runner.ts';

/** Tells the log what is being done, as it is done. */
export function narrate({ say, warn }: Pick<Runner, 'say' | 'warn'>): (event: ApplyEvent) => void {
  return (event) => {
    switch (event.kind) {
      case 'change-started':
        return say(`${event.change.kind} ${event.change.resource}`);
      case 'operation': {
        const { action, facet, status, message } = event.result;
        const tail = message === undefined ? '' : `: ${message}`;
        return say(`  ${status} ${action}${facet === '' ? '' : ` (${facet})`}${tail}`);
      }
      case 'retry':
        return say(`  waiting ${Math.round(event.waitMs / 1000)} s: ${event.reason}`);
      case 'warning':
        return warn(event.message);
      default:
        return event satisfies never;
    }
  };
}
