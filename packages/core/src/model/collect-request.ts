import type { PartName } from './snapshot.ts';

/** What to read of an account. Reading less is faster and needs fewer permissions. */
export interface CollectRequest {
  readonly parts: readonly PartName[];
  /** Where regional parts are read; without it in every region that is enabled. */
  readonly regions?: readonly string[] | undefined;
  /** Of these, and of what lies under the path, `policySettings` and instance profile tags are read. */
  readonly planning?: PlanningScope;
}

export interface PlanningScope {
  /** Path under which everything of ours lies, e.g. `/rolecall/platform/`. */
  readonly pathPrefix: string;
  /** Names of the customer-managed policies that are declared. */
  readonly policyNames: readonly string[];
  readonly instanceProfileNames: readonly string[];
  /** Names of the users that are declared; of others under the path the credentials are read. */
  readonly userNames: readonly string[];
  /** Names of users that end, or are moved: their credentials are read wherever they lie. */
  readonly leavingUserNames?: readonly string[];
  /** Names of those of which passwords and keys are declared, and read. */
  readonly signInUserNames?: readonly string[];
  /** AWS-managed policies whose document the declaration copies. */
  readonly managedPolicyArns: readonly string[];
  /**
   * AWS-managed policies that the declaration attaches: what a plan newly grants depends on their
   * documents. Those in use already are among `policies`, and not read once more.
   */
  readonly heldPolicyArns: readonly string[];
  /** Names of the permission sets that are declared; left out, all of them are read whole. */
  readonly permissionSetNames?: readonly string[];
  /** Groups of Identity Center that are declared; left out, the members of all are read. */
  readonly identityCenterGroupNames?: readonly string[];
}
