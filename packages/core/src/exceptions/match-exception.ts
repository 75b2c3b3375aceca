import { matchesPattern } from '@rolecall/policy';
import type { Finding } from '../model/finding.ts';
import type { UnknownReason } from '../model/part.ts';
import type { Exception } from './exception.ts';
import type { SubjectTags } from './subject-tags.ts';

/** Whether a finding is one of those that an exception is about, whatever its outcome. */
export type Match =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  /** The tags that would tell could not be read. */
  | { readonly kind: 'undecided'; readonly reason: UnknownReason };

export function matchException(exception: Exception, finding: Finding, tags: SubjectTags): Match {
  const { target, key } = exception;
  if (!coversCheck(exception, finding.check)) return no;
  if (key !== undefined && finding.id !== `${finding.check}:${finding.subject}#${key}`) return no;
  switch (target.kind) {
    case 'subject':
      return matchesPattern(target.pattern, finding.subject) ? yes : no;
    case 'tag': {
      const found = tags(finding.subject);
      if (found.status === 'unknown') return { kind: 'undecided', reason: found.reason };
      const isThere = Object.hasOwn(found.value, target.name);
      return isThere && found.value[target.name] === target.value ? yes : no;
    }
    default:
      return target satisfies never;
  }
}

export function coversCheck({ checks }: Exception, id: string): boolean {
  return checks.includes('*') || checks.includes(id);
}

const yes: Match = { kind: 'yes' };
const no: Match = { kind: 'no' };
