import type { Delivery } from '../model/sign-in.ts';
import type { BootstrapGap } from './bootstrap.ts';
import type { BootstrapKind, OptIn } from './kinds.ts';

/** Principals that may be made under one rule, and what may be attached to them. */
export interface Grantees {
  /** ARNs, or patterns of them. */
  readonly resources: readonly string[];
  /** ARNs of policies, or patterns of them. */
  readonly attach: readonly string[];
  /** ARNs of the boundaries that they may carry. */
  readonly boundaries: readonly string[];
}

/** What the apply role has to be able to do, with the names and ARNs that limit it. */
export interface ApplyNeeds {
  readonly partition: string;
  readonly account: string;
  readonly scope: string;
  readonly kinds: ReadonlySet<BootstrapKind>;
  readonly allowed: ReadonlySet<OptIn>;
  /** Principals that carry an approved boundary. */
  readonly bounded: { readonly roles: Grantees; readonly users: Grantees };
  /** Those that do not, each by its ARN; empty without the opt-in. */
  readonly named: { readonly roles: Grantees; readonly users: Grantees };
  readonly groups: Pick<Grantees, 'resources' | 'attach'>;
  readonly policies: readonly string[];
  readonly instanceProfiles: readonly string[];
  readonly oidcProviders: readonly string[];
  /** Those of them that end. */
  readonly endingOidcProviders: readonly string[];
  /** Service principals; none means that no manifest said which. */
  readonly linkedServices: readonly string[];
  /** `billing`, `operations`, `security`; none means that no manifest said which. */
  readonly alternateContacts: readonly string[];
  /** Regions, and ARNs of the roles that are passed there. */
  readonly protonSettings: {
    readonly regions: readonly string[];
    readonly roles: readonly string[];
  };
  readonly samlProviders: readonly string[];
  /** Those of them that end. */
  readonly endingSamlProviders: readonly string[];
  /** ARNs; none means that no manifest said which. */
  readonly analyzers: readonly string[];
  /** Ids of accounts in which permission sets are assigned; none means that no manifest said. */
  readonly assignedAccounts: readonly string[];
  /** Where passwords and keys are kept in Secrets Manager. */
  readonly secretPlaces: readonly SecretPlace[];
  readonly gaps: readonly BootstrapGap[];
}

export type SecretPlace = Extract<Delivery, { readonly secretsManager: unknown }>['secretsManager'];

/** Whether the apply role may touch the kind at all. */
export function reaches({ kinds, allowed }: ApplyNeeds, kind: BootstrapKind): boolean {
  if (!kinds.has(kind)) return false;
  return kind === 'roles' || kind === 'policies' || allowed.has(kind);
}
