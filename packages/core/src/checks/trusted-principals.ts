import { asList, type PolicyDocument, parseArn, statementsOf } from '@rolecall/policy';

/** A principal that some Allow statement of a trust policy names, whatever its conditions. */
export interface TrustedPrincipal {
  /** `anyone`: `*`, or everybody but the ones of a NotPrincipal. */
  readonly kind: 'aws' | 'service' | 'federated' | 'anyone' | 'other';
  /** As it is written. */
  readonly value: string;
}

export function trustedPrincipals(trust: PolicyDocument): readonly TrustedPrincipal[] {
  return statementsOf(trust)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Principal, NotPrincipal }): readonly TrustedPrincipal[] => {
      if (NotPrincipal !== undefined) return [{ kind: 'anyone', value: 'NotPrincipal' }];
      if (Principal === undefined) return [];
      if (typeof Principal === 'string') return [toPrincipal('AWS', Principal)];
      return Object.entries(Principal).flatMap(([type, values]) =>
        asList(values).map((value) => toPrincipal(type, value)),
      );
    });
}

function toPrincipal(type: string, value: string): TrustedPrincipal {
  if (value === '*') return { kind: 'anyone', value };
  if (type === 'AWS') return { kind: 'aws', value };
  if (type === 'Service') return { kind: 'service', value };
  return { kind: type === 'Federated' ? 'federated' : 'other', value };
}

/** The account that a principal of kind `aws` is of; undefined for a unique id (AIDA…, AROA…). */
export function accountOf({ value }: TrustedPrincipal): string | undefined {
  return /^\d{12}$/.test(value) ? value : parseArn(value)?.account;
}

/**
 * Whether it is the unique id that IAM shows in place of an ARN when the user or role was deleted:
 * one made anew under the old name is not trusted.
 */
export function isOrphan({ kind, value }: TrustedPrincipal): boolean {
  return kind === 'aws' && /^A(?:IDA|ROA)[A-Z0-9]+$/.test(value);
}
