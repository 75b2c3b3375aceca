import { type Policy, PolicyFormatError, readPolicy } from '@rolecall/policy';
import type { Account } from './account.ts';
import { type AwsManagedPolicy, awsManagedDocument } from './aws-managed.ts';
import type { Group, ManagedPolicy, Role, User } from './entities.ts';
import { customerPolicy, publishedPolicy } from './find.ts';

/** A policy in force with what simulations call it. */
export interface HeldPolicy {
  readonly id: string;
  readonly type: 'user' | 'group' | 'role' | 'aws-managed' | 'user-managed' | 'resource' | 'none';
  readonly text: () => string;
  readonly policy: Policy;
}

/** The identity policies of a group, of a role, or of a user with those of the user's groups. */
export function identityPolicies(
  account: Account,
  holder: User | Group | Role,
): readonly HeldPolicy[] {
  const groups = holder.kind === 'user' ? groupsOf(account, holder) : [];
  return [holder, ...groups].flatMap((one) => [
    ...[...one.inline].map(([name, text]) =>
      heldPolicy({ id: `${one.kind}_${one.name}_${name}`, type: one.kind }, text),
    ),
    ...one.attached.flatMap((arn) => managedPolicy(account, arn) ?? []),
  ]);
}

/** The policy that the ARN names, the account's own or AWS's, in its default version. */
export function managedPolicy(account: Account, arn: string): HeldPolicy | undefined {
  const own = customerPolicy(account, arn);
  if (own !== undefined) {
    return heldPolicy({ id: own.name, type: 'user-managed' }, defaultDocument(own));
  }
  const published = publishedPolicy(account, arn);
  if (published === undefined) return undefined;
  const text = () => awsManagedDocument(published);
  return { id: published.name, type: 'aws-managed', text, policy: readPublished(published, text) };
}

/** The boundary; one that is gone allows nothing. */
export function boundaryPolicy(account: Account, holder: User | Role): HeldPolicy | undefined {
  if (holder.boundary === undefined) return undefined;
  return managedPolicy(account, holder.boundary) ?? emptyPolicy();
}

/** Stands for a policy that is not there any more. */
export function emptyPolicy(): HeldPolicy {
  return heldPolicy({ id: 'none', type: 'none' }, nothing);
}

export function heldPolicy(named: Pick<HeldPolicy, 'id' | 'type'>, text: string): HeldPolicy {
  return { ...named, text: () => text, policy: readText(text) };
}

function groupsOf(account: Account, user: User): readonly Group[] {
  return user.groups.flatMap((name) => account.groups.get(name) ?? []);
}

function defaultDocument({ versions, defaultVersion }: ManagedPolicy): string {
  return versions.find(({ id }) => id === defaultVersion)?.document ?? nothing;
}

const nothing = '{"Version":"2012-10-17","Statement":[]}';

/** Calls ask the same few policies again and again. */
const readTexts = new Map<string, Policy>();
const readPublishedPolicies = new WeakMap<AwsManagedPolicy, Policy>();
const mostTexts = 5000;

function readText(text: string): Policy {
  const known = readTexts.get(text);
  if (known !== undefined) return known;
  const policy = readOrNothing(text);
  if (readTexts.size >= mostTexts) readTexts.clear();
  readTexts.set(text, policy);
  return policy;
}

function readPublished(published: AwsManagedPolicy, text: () => string): Policy {
  const policy = readPublishedPolicies.get(published) ?? readOrNothing(text());
  readPublishedPolicies.set(published, policy);
  return policy;
}

/** Only scenarios hold what AWS would not have stored: it says nothing. */
function readOrNothing(text: string): Policy {
  try {
    return readPolicy(text);
  } catch (error) {
    if (error instanceof PolicyFormatError) return readPolicy(nothing);
    throw error;
  }
}
