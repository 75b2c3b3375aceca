import { RolecallError } from '@rolecall/core';
import type { Event, Repository } from './event.ts';
import type { Inputs } from './inputs.ts';

export interface FittingInput {
  readonly inputs: Pick<Inputs, 'mode' | 'planId'>;
  readonly event: Event;
  readonly repository: Repository;
}

/**
 * Refuses modes where they would be dangerous: the mode is what a workflow file says, and a pull
 * request can change that; event and ref are GitHub's word.
 */
export function requireFitting({ inputs, event, repository }: FittingInput): void {
  const { mode, planId } = inputs;
  if (event.kind === 'other' && event.name === 'pull_request_target') {
    refuse(
      'pull_request_target runs with the secrets of the base on what a stranger wrote.',
      'Run on pull_request; pull requests from forks are then checked offline.',
    );
  }
  const planEvents = ['pull_request', 'push', 'merge_group', 'schedule', 'workflow_dispatch'];
  if (mode === 'plan' && !planEvents.includes(event.kind)) {
    refuse(`plan does not run on ${nameOf(event)}.`, `It runs on ${planEvents.join(', ')}.`);
  }
  if (mode === 'apply') requireDefaultBranch(event, repository);
  if (planId !== undefined && !(mode === 'apply' && event.kind === 'workflow_dispatch')) {
    refuse(
      'plan-id releases a plan only for apply on workflow_dispatch.',
      'Start the apply workflow by hand with it.',
    );
  }
}

function requireDefaultBranch(event: Event, { defaultBranch }: Repository): void {
  const branch = `refs/heads/${defaultBranch}`;
  switch (event.kind) {
    case 'push':
    case 'schedule':
    case 'workflow_dispatch':
      if (event.ref === branch) return;
      break;
    case 'merge_group':
      if (event.baseRef === branch) return;
      break;
    case 'pull_request':
    case 'other':
      break;
    default:
      event satisfies never;
  }
  refuse(
    `apply does not run on ${nameOf(event)}.`,
    `It runs on a push to ${defaultBranch}, on its merge queue, on a schedule and on workflow_dispatch there.`,
  );
}

function nameOf(event: Event): string {
  if (event.kind === 'other') return event.name;
  return 'ref' in event ? `${event.kind} of ${event.ref}` : event.kind;
}

function refuse(message: string, hint: string): never {
  throw new RolecallError('GUARDRAIL_REFUSED', message, { hint });
}
