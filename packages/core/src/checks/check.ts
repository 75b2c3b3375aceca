import type { Json } from '@rolecall/policy';
import type { Outcome, Severity } from '../model/finding.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { PartName, PartValue, SnapshotParts } from '../model/snapshot.ts';

/** What a check is about, for people who choose among checks. */
export type Subject =
  | 'account'
  | 'region'
  | 'user'
  | 'access-key'
  | 'group'
  | 'role'
  | 'policy'
  | 'provider'
  | 'certificate'
  | 'trail'
  | 'analyzer';

export interface CheckMetadata {
  /** Also the name of its file, and the anchor of its entry in docs/checks.gen.md. */
  readonly id: string;
  /** What holds when it passes, as one sentence. */
  readonly title: string;
  readonly severity: Severity;
  readonly subject: Subject;
  /** Why it matters: what happens to accounts that fail it. */
  readonly rationale: string;
  /** What to do about a failure, when the finding itself says nothing more exact. */
  readonly remedy: string;
  /** The AWS page a person reads next. */
  readonly documentation: string;
  /** Controls of docs/checks.md that it answers, e.g. `ROOT-1`. */
  readonly controls?: readonly string[];
  /** Runs only when asked for by id: it costs a call per user, or is a matter of taste. */
  readonly optIn?: boolean;
  /** The settings that move its limits; it reads no others. */
  readonly settings?: readonly (keyof CheckSettings)[];
}

/** The account a snapshot shows, and the moment to which ages are measured. */
export interface CheckContext {
  readonly account: string;
  readonly partition: string;
  /** Subject of what is said about the whole account: `arn:{partition}:iam::{account}:root`. */
  readonly accountArn: string;
  readonly now: Date;
  readonly settings: CheckSettings;
}

/** What a check says of one subject; the framework adds the rest of the finding. */
export interface Verdict {
  readonly outcome: Outcome;
  /** An ARN. */
  readonly subject: string;
  readonly message: string;
  readonly evidence?: { readonly [name: string]: Json };
  readonly remedy?: string;
  /** Tells several verdicts about one subject apart, e.g. `key-1`. */
  readonly key?: string;
  /** Where this case is worse or better than the check as such. */
  readonly severity?: Severity;
}

/** The values of the parts that are known; reading one that is not known throws. */
export type PartValues = { readonly [N in PartName]: PartValue<N> };

/**
 * A rule about an account: pure, from parts of a snapshot to verdicts. `needs` are the parts
 * without which it cannot say anything; `uses` are those it can do without, handed over as they
 * are.
 */
export interface Check extends CheckMetadata {
  readonly needs: readonly PartName[];
  readonly uses?: readonly PartName[];
  readonly run: (
    parts: PartValues,
    context: CheckContext,
    used: SnapshotParts,
  ) => readonly Verdict[];
}

interface CheckDefinition<N extends PartName, U extends PartName> extends Check {
  readonly needs: readonly N[];
  readonly uses?: readonly U[];
  readonly run: (
    parts: Pick<PartValues, N>,
    context: CheckContext,
    used: Pick<SnapshotParts, U>,
  ) => readonly Verdict[];
}

/**
 * Defines a check whose `run` can read no part that it does not declare. One that judges users by
 * the credential report also uses the users of now, since the report may be older than they are.
 */
export function defineCheck<N extends PartName, U extends PartName = never>(
  definition: CheckDefinition<N, U>,
): Check {
  if (!judgesReportedUsers(definition)) return definition;
  const { needs, uses = [] } = definition;
  const declared: readonly PartName[] = [...needs, ...uses];
  return declared.includes('users') ? definition : { ...definition, uses: [...uses, 'users'] };
}

/** Whether what the check says of users or their keys stands in the credential report. */
export function judgesReportedUsers({ subject, needs }: Pick<Check, 'subject' | 'needs'>): boolean {
  return (subject === 'user' || subject === 'access-key') && needs.includes('credentialReport');
}
