import type { KeyObject, randomBytes } from 'node:crypto';
import type { Accounts } from '../accounts/open-account.ts';
import type { Sandboxes } from '../accounts/sandboxes.ts';
import type { ApiTokenVerifier } from '../identity/api-tokens.ts';
import type { TargetRules } from '../notify/check-target.ts';
import type { Sealer } from '../notify/sealer.ts';
import type { Store } from '../storage/store.ts';
import type { PlanList } from './plans/plan-list.ts';

/** What the use cases beside role requests and grants are given from outside. */
export interface ServiceDeps {
  readonly store: Store;
  readonly planList: PlanList;
  readonly accounts: Accounts;
  readonly sandboxes: Pick<Sandboxes, 'remove'>;
  readonly now: () => Date;
  /** A UUID of version 7 that was never used before. */
  readonly newId: () => string;
  readonly random: typeof randomBytes;
  readonly sleep: (ms: number) => Promise<void>;
  readonly sealer: Sealer;
  /** Where webhooks may go. */
  readonly targets: TargetRules;
  /** Private key of Ed25519 that signs the head of the audit log. */
  readonly auditKey: KeyObject;
  readonly apiTokens: Pick<ApiTokenVerifier, 'forget'>;
  /** Whether changes of the rules wait for a second person. */
  readonly fourEyes: boolean;
}
