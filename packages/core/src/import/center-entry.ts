import type { LiveOf } from '../model/resource.ts';
import { sessionDurationOf } from '../plan/identity-center/duration.ts';
import { readMark } from '../plan/identity-center/group-mark.ts';
import type { CenterType } from './center-barrier.ts';
import { declarable, type EntryFacts, listed, type ManifestEntry, tagsOf } from './entry-parts.ts';
import { policyReference } from './policy-reference.ts';

/** The declaration under which a resource of Identity Center stays as it is. */
export function centerEntry(live: LiveOf<CenterType>, facts: EntryFacts): ManifestEntry {
  switch (live.type) {
    case 'permission-set':
      return { value: permissionSet(live, facts), comments: [] };
    case 'identity-center-group':
      return group(live, facts);
    case 'identity-center-user':
      return { value: person(live), comments: [] };
    case 'account-assignment': {
      const { permissionSet: set, principalType, principal, account } = live;
      const who = principalType === 'GROUP' ? 'group' : 'user';
      const accounts = [account === facts.names.account ? 'self' : account];
      return { value: { permissionSet: set, [who]: principal, accounts }, comments: [] };
    }
    default:
      return live satisfies never;
  }
}

function permissionSet(live: LiveOf<'permission-set'>, { names }: EntryFacts) {
  const { description, sessionSeconds, relayState, inlinePolicy, permissionsBoundary } = live;
  const managed = live.managedPolicies.map((arn) => policyReference(arn, names)).sort();
  return {
    adopt: true,
    ...(description ? { description } : {}),
    ...(sessionSeconds === 3600 ? {} : { sessionDuration: sessionDurationOf(sessionSeconds) }),
    ...(relayState ? { relayState } : {}),
    ...listed('managedPolicies', managed),
    ...listed('customerPolicies', [...live.customerPolicies].sort()),
    ...(inlinePolicy === undefined ? {} : { inlinePolicy: declarable(inlinePolicy) }),
    ...(permissionsBoundary === undefined
      ? {}
      : { permissionsBoundary: policyReference(permissionsBoundary, names) }),
    ...tagsOf(live.tags),
  };
}

/** Who was deleted may still be counted among the members, and cannot be declared. */
function group(live: LiveOf<'identity-center-group'>, { people }: EntryFacts): ManifestEntry {
  const { text } = readMark(live.description);
  const members = [...(live.members ?? [])].sort();
  const gone = members.filter((name) => !people.has(name));
  return {
    value: {
      adopt: true,
      ...(text === '' ? {} : { description: text }),
      ...listed(
        'members',
        members.filter((name) => people.has(name)),
      ),
      ...(gone.length > 0 ? { exclusive: false } : {}),
    },
    comments: gone.map(
      (id) => `${id} was deleted and is still a member; "exclusive: false" leaves that.`,
    ),
  };
}

function person({ givenName, familyName, displayName, email }: LiveOf<'identity-center-user'>) {
  return {
    adopt: true,
    givenName,
    familyName,
    ...(displayName === `${givenName} ${familyName}` ? {} : { displayName }),
    ...(email === undefined ? {} : { email }),
  };
}
