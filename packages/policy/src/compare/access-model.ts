import type { ActionData } from '../actions/action-data.ts';
import type { Policy } from '../language/policy.ts';
import {
  type PolicyFault,
  PolicyFormatError,
  type PolicySource,
  readPolicy,
} from '../language/read-policy.ts';
import { perObject } from '../per-object.ts';

/**
 * What limits and gives access together: a request is allowed when some document of every layer
 * allows it and no document of any layer denies it. One layer: a principal's own policies, or the
 * policy of a resource. More: a permissions boundary, each level of service control policies.
 */
export interface AccessLayers {
  readonly layers: readonly (readonly PolicySource[])[];
}

export interface AccessModel {
  readonly layers: readonly (readonly Policy[])[];
}

/** Which document could not be read, and why. */
export interface UnreadablePolicy {
  readonly side: 'old' | 'new';
  /** Place among the documents of its side, from 0. */
  readonly policy: number;
  readonly fault: PolicyFault;
}

export interface CompareOptions {
  /** What the actions, resources and condition keys of AWS look like; bundled data by default. */
  readonly data?: ActionData | undefined;
  /** Steps of the search; the default is enough for any policy IAM stores. */
  readonly budget?: number | undefined;
}

/** @throws UnreadablePolicyError */
export function readModel({ layers }: AccessLayers, side: 'old' | 'new'): AccessModel {
  let at = 0;
  const read = layers.map((layer) => layer.map((source) => readOne(source, side, at++)));
  // Without any layer nothing is allowed.
  return { layers: read.length === 0 ? [[]] : read };
}

export class UnreadablePolicyError extends Error {
  override readonly name = 'UnreadablePolicyError';
  readonly unreadable: UnreadablePolicy;
  constructor(unreadable: UnreadablePolicy, options: ErrorOptions) {
    super(unreadable.fault.message, options);
    this.unreadable = unreadable;
  }
}

function readOne(source: PolicySource, side: 'old' | 'new', policy: number): Policy {
  try {
    const read = readPolicy(source);
    refuseForeignCharacters(read);
    return read;
  } catch (error) {
    if (!(error instanceof PolicyFormatError)) throw error;
    throw new UnreadablePolicyError({ side, policy, fault: error.fault }, { cause: error });
  }
}

/**
 * IAM takes characters up to U+00FF; the case of letters and the length of texts beyond are not
 * something its documentation speaks of.
 */
function refuseForeignCharacters(policy: Policy): void {
  const { fault } = foreignCharacters(policy);
  if (fault !== undefined) throw new PolicyFormatError(fault);
}

const foreignCharacters = perObject(({ statements }: Policy): { readonly fault?: PolicyFault } => {
  for (const { action, resource, principal, conditions, index } of statements) {
    const texts = [
      ...action.patterns,
      ...(resource?.patterns ?? []),
      ...(principal?.principals.flatMap((entry) => (entry.everyone ? [] : [entry.value])) ?? []),
      ...conditions.flatMap(({ key, values }) => [key, ...values]),
    ];
    const foreign = texts.find((text) => /[\u0100-\u{10ffff}]/u.test(text));
    if (foreign === undefined) continue;
    const message = `Statement ${index} holds a character that IAM does not accept (beyond U+00FF).`;
    return { fault: { message, line: undefined, column: undefined } };
  }
  return {};
});
