import type { PartValue } from '../model/snapshot.ts';
import { isCallOf } from '../plan/calls.ts';
import type { Change } from '../plan/plan.ts';

/** What a user has to sign in with. */
export interface SignInMeans {
  readonly hasPassword: boolean;
  readonly accessKeys: number;
  readonly mfaDevices: number;
}

/** User name → means; of whom it was not read there is none, and they may have any. */
export type KnownMeans = ReadonlyMap<string, SignInMeans>;

const nothing: SignInMeans = { hasPassword: false, accessKeys: 0, mfaDevices: 0 };

export function readMeans(credentials: PartValue<'userCredentials'> | undefined): KnownMeans {
  return new Map(
    Object.entries(credentials ?? {}).map(([name, found]) => [
      name,
      {
        hasPassword: found.includes('a console password'),
        accessKeys: countOf('access key', found),
        mfaDevices: countOf('MFA device', found),
      },
    ]),
  );
}

function countOf(what: string, found: readonly string[]): number {
  const counts = found.flatMap((one) => {
    const [, count, named] = /^(\d+) (.+?)s?$/.exec(one) ?? [];
    return named === what ? Number(count) : [];
  });
  return counts[0] ?? 0;
}

/** The means once these changes are made: who is new has none but what the plan gives. */
export function meansAfter(means: KnownMeans, changes: readonly Change[]): KnownMeans {
  const left = new Map(means);
  const change = (name: string, to: (had: SignInMeans) => SignInMeans) => {
    const had = left.get(name);
    if (had !== undefined) left.set(name, to(had));
  };
  for (const call of changes.flatMap(({ operations }) => operations)) {
    if (!isCallOf('iam', call)) continue;
    if (call.action === 'iam:CreateUser') left.set(call.input.UserName, nothing);
    if (call.action === 'iam:CreateLoginProfile')
      change(call.input.UserName, (had) => ({ ...had, hasPassword: true }));
    if (call.action === 'iam:DeleteLoginProfile')
      change(call.input.UserName, (had) => ({ ...had, hasPassword: false }));
    if (call.action === 'iam:CreateAccessKey')
      change(call.input.UserName, (had) => ({ ...had, accessKeys: had.accessKeys + 1 }));
    if (call.action === 'iam:DeleteAccessKey')
      change(call.input.UserName, (had) => ({ ...had, accessKeys: had.accessKeys - 1 }));
  }
  return left;
}
