import type { PrincipalComparison } from '../../access/compare-snapshots.ts';
import type { GuardrailRefusal } from '../../guardrails/refusal.ts';
import type { Diagnostic, SourcePosition } from '../../model/errors.ts';
import type { ApplyReport } from '../../plan/apply-report.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Review } from '../../review/review.ts';

/** Why a run failed, in one word that workflows can test. */
export const failureReasons = [
  'invalid-manifest',
  'findings',
  'guardrail',
  'conflict',
  'plan-changed',
  'not-approved',
  'stale-base',
  'locked',
  'access-denied',
  'quota',
  'apply-failed',
  'partial',
] as const;
export type FailureReason = (typeof failureReasons)[number];

/** Where in its life a change is. */
export type ReportPhase =
  | { readonly kind: 'planned' }
  | { readonly kind: 'applying' }
  | { readonly kind: 'applied'; readonly report: ApplyReport | undefined }
  | { readonly kind: 'not-applied' }
  /** Something newer took its place: a push, or another change of the base. */
  | { readonly kind: 'outdated'; readonly by: string };

/**
 * All that a reader of a pull request is told. Only values read back from AWS stand where something
 * is approved; everything else comes from outside and is escaped by the renderer.
 */
export interface PullRequestReport {
  readonly phase: ReportPhase;
  /** As AWS said; missing where AWS was not asked. */
  readonly account: ReportedAccount | undefined;
  /** What the manifest says it is for; missing where there is no manifest, or none that is valid. */
  readonly declared: { readonly account: string; readonly scope: string } | undefined;
  /** Why AWS was not asked, as a sentence: a fork's pull request has no credentials. */
  readonly offline: string | undefined;
  readonly commits: { readonly base: string | undefined; readonly head: string };
  readonly runUrl: string | undefined;
  readonly failure:
    | {
        readonly reason: FailureReason;
        /** One sentence. */
        readonly message: string;
        readonly hint?: string | undefined;
      }
    | undefined;
  /** What is wrong with the inputs: the manifest, the guardrails, a policy file. */
  readonly problems: readonly Diagnostic[];
  /** Missing where none could be made: offline, or the manifest is invalid. */
  readonly plan: Plan | undefined;
  /** What declared changes mean; offline it compares two declarations. */
  readonly review: Review | undefined;
  readonly guardrails: ReportedGuardrails | undefined;
  readonly refusals: readonly GuardrailRefusal[];
  /** Policies in files that are in no manifest. */
  readonly policies: readonly ReportedPolicy[];
  readonly lint: readonly ReportedLint[];
  /** Changes to what guards the change itself: the guardrail file, a workflow, our own roles. */
  readonly controlPlane: readonly string[];
  readonly approval: ReportedApproval;
  /** Findings of checks, where they were run; the worst first. */
  readonly checks: readonly ReportedCheck[];
}

export interface ReportedAccount {
  readonly id: string;
  readonly alias: string | undefined;
  readonly partition: string;
}

export interface ReportedGuardrails {
  readonly file: string;
  /** The commit they were read from: never the one that is judged. */
  readonly commit: string;
  /** `none`: there is no such file; what Rolecall always holds to still holds. */
  readonly state: 'used' | 'none';
}

/** A policy of a file that is in no manifest. */
export interface ReportedPolicy extends Omit<PrincipalComparison, 'aspect'> {
  readonly aspect: PrincipalComparison['aspect'] | 'resource-policy';
  readonly file: string;
  readonly position: SourcePosition | undefined;
}

export interface ReportedLint {
  readonly level: 'error' | 'warning' | 'note';
  /** `MISSING_ACTION`. */
  readonly code: string;
  readonly message: string;
  readonly position: SourcePosition;
  readonly learnMore: string | undefined;
}

export interface ReportedCheck {
  readonly check: string;
  readonly severity: string;
  readonly outcome: string;
  readonly subject: string;
  readonly message: string;
  readonly remedy: string;
}

export type ReportedApproval =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'review';
      /** Login of who approved, and at which commit. */
      readonly approvedBy: readonly string[];
      /** Why approvals that are there do not count. */
      readonly void: readonly { readonly login: string; readonly why: string }[];
    };
