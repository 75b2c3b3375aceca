import type { Actor } from './actor.ts';
import type { Certainty } from './ask.ts';
import type { EscalationPath } from './escalation-path.ts';
import type { Attempt, Through } from './try-path.ts';

/** A way up that somebody has, with the requests that prove it. */
export interface Escalation {
  readonly path: EscalationPath;
  readonly through: Through;
  readonly attempt: Attempt;
  /** All in all: of the requests, of what they lead to, and of what the snapshot does not show. */
  readonly certainty: Certainty;
  /** How whoever it leads to goes on; undefined where that one is administrator. */
  readonly next: Escalation | undefined;
}

/** That somebody is administrator, or can become it. */
export interface Reach {
  readonly actor: Actor;
  readonly certainty: Certainty;
  readonly next: Escalation | undefined;
}
