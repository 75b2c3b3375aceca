import {
  evaluateRequest,
  type Policy,
  type PolicyDocument,
  type RequestPrincipal,
} from '@rolecall/policy';
import type { CheckContext } from '../checks/check.ts';
import type { Role, User } from '../model/snapshot.ts';
import type { AccessParts } from './access-parts.ts';
import { type KindReader, readKindly } from './read-kindly.ts';

interface Context {
  readonly [key: string]: string | number | boolean;
}

/** Somebody who asks AWS for something, with what is known of their requests. */
export interface Asker {
  readonly principal: RequestPrincipal | string;
  readonly identity: readonly Policy[];
  readonly boundary: Policy | undefined;
  readonly context: Context;
  /** For policies of what is asked for. */
  readonly read: KindReader;
}

/** What a request is about; a role that is assumed decides by its trust policy as well. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly trust?: PolicyDocument;
}

export function mayAsk(asker: Asker, { action, resource, trust }: Asked): boolean {
  const { principal, identity, boundary, context, read } = asker;
  const [ofResource] = trust === undefined ? [] : read(trust);
  if (trust !== undefined && ofResource === undefined) return false;
  const policies = {
    identity,
    boundary,
    ...(ofResource && { resource: ofResource, resourceKind: 'trust' as const }),
  };
  return evaluateRequest({ principal, action, resource, context }, policies).decision === 'allowed';
}

/** The users, roles and strangers of one account, each as they ask at this moment. */
export interface Askers {
  /** Without a second factor: by an access key, which says nothing of one, or by a password. */
  readonly unaided: (user: User) => readonly Asker[];
  readonly withMfa: (user: User) => Asker;
  readonly session: (role: Role) => Asker;
  /** Whom another account or an identity provider lets ask; what they are allowed there, all. */
  readonly stranger: (principal: RequestPrincipal | string) => Asker;
}

const everything: PolicyDocument = { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
const always = ['aws:currenttime', 'aws:epochtime', 'aws:securetransport'];
const ofPrincipals = [...always, 'aws:principalarn', 'aws:principalaccount', 'aws:principaltype'];
const mfaKeys = ['aws:multifactorauthpresent', 'aws:multifactorauthage'];
const userKeys = new Set([...ofPrincipals, ...mfaKeys, 'aws:username']);
const sessionKeys = new Set([...ofPrincipals, 'aws:tokenissuetime']);
const strangerKeys = new Set(always);

// Kept as long as the documents, of which each plan judges the same several times.
const ofUsers = readKindly((key) => userKeys.has(key) || key.startsWith('aws:principaltag/'));
const ofSessions = readKindly((key) => sessionKeys.has(key));
const ofStrangers = readKindly((key) => strangerKeys.has(key));

export function askersIn(parts: AccessParts, { account, now }: CheckContext): Askers {
  const documents = new Map(parts.policies.map(({ arn, document }) => [arn, document]));
  const groups = new Map(parts.groups.map((group) => [group.name, group]));
  const moment = {
    'aws:CurrentTime': now.toISOString(),
    'aws:EpochTime': Math.floor(now.getTime() / 1000),
    'aws:SecureTransport': true,
  };
  const heldBy = (holder: User | Role): readonly PolicyDocument[] => {
    const names = 'groups' in holder ? holder.groups : [];
    return [holder, ...names.flatMap((name) => groups.get(name) ?? [])].flatMap((one) => [
      ...one.attachedPolicies.flatMap(({ arn }) => documents.get(arn) ?? []),
      ...one.inlinePolicies.map(({ document }) => document),
    ]);
  };
  const boundaryOf = ({ permissionsBoundary: arn }: User | Role, read: KindReader) => {
    const document = arn === undefined ? undefined : documents.get(arn);
    return document && read(document)[0];
  };
  const askerOf = (holder: User | Role, read: KindReader) => ({
    identity: heldBy(holder).flatMap(read),
    boundary: boundaryOf(holder, read),
    read,
    context: { ...moment, 'aws:PrincipalArn': holder.arn, 'aws:PrincipalAccount': account },
  });
  const userAskers = once((user: User) => {
    const asker = askerOf(user, ofUsers);
    const tags = Object.entries(user.tags).map(([key, value]) => [
      `aws:PrincipalTag/${key}`,
      value,
    ]);
    const context = {
      ...asker.context,
      'aws:PrincipalType': 'User',
      'aws:username': user.name,
      ...Object.fromEntries(tags),
    };
    const withContext = (more: Context): Asker => ({
      ...asker,
      principal: user.arn,
      context: { ...context, ...more },
    });
    return {
      byKey: withContext({}),
      byPassword: withContext({ 'aws:MultiFactorAuthPresent': false }),
      withMfa: withContext({ 'aws:MultiFactorAuthPresent': true, 'aws:MultiFactorAuthAge': 1 }),
    };
  });
  return {
    unaided: (user) => {
      const { byKey, byPassword } = userAskers(user);
      const means = parts.means.get(user.name);
      // Who has nothing yet is given a password, as people are.
      return means?.accessKeys === 0 ? [byPassword] : [byKey, byPassword];
    },
    withMfa: (user) => userAskers(user).withMfa,
    session: (role) => {
      const asker = askerOf(role, ofSessions);
      return {
        ...asker,
        principal: { kind: 'role-session', roleArn: role.arn },
        context: {
          ...asker.context,
          'aws:PrincipalType': 'AssumedRole',
          'aws:TokenIssueTime': moment['aws:CurrentTime'],
        },
      };
    },
    stranger: (principal) => ({
      principal,
      identity: ofStrangers(everything),
      boundary: undefined,
      context: moment,
      read: ofStrangers,
    }),
  };
}

function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const found = made.get(key) ?? make(key);
    made.set(key, found);
    return found;
  };
}
