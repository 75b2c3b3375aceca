import { lifecycle, type ServiceLifecycle } from '../blueprints/lifecycle.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { Role, Snapshot } from '../model/snapshot.ts';
import type { Guide } from './guide.ts';
import { readSign } from './read-sign.ts';

/** Whether a guide is for this account, by what AWS says of its service. */
export type Applicability =
  | {
      readonly kind: 'applicable';
      /** What shows that the account uses the service; empty where that does not matter. */
      readonly evidence: readonly string[];
    }
  | {
      readonly kind: 'not-applicable';
      readonly why: string;
      readonly evidence: readonly string[];
      /** Guide to follow instead. */
      readonly successor: string | null;
      readonly source: string;
    }
  /** What could not be read decides it. */
  | {
      readonly kind: 'unclear';
      readonly why: string;
      readonly missingPermissions: readonly string[];
      readonly successor: string | null;
    };

export interface ApplicabilityInput {
  readonly guide: Guide;
  readonly snapshot: Snapshot;
  readonly settings: CheckSettings;
  /** Somebody said that they mean it. */
  readonly includeRetired: boolean;
}

/**
 * Existing customers go on with a closed service; of an ended one there may be something left to
 * clear away. That nothing is seen proves no stranger, so that a person can overrule it.
 */
export function judgeApplicability(input: ApplicabilityInput): Applicability {
  const { guide, snapshot, settings, includeRetired } = input;
  const fate = guide.service === undefined ? undefined : lifecycle.services[guide.service];
  if (fate === undefined) return { kind: 'applicable', evidence: [] };
  const signs = guide.evidence.map((sign) => readSign(sign, { snapshot, settings }));
  const { roles } = snapshot.parts;
  const linked = roles.status === 'known' ? roles.value.filter((role) => isLinked(role, fate)) : [];
  const old = linked.filter((role) => isOlder(role, fate));
  const evidence = [
    ...new Set([...old.map(({ arn }) => arn), ...signs.flatMap(({ seen }) => seen)]),
  ].toSorted();
  if (includeRetired || evidence.length > 0) return { kind: 'applicable', evidence };
  const successor = guide.successor ?? null;
  const unread = [
    ...signs.flatMap((sign) => sign.unread),
    ...(roles.status === 'unknown' ? [roles.reason] : []),
  ];
  if (unread.length > 0) {
    return {
      kind: 'unclear',
      why: `${explain(fate)} What could not be read decides whether this account is one of them: ${[...new Set(unread.map(({ message }) => message))].join('; ')}`,
      missingPermissions: [...new Set(unread.flatMap(({ permission }) => permission ?? []))],
      successor,
    };
  }
  return {
    kind: 'not-applicable',
    why: `${fate.state === 'ended' ? explain(fate) : fate.advice} ${absence(fate, linked)}`,
    evidence: linked.map(({ arn }) => arn).toSorted(),
    successor,
    source: fate.source,
  };
}

function isLinked({ path }: Role, { principals }: ServiceLifecycle): boolean {
  return principals.some((principal) => path === `/aws-service-role/${principal}/`);
}

/** Anyone can still make the role of a closed service, and is no customer by that. */
function isOlder({ createdAt }: Role, { state, since }: ServiceLifecycle): boolean {
  return state === 'ended' || Date.parse(createdAt) < Date.parse(since);
}

function explain({ state, title, since }: ServiceLifecycle): string {
  return state === 'ended'
    ? `AWS ended ${title} on ${since}.`
    : `${title} is closed to new customers since ${since}; existing ones go on.`;
}

function absence({ state }: ServiceLifecycle, younger: readonly Role[]): string {
  if (state === 'ended') return 'Nothing of it is left in this account.';
  return younger.length === 0
    ? 'This account shows no sign of being a customer.'
    : 'The only sign is a service-linked role that is younger than the closing, which anyone can still make.';
}
