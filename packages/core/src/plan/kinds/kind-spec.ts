import type { Diagnostic } from '../../model/errors.ts';
import type { DesiredOf, LiveOf, ResourceType, SpecifiedType } from '../../model/resource.ts';
import type { PartName, PartValue, SnapshotParts } from '../../model/snapshot.ts';
import type { AuthorizedRequest } from '../authorized-request.ts';
import type { Call } from '../calls.ts';
import type { DiffContext } from '../diff-context.ts';
import type { Difference } from '../difference.ts';
import type { Operation, OperationDraft } from '../operation.ts';
import type { Change } from '../plan.ts';

/** The value of a part; `undefined` where it is unknown. */
export type ReadPart = <N extends PartName>(name: N) => PartValue<N> | undefined;

/** How resources of a kind are planned. All of it is pure. */
export interface KindSpec<T extends SpecifiedType> {
  /** Parts without which nothing of the kind is planned. */
  readonly parts: readonly PartName[];
  /** What a snapshot shows of the kind. */
  readonly live: (part: ReadPart) => readonly LiveOf<T>[];
  /** What has to happen so that it is as declared; `live` is what is there under its name. */
  readonly diff: (
    desired: DesiredOf<T>,
    live: LiveOf<T> | undefined,
    context: DiffContext,
  ) => Difference;
  /** Why the declaration cannot work in this account: limits, regions, what it names. */
  readonly faults?: (desired: DesiredOf<T>, parts: SnapshotParts) => readonly Diagnostic[];
  /** Keys of the resources that have to be there before it, where the same plan makes them. */
  readonly dependencies?: (desired: DesiredOf<T>) => readonly string[];
  /** Whether AWS puts what is created in the place of what is there, so that it is read once more. */
  readonly replaces?: boolean;
  /** How it is taken away; missing where it never is. */
  readonly removal?: {
    /**
     * Types beside which prune looks for it: its parts take permissions and calls that accounts
     * without any of them need not give. Left out, it looks in every plan that prunes.
     */
    readonly beside?: readonly ResourceType[];
    /** Ours for sure: by more than a tag that others may have set. Left out, prune leaves it. */
    readonly isOurs?: (live: LiveOf<T>, scope: string) => boolean;
    /**
     * Ours where the manifest itself says that it is to go: its name is a person's word. Left out, as
     * for prune.
     */
    readonly isOursByWord?: (live: LiveOf<T>, scope: string) => boolean;
    readonly drafts: (
      live: LiveOf<T>,
      context: DiffContext,
      /** Keys of all that the plan takes away. */
      leaving: ReadonlySet<string>,
    ) => readonly OperationDraft[] | { readonly message: string; readonly hint: string };
    /** What whoever reviews the deletion should know. */
    readonly warnings?: (live: LiveOf<T>, context: DiffContext) => readonly string[];
    /** Keys of what goes first: it stays where that could not be taken away. */
    readonly after?: (live: LiveOf<T>, context: DiffContext) => readonly string[];
  };
  /** What AWS authorises a call on; left out, the action on the resource's ARN. */
  readonly authorized?: (
    operation: Operation,
    change: Pick<Change, 'name' | 'arn'>,
  ) => readonly AuthorizedRequest[];
  /** The parts as the call leaves them, as far as they decide on access. */
  readonly project?: (call: Call, parts: SnapshotParts) => Partial<SnapshotParts>;
}
