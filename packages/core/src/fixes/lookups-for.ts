import type { Finding } from '../model/finding.ts';
import { subjectName } from './finding-subject.ts';
import { type FixLookup, targetKey } from './fix-target.ts';

/** What has to be looked up before these findings can be mended, each once. */
export function lookupsFor(findings: readonly Finding[]): readonly FixLookup[] {
  const wanted = findings
    .filter(({ outcome }) => outcome === 'fail')
    .flatMap((finding) => {
      const find = lookups[finding.check];
      return find === undefined ? [] : [find(subjectName(finding))];
    });
  return [...new Map(wanted.map((lookup) => [targetKey(lookup), lookup])).values()];
}

const keys = (user: string): FixLookup => ({ kind: 'access-keys', user });

const lookups: { readonly [check: string]: (user: string) => FixLookup } = {
  'key-unused': keys,
  'key-age': keys,
  'key-created-at-setup': keys,
  'key-any-long-lived': keys,
  'key-inactive-leftover': keys,
  'key-two-active': keys,
  'user-signing-certs': (user) => ({ kind: 'signing-certificates', user }),
  'user-password-unused': (user) => ({ kind: 'login-profile', user, use: 'compared' }),
  'users-no-human-iam-users': (user) => ({ kind: 'login-profile', user, use: 'ignored' }),
};
