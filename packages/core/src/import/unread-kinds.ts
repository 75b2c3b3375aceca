import { matchesPattern } from '@rolecall/policy';
import { notCollected } from '../model/part.ts';
import { specifiedTypes } from '../model/resource.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { specOf } from '../plan/kinds/kinds.ts';
import { type LeftOut, leaveOut } from './left-out.ts';

/** Kinds of which the snapshot tells nothing, so that nobody takes them for not there. */
export function unreadKinds(
  { parts }: Pick<Snapshot, 'parts'>,
  only: readonly string[],
): readonly LeftOut[] {
  return specifiedTypes
    .filter((type) => type !== 'proton-settings' || isAsked(parts))
    .filter((type) => only.length === 0 || only.some((pattern) => names(pattern, type)))
    .flatMap((type) => {
      const reasons = specOf(type).parts.flatMap((name) => {
        const part = parts[name];
        return part.status === 'unknown' ? [part.reason.message] : [];
      });
      const [reason] = reasons;
      if (reason === undefined) return [];
      return [leaveOut({ type, name: '*' }, 'not-read', `could not be read: ${reason}`)];
    });
}

function names(pattern: string, type: string): boolean {
  return matchesPattern(pattern.split('/')[0]?.toLowerCase() ?? '', type);
}

/** What AWS has ended is looked for only where somebody says so. */
function isAsked({ protonSettings: part }: Snapshot['parts']): boolean {
  return part.status === 'known' || part.reason.code !== notCollected.reason.code;
}
