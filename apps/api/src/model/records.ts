import type { Json } from '@rolecall/policy';

/** What the service stores; instants are ISO 8601 in UTC, ids UUIDs of version 7 made by us. */

/** Who does something: a person or a machine that was authenticated, or the service itself. */
export interface Actor {
  readonly kind: 'person' | 'machine' | 'service';
  /** `{issuer}|{subject}` of a token; `token:{id}` of an API token; `service`. */
  readonly id: string;
  /** For people to read; from a verified claim. */
  readonly name: string;
}

/** An AWS account that was registered, and how it is reached. */
export interface AccountRecord {
  /** Twelve digits. */
  readonly id: string;
  readonly name: string;
  readonly partition: string;
  readonly access:
    | { readonly kind: 'role'; readonly roleArn: string; readonly externalId: string }
    /** An account in memory, for trying things out. */
    | { readonly kind: 'sandbox'; readonly scenario: string };
  /** `production`, `development` … as rules name it. */
  readonly environment: string;
  readonly owner: string;
  readonly state: 'pending' | 'verified' | 'failed';
  readonly failure: string | null;
  /** Scope under which the service owns what it makes there. */
  readonly scope: string;
  readonly revision: number;
  readonly createdAt: string;
}

export const requestStates = [
  'draft',
  'pending-approval',
  'approved',
  'provisioning',
  'fulfilled',
  'provision-failed',
  'rejected',
  'cancelled',
  'lapsed',
] as const;
export type RequestState = (typeof requestStates)[number];

