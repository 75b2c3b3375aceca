import { type PolicyStatement, parseArn } from '@rolecall/policy';
import type { Actor } from './actor.ts';

/** Condition keys, in lower case, with the value that a request surely has. */
export type Facts = Readonly<Record<string, string>>;

/** Keys that are a fact: where the facts lack one, the request lacks it too. */
const factual =
  /^(?:aws:(?:principal(?:arn|account|type|isawsservice|tag\/.+)|username|userid|resourceaccount|resourcetag\/.+|securetransport|viaawsservice|calledvia.*|currenttime|epochtime)|iam:(?:resourcetag\/.+|permissionsboundary|passedtoservice|policyarn)|sts:taskpolicyarn)$/;

/** Keys of `aws:` that whoever asks chooses, or that hold for everyone in the account. */
const chosen =
  /^aws:(?:requesttag\/.+|tagkeys|requestedregion|(?:principal|resource)org(?:id|paths)|resourcetag\/.+|useragent|referer)$/;

export type KeyKind = 'fact' | 'chosen' | 'circumstance';

/**
 * `circumstance`: how one signed in, from where; it may hold or not. `openTags`: the resource is
 * not in the snapshot, and so its tags are not known.
 */
export function kindOfKey(key: string, facts: Facts, openTags: boolean): KeyKind {
  if (facts[key] !== undefined) return 'fact';
  if (openTags && key.startsWith('aws:resourcetag/')) return 'chosen';
  if (factual.test(key)) return 'fact';
  return !key.startsWith('aws:') || chosen.test(key) ? 'chosen' : 'circumstance';
}

/** What a request of the actor says of the actor. */
export function callerFacts({ kind, arn, name, entity, tags }: Actor): Facts {
  return {
    'aws:principalarn': arn,
    'aws:principalaccount': parseArn(arn)?.account ?? '',
    'aws:principaltype': kind === 'role' ? 'AssumedRole' : 'User',
    'aws:principalisawsservice': 'false',
    ...(kind === 'user' && { 'aws:username': name, 'aws:userid': entity.id }),
    ...tagFacts('aws:principaltag', tags),
  };
}

/** What requests about a user or role say of it. */
export function resourceFacts({ kind, tags, boundary }: Actor): Facts {
  if (kind === 'group') return {};
  return {
    ...tagFacts('aws:resourcetag', tags),
    ...tagFacts('iam:resourcetag', tags),
    ...(boundary !== undefined && { 'iam:permissionsboundary': boundary.arn }),
  };
}

/** What every request says at this moment. */
export function commonFacts(account: string, now: Date): Facts {
  return {
    'aws:resourceaccount': account,
    'aws:securetransport': 'true',
    'aws:viaawsservice': 'false',
    'aws:currenttime': now.toISOString(),
    'aws:epochtime': String(Math.floor(now.getTime() / 1000)),
  };
}

function tagFacts(prefix: string, tags: Readonly<Record<string, string>>): Facts {
  return Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [`${prefix}/${key.toLowerCase()}`, value]),
  );
}

/** Statements that allow every request in which the keys have not the values of the facts. */
export function spareOtherFacts(keys: readonly string[], facts: Facts): readonly PolicyStatement[] {
  const spare = (Condition: NonNullable<PolicyStatement['Condition']>): PolicyStatement => ({
    Effect: 'Allow',
    Action: '*',
    Resource: '*',
    Condition,
  });
  return keys.flatMap((key) => {
    const value = facts[key];
    if (value === undefined) return [spare({ Null: { [key]: 'false' } })];
    if (key === 'aws:currenttime') return [spare({ DateNotEquals: { [key]: value } })];
    if (key === 'aws:epochtime') return [spare({ NumericNotEquals: { [key]: value } })];
    if (value === 'true' || value === 'false') {
      const other = value === 'true' ? 'false' : 'true';
      return [spare({ Bool: { [key]: other } }), spare({ Null: { [key]: 'true' } })];
    }
    return [spare({ StringNotEquals: { [key]: value } })];
  });
}
