import type { Witness } from '@rolecall/policy';
import type { SourcePosition } from '../model/errors.ts';

/** One thing that the guardrails do not let through. */
export interface GuardrailRefusal {
  /**
   * `account`, `scope`, `trust`, `boundary`, `never-grant/{name}`, `max-session-duration`, `name`,
   * `path`, `assignments`, `membership`, `passwords`, `access-keys`, `password-reset`, `delivery`,
   * `without-mfa`, `saml`, `analyzer-types`, `required-analyzers`, `archive-rules`, `contacts`,
   * `people`, `protected`, `max-deletes`.
   */
  readonly rule: string;
  /** Key of the resource; missing where it is about the plan as a whole. */
  readonly resource: string | undefined;
  readonly address: string | undefined;
  readonly position: SourcePosition | undefined;
  readonly message: string;
  readonly hint: string;
  /** A request that shows it; goes through JSON. */
  readonly witness?: Witness;
  /** Whether it breaks the rule could not be decided. */
  readonly undecided?: true;
}

/** What a rule says; whom it is about is added by who asks it. */
export type Fault = Omit<GuardrailRefusal, 'resource' | 'address' | 'position'>;
