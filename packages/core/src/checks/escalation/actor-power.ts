import { type AdminPower, adminPower, type PolicyDocument } from '@rolecall/policy';
import type { CheckContext, PartValues } from '../check.ts';
import { indexPower, type Power } from '../principal-power.ts';
import type { Actor } from './actor.ts';

/** What becomes of an actor's permissions. */
export interface Change {
  /** It gets AdministratorAccess. */
  readonly granted?: true;
  /** ARN of the policy that is written over. */
  readonly without?: string;
  readonly unbounded?: true;
}

export interface ActorPower {
  readonly now: (actor: Actor) => Power;
  /** The same, also where the documents were taken apart by other actions. */
  readonly ofEverything: (actor: Actor) => Power;
  /** With what is known of its documents. */
  readonly after: (actor: Actor, change: Change) => AdminPower;
}

const everything: PolicyDocument = { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };

/** The actions without which nobody is administrator: see `adminPower`. */
const powerful = [
  'iam:attachuserpolicy',
  'iam:putuserpolicy',
  'iam:createaccesskey',
  'iam:createloginprofile',
  'iam:updateloginprofile',
  'iam:attachgrouppolicy',
  'iam:putgrouppolicy',
  'iam:addusertogroup',
  'iam:attachrolepolicy',
  'iam:putrolepolicy',
  'iam:updateassumerolepolicy',
  'iam:createpolicyversion',
  'iam:setdefaultpolicyversion',
];

export function indexActorPower(
  parts: Pick<PartValues, 'groups' | 'policies'>,
  context: CheckContext,
): ActorPower {
  const index = indexPower(parts, context);
  const present = new Map<string, Power>();
  const future = new Map<string, AdminPower>();
  return {
    now: (actor) => {
      const mayBe =
        actor.unread.length > 0 ||
        actor.held.some(({ compiled }) => powerful.some((action) => compiled.allows.has(action)));
      if (!mayBe) return 'none';
      return powerOf(actor);
    },
    ofEverything: powerOf,
    after: (actor, change) =>
      remember(future, `${actor.kind} ${actor.permissions} ${JSON.stringify(change)}`, () => {
        const kept = actor.held.filter(({ arn }) => arn === undefined || arn !== change.without);
        const documents = [
          ...kept.map(({ compiled }) => compiled.document),
          ...(change.granted === undefined ? [] : [everything]),
        ];
        const bound = change.unbounded ? undefined : actor.boundary?.document?.document;
        return adminPower(documents, context, { boundary: bound, kind: roleKind(actor) });
      }),
  };

  function powerOf(actor: Actor): Power {
    return remember(present, `${actor.kind} ${actor.permissions} ${actor.unread.join()}`, () => {
      const { entity } = actor;
      if ('trust' in entity) return index.ofRole(entity).power;
      return 'groups' in entity ? index.ofUser(entity).power : index.ofGroup(entity).power;
    });
  }
}

function roleKind({ kind }: Actor): 'role' | undefined {
  return kind === 'role' ? kind : undefined;
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
