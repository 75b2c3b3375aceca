import type { OperationDraft } from './operation.ts';
import type { Adopted } from './plan.ts';

/** What has to happen so that one resource is as declared. */
export type Difference =
  | {
      readonly kind: 'create' | 'update' | 'replace';
      readonly drafts: readonly OperationDraft[];
      readonly warnings?: readonly string[];
    }
  | {
      readonly kind: 'adopt';
      readonly drafts: readonly OperationDraft[];
      readonly warnings: readonly string[];
      readonly adopted: Adopted;
    }
  | { readonly kind: 'conflict'; readonly message: string; readonly hint: string }
  | { readonly kind: 'none'; readonly note?: string };