/** A person asks for a blueprint in an account for a while. */
export interface RoleRequestRecord {
  readonly id: string;
  readonly state: RequestState;
  readonly requester: Actor;
  readonly accountId: string;
  readonly blueprint: string;
  readonly parameters: { readonly [name: string]: Json };
  readonly reason: string;
  readonly ticket: string | null;
  /** Seconds, from the moment it is provisioned. */
  readonly durationSeconds: number;
  /** Nobody who has not answered by then is waited for. */
  readonly answerBy: string;
  readonly emergency: boolean;
  /** What was seen when it was submitted, or planned again since; decisions are bound to `planId`. */
  readonly preview: RequestPreview | null;
  readonly approval: {
    /** `automatic`: a rule allows it; `reviewed`: people decide; `emergency`: reviewed afterwards. */
    readonly method: 'automatic' | 'reviewed' | 'emergency';
    /** Id of the rule that says so. */
    readonly rule: string;
    /** How many people have to approve. */
    readonly needed: number;
    /** Subjects, or groups as `group:{name}`, who may. */
    readonly approvers: readonly string[];
  } | null;
  readonly grantId: string | null;
  readonly failure: string | null;
  /** Increased by every change; the ETag. */
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What a request would do, in data and in words; made by planning, never by the client. */
export interface RequestPreview {
  readonly planId: string;
  /** Of core's Plan; whole, since it is what people approve. */
  readonly plan: Json;
  readonly risk: 'none' | 'info' | 'low' | 'medium' | 'high' | 'critical';
  /** One sentence each: what becomes possible, with examples. */
  readonly grants: readonly string[];
  readonly risks: readonly {
    readonly severity: string;
    readonly kind: string;
    readonly text: string;
  }[];
  /** Guardrails that it breaks; with any of them it cannot be submitted. */
  readonly refusals: readonly {
    readonly rule: string;
    readonly message: string;
    readonly hint: string;
  }[];
  readonly roleArns: readonly string[];
  /** What the roles may do and whom they trust, whole: later plans are compared with it. */
  readonly access: readonly RoleAccess[];
  readonly plannedAt: string;
}

/** Of one role that a request makes. */
export interface RoleAccess {
  readonly arn: string;
  readonly trust: Json;
  readonly policies: readonly Json[];
  /** The permissions boundary's document, where it has one that could be read. */
  readonly boundary: Json | null;
  /** ARNs of policies whose text could not be read. */
  readonly unread: readonly string[];
}

export interface DecisionRecord {
  readonly id: string;
  readonly requestId: string;
  readonly approver: Actor;
  /** Subject of the approver in whose place a delegate answered. */
  readonly onBehalfOf?: string | null | undefined;
  readonly decision: 'approve' | 'reject';
  readonly comment: string;
  /** The plan that the approver saw. */
  readonly planId: string;
  /** Voided when the plan moved. */
  readonly valid: boolean;
  readonly createdAt: string;
}

/** Somebody answers requests in the place of an approver for a while. */
export interface Delegation {
  readonly id: string;
  /** Subject of the approver. */
  readonly from: string;
  /** Groups of the approver, as `group:{name}`, verified when it was made. */
  readonly fromGroups: readonly string[];
  /** Subject of the delegate. */
  readonly to: string;
  readonly startsAt: string;
  /** The first moment at which it holds no more. */
  readonly endsAt: string;
}

export const grantStates = [
  'provisioning',
  'active',
  'expiring',
  'removing',
  'expired',
  'revoking',
  'revoked',
  'removal-failed',
] as const;
export type GrantState = (typeof grantStates)[number];

/** What came of a request, in one account. */
export interface GrantRecord {
  readonly id: string;
  readonly requestId: string;
  readonly state: GrantState;
  readonly holder: Actor;
  readonly accountId: string;
  readonly blueprint: string;
  readonly roleArns: readonly string[];
  /** The manifest that makes it, as core reads it; expiry takes it away again. */
  readonly manifest: Json;
  readonly planId: string;
  readonly startsAt: string;
  readonly expiresAt: string;
  readonly endedAt: string | null;
  /** Who revoked it; `null` while it lives and where time ended it. */
  readonly endedBy: Actor | null;
  readonly endReason: string | null;
  readonly failure: string | null;
  /** Of an emergency: what came of the look afterwards. */
  readonly review: { readonly by: Actor; readonly at: string; readonly comment: string } | null;
  readonly needsReview: boolean;
  readonly recertifiedAt: string | null;
  readonly revision: number;
  readonly createdAt: string;
}

/** Who approves what; the first that matches decides. Configuration, changed under If-Match. */
export interface ApprovalRule {
  readonly id: string;
  readonly when: {
    readonly blueprints?: readonly string[];
    readonly accounts?: readonly string[];
    readonly environments?: readonly string[];
    /** At most this risky. */
    readonly maxRisk?: RequestPreview['risk'];
    readonly maxDurationSeconds?: number;
  };
  readonly outcome:
    | { readonly kind: 'automatic' }
    | { readonly kind: 'people'; readonly approvers: readonly string[]; readonly needed: number }
    | { readonly kind: 'refuse'; readonly why: string };
}

/** Who may ask for what. */
export interface EligibilityRule {
  readonly id: string;
  /** Subjects, `group:{name}`, or `*`. */
  readonly who: readonly string[];
  /** Ids, or `*`; so the accounts. */
  readonly blueprints: readonly string[];
  readonly accounts: readonly string[];
  readonly maxDurationSeconds: number;
  readonly emergency: boolean;
}

/** From an OIDC subject to the principal of AWS that the role will trust. */
export interface PrincipalMapping {
  /** `{issuer}|{subject}`. */
  readonly subject: string;
  readonly accountId: string | '*';
  /**
   * `role-session`: sessions of a role, told apart by `aws:userid` or the session's name;
   * `role`, `user`: an ARN.
   */
  readonly principal:
    | {
        readonly kind: 'role-session';
        readonly roleArn: string;
        readonly sessionName: string;
        /** What the session's `aws:SourceIdentity` must be; where the identity provider sets it. */
        readonly sourceIdentity?: string;
      }
    | {
        readonly kind: 'role' | 'user';
        readonly arn: string;
        /** Of users: their session must show MFA. */
        readonly requireMfa?: boolean;
      };
}

/** A change of the rules that waits, or waited, for a second person. */
export interface RuleChangeRecord {
  readonly id: string;
  /** What is there afterwards, as the use case reads it. */
  readonly edit: Json;
  /** Revision of what it changes when it was proposed; `null`: there was nothing. */
  readonly base: number | null;
  readonly proposedBy: Actor;
  /** `lapsed`: nobody decided in time; `withdrawn`: who proposed it has left. */
  readonly state: 'pending' | 'applied' | 'rejected' | 'superseded' | 'lapsed' | 'withdrawn';
  readonly decidedBy: Actor | null;
  readonly comment: string;
  /** Counts from 0. */
  readonly revision: number;
  readonly createdAt: string;
  readonly decidedAt: string | null;
}

export type { AuditEvent } from '@rolecall/audit';

export interface WebhookEndpoint {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  /** Sealed with the service's key; shown once when it is made. */
  readonly secret: string;
  readonly state: 'enabled' | 'disabled';
  readonly revision: number;
  readonly createdAt: string;
}

/** A plan as it was shown: what its id stands for must be there when somebody applies it. */
export interface PlanRecord {
  /** Core's digest of the plan, so the same plan made twice is one. */
  readonly id: string;
  readonly accountId: string;
  /** The manifest that it came from, as core reads it. */
  readonly manifest: Json;
  /** Of core's Plan. */
  readonly plan: Json;
  /** What it would open, for people; null where nobody asked. */
  readonly review: Json;
  /** The last word of a second person; null while nobody has said anything. */
  readonly decision: PlanDecision | null;
  readonly madeBy: Actor;
  readonly createdAt: string;
}

export interface PlanDecision {
  readonly decision: 'approve' | 'reject';
  readonly by: Actor;
  readonly comment: string;
  readonly at: string;
}

/** Plans of several accounts, made from one manifest in one go. */
export interface PlanSetRecord {
  readonly id: string;
  readonly scope: string;
  readonly state: WorkState;
  readonly requestedBy: Actor;
  readonly request: { readonly text: string; readonly includeRetired: boolean };
  readonly failure: string | null;
  readonly revision: number;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

/** One account of a set; `position` keeps the manifest's order and counts from 0. */
export interface PlanSetMemberRecord {
  readonly setId: string;
  readonly position: number;
  /** As the manifest calls it. */
  readonly name: string;
  readonly accountId: string;
  readonly partition: string;
  readonly tags: readonly string[];
  readonly state: 'waiting' | 'planned' | 'failed';
  readonly planId: string | null;
  readonly summary: PlanSetMemberSummary | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
}

/** What the plan of one account is about. */
export interface PlanSetMemberSummary {
  /** How many resources of each kind of change. */
  readonly changes: { readonly [kind: string]: number };
  readonly operations: number;
  readonly conflicts: number;
  readonly refusals: number;
  readonly grantsMore: boolean;
  /** Of the most severe risk; null where there is none. */
  readonly risk: string | null;
  /** What becomes possible, a sentence each; the account's own id as `{account.id}`. */
  readonly granted: readonly string[];
}

export type WorkState = 'queued' | 'running' | 'succeeded' | 'failed';

/** One carrying out of a plan. */
export interface ApplicationRecord {
  readonly id: string;
  readonly planId: string;
  readonly accountId: string;
  readonly state: WorkState;
  readonly requestedBy: Actor;
  /** Core's ApplyReport, as far as it came. */
  readonly report: Json;
  readonly failure: string | null;
  readonly revision: number;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

/** A line of the journal of a scope in an account. */
export interface JournalRow {
  readonly accountId: string;
  readonly scope: string;
  readonly applicationId: string;
  /** Names one attempt at the application. */
  readonly run: string;
  readonly kind: string;
  readonly at: string;
  /** Core's JournalEntry. */
  readonly entry: Json;
}

/**
 * A password or access key that an application made, encrypted to its custodians and kept until one
 * of them has it fetched, once. Its ciphertext is in no record: only who fetches it gets to see it.
 */
export interface SecretRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly accountId: string;
  readonly user: string;
  readonly kind: 'password' | 'access-key';
  readonly accessKeyId: string | null;
  /** Fingerprints of the keys that can read it. */
  readonly recipients: readonly string[];
  readonly state: 'waiting' | 'read' | 'expired';
  /** Whether it is known to be live; if not, the work was cut off, and it may be. */
  readonly settled: boolean;
  readonly revision: number;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly readBy: Actor | null;
  readonly readAt: string | null;
}

/** One look at an account; its findings are kept beside it. */
export interface CheckRunRecord {
  readonly id: string;
  readonly accountId: string;
  readonly state: WorkState;
  readonly requestedBy: Actor;
  /** As it was asked for. */
  readonly request: CheckRunRequest;
  /** How many findings of each outcome; what is excepted counts as `excepted`. */
  readonly counts: { readonly [standing: string]: number };
  /** How many findings ask for something, by severity. */
  readonly openBySeverity: { readonly [severity: string]: number };
  /** Percent of the checks that hold; null where none could be judged. */
  readonly score: number | null;
  readonly failure: string | null;
  readonly revision: number;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

export interface CheckRunRequest {
  readonly profile: string | null;
  /** Ids; null where nobody named any. */
  readonly checks: readonly string[] | null;
  /** Of core's CheckSettings, those that were given. */
  readonly settings: { readonly [name: string]: Json };
  /** For this run alone, as in a file of exceptions. */
  readonly exceptions: readonly Json[];
  /** Whether failures are looked at once more, live. */
  readonly fresh: boolean;
  /** Whether it is planned what would mend the findings. */
  readonly fixes: boolean;
}

/** What there is of a check run beside its findings. */
export interface CheckReportRecord {
  readonly runId: string;
  readonly report: Json;
}

/** What findings of an account its team lives with; changed under its revision. */
export interface AccountExceptionsRecord {
  readonly accountId: string;
  /** As in a file of exceptions. */
  readonly exceptions: readonly Json[];
  readonly revision: number;
  readonly updatedBy: Actor;
  readonly updatedAt: string;
}

/** One walk of a set-up guide against an account. */
export interface GuideWalkRecord {
  readonly id: string;
  readonly accountId: string;
  /** Id of the guide. */
  readonly guide: string;
  readonly state: WorkState;
  readonly requestedBy: Actor;
  readonly request: GuideWalkRequest;
  /** How many steps are in each state. */
  readonly counts: { readonly [state: string]: number };
  /** What came of it; null until it has succeeded. */
  readonly result: Json;
  readonly failure: string | null;
  readonly revision: number;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

export interface GuideWalkRequest {
  readonly values: { readonly [parameter: string]: Json };
  /** Steps of choice that are wanted. */
  readonly steps: readonly string[];
  readonly includeRetired: boolean;
  /** The account's manifest as text; null where there is none yet. */
  readonly manifest: string | null;
  readonly settings: { readonly [name: string]: Json };
}

/** A finding of a check run; `position` keeps core's order and counts from 0. */
export interface CheckFindingRecord {
  readonly runId: string;
  readonly position: number;
  readonly outcome: string;
  readonly severity: string;
  /** Core's Finding. */
  readonly finding: Json;
}

/** The guardrails as text; a change is a new version, and no version goes away. */
export interface GuardrailsRecord {
  /** Counts from 1. */
  readonly version: number;
  readonly text: string;
  readonly changedBy: Actor;
  readonly createdAt: string;
}

/** One notice on its way out: the outbox. */
export interface DeliveryRecord {
  readonly id: string;
  readonly channel: 'webhook' | 'slack' | 'email';
  /** Of a webhook, the id of its endpoint; else an address that the configuration names. */
  readonly target: string;
  readonly eventType: string;
  readonly payload: Json;
  /** `abandoned`: tried until there was no point in it. */
  readonly state: 'pending' | 'delivered' | 'abandoned';
  readonly attempts: number;
  /** Not tried again before then; null when nothing is left to do. */
  readonly nextAttemptAt: string | null;
  /** Of the last attempt, for people. */
  readonly failure: string | null;
  readonly createdAt: string;
  readonly deliveredAt: string | null;
}

/** The sole right to change an account for a while. */
export interface AccountLease {
  readonly accountId: string;
  /** Names one attempt at one job, not a process: nobody holds it twice. */
  readonly holder: string;
  readonly expiresAt: string;
  /** Grows with every holder; what is written under an older one is refused. */
  readonly fence: number;
}

/** A value that the service keeps for itself, changed under its revision. */
export interface SettingRecord {
  readonly key: string;
  readonly value: Json;
  readonly revision: number;
  readonly updatedAt: string;
}
