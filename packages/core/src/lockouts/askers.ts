import {
  asList,
  matchesPattern,
  ownContext,
  type PolicyDocument,
  type RequestPrincipal,
  statementsOf,
} from '@rolecall/policy';
import type { CheckContext } from '../checks/check.ts';
import type { Role, User } from '../model/snapshot.ts';
import type { AccessParts } from './access-parts.ts';
import type { Asker, Context } from './asker.ts';
import { type KindReader, readKindly } from './read-kindly.ts';

/** The users, roles and strangers of one account, each as they ask at this moment. */
export interface Askers {
  /** Without a second factor: by an access key, which says nothing of one, or by a password. */
  readonly unaided: (user: User) => readonly Asker[];
  readonly withMfa: (user: User) => Asker;
  /** Whether anything that a user has is about assuming roles: few users are worth more questions. */
  readonly mayHoldRoles: (user: User) => boolean;
  readonly session: (role: Role) => Asker;
  /** Whom another account or an identity provider lets ask; what they are allowed there, all. */
  readonly stranger: (principal: RequestPrincipal | string) => Asker;
}

const everything: PolicyDocument = { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
const always = ['aws:currenttime', 'aws:epochtime', 'aws:securetransport'];
// Not the Region: which one somebody asks STS in is theirs to choose.
const ofPrincipals = [
  ...always,
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principaltype',
  'aws:resourceaccount',
  'aws:viaawsservice',
];
const mfaKeys = ['aws:multifactorauthpresent', 'aws:multifactorauthage'];
const userKeys = new Set([...ofPrincipals, ...mfaKeys, 'aws:username']);
const sessionKeys = new Set([...ofPrincipals, 'aws:tokenissuetime']);
const strangerKeys = new Set(always);

// Kept as long as the documents, of which each plan judges the same several times.
const ofUsers = readKindly((key) => userKeys.has(key) || key.startsWith('aws:principaltag/'));
const ofSessions = readKindly((key) => sessionKeys.has(key));
const ofStrangers = readKindly((key) => strangerKeys.has(key));

export function askersIn(parts: AccessParts, { partition, account, now }: CheckContext): Askers {
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
    context: { ...ownContext({ partition, account, principal: holder.arn }), ...moment },
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
    mayHoldRoles: (user) => heldBy(user).some(allowsAssuming),
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

const allowsAssuming = once((document: PolicyDocument) =>
  statementsOf(document).some(
    ({ Effect, Action, NotAction }) =>
      Effect === 'Allow' &&
      (NotAction !== undefined ||
        asList(Action).some((pattern) => matchesPattern(pattern.toLowerCase(), 'sts:assumerole'))),
  ),
);

function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const found = made.get(key) ?? make(key);
    made.set(key, found);
    return found;
  };
}
