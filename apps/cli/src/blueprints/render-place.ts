import { type Blueprint, RolecallError } from '@rolecall/core';

export interface RenderPlace {
  readonly account: string;
  readonly partition: string;
}

export interface RenderPlaceInput {
  readonly blueprint: Blueprint;
  readonly values: { readonly [name: string]: unknown };
  readonly account: string | undefined;
  readonly partition: string;
}

/**
 * The account that values are judged by. A template is of no account, so that who names none there
 * means the one of the ARNs among the values, or none in particular.
 */
export function renderPlace({
  blueprint,
  values,
  account,
  partition,
}: RenderPlaceInput): RenderPlace {
  if (account !== undefined && !/^\d{12}$/.test(account)) {
    throw new RolecallError('USAGE', `"${account}" is not the 12 digits of an account id.`);
  }
  const named = Object.entries(blueprint.parameters).flatMap(([name, parameter]) => {
    const kind = parameter.type === 'list' ? parameter.items : parameter.type;
    const text = ownKinds.has(kind) ? JSON.stringify(values[name] ?? '') : '';
    return /arn:[^:"]*:iam::(\d{12}):/.exec(text)?.[1] ?? [];
  });
  return { account: account ?? named[0] ?? anyAccount, partition };
}

/** That of AWS's documentation, for which the examples of parameters are written. */
const anyAccount = '111122223333';

/** Kinds of text whose ARNs lie in the account itself. */
const ownKinds: ReadonlySet<string> = new Set(['role-arn', 'principal-arn', 'managed-policy']);
