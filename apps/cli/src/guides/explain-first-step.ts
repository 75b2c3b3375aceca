import {
  type Caller,
  defaultCheckSettings,
  fillInstructions,
  type Guide,
  guideFacts,
  noParts,
  renderInstructions,
} from '@rolecall/core';
import type { Presenter } from '../output/presenter.ts';

/** Whoever comes as root is refused, and told how to come as somebody else. */
export function explainFirstStep(guide: Guide, caller: Caller, presenter: Presenter): void {
  const first = guide.steps.find(({ settled }) => settled.by === 'caller');
  if (first === undefined || !('instructions' in first.settled) || !first.settled.instructions)
    return;
  const nothing = { schemaVersion: 1, caller, takenAt: '', parts: noParts } as const;
  const facts = guideFacts(nothing, defaultCheckSettings);
  const instructions = fillInstructions(first.settled.instructions, facts);
  presenter.noteLines([first.title, ...renderInstructions(instructions, presenter.noteLayout)]);
}
