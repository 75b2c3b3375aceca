import type { KeyObject, randomBytes } from 'node:crypto';
import type { Accounts } from '../accounts/open-account.ts';
import type { Sandboxes } from '../accounts/sandboxes.ts';
import type { Config } from '../config/config.ts';
import type { ApiTokenVerifier } from '../identity/api-tokens.ts';
import type { PlanTerms } from '../model/plan-terms.ts';
import type { TargetRules } from '../notify/check-target.ts';
import type { Sealer } from '../notify/sealer.ts';
import type { Store } from '../storage/store.ts';
import type { Log } from './log.ts';

/** All that handlers and jobs work with. */
export interface ServiceDeps {
  readonly config: Config;
  readonly store: Store;
  readonly accounts: Accounts;
  readonly sandboxes: Sandboxes;
  /** What registered accounts have to trust; null where nobody told it. */
  readonly serviceRoleArn: string | null;
  readonly apiTokens: ApiTokenVerifier;
  /** Signs the audit log's head and exports. */
  readonly auditKey: KeyObject;
  /** Of the secrets of webhooks. */
  readonly sealer: Sealer;
  /** Where webhooks may go. */
  readonly targets: TargetRules;
  readonly log: Log;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  readonly random: typeof randomBytes;
  /** Whether changes of the rules wait for a second person. */
  readonly fourEyes: boolean;
  /** Which plans a second person has to approve, where changes of the rules wait for one too. */
  readonly planTerms: PlanTerms;
  /** A change of the rules waits so long for a second person. */
  readonly ruleChangeMs: number;
  /** A new UUID of version 7. */
  readonly newId: () => string;
}
