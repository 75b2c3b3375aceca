import { refuse } from '../aws-error.ts';
import { checkIdentityPolicy } from '../documents/grammar.ts';
import type { Account } from './account.ts';
import type { Group, Role, User } from './entities.ts';
import { checkAttachable } from './find.ts';
import { refuseTooNew } from './propagation.ts';
import type { QuotaName } from './quotas.ts';

type Holder = User | Group | Role;

const quotas: Record<Holder['kind'], { attached: QuotaName; inline: QuotaName; title: string }> = {
  user: { attached: 'AttachedPoliciesPerUserQuota', inline: 'UserPolicySizeQuota', title: 'User' },
  group: {
    attached: 'AttachedPoliciesPerGroupQuota',
    inline: 'GroupPolicySizeQuota',
    title: 'Group',
  },
  role: { attached: 'AttachedPoliciesPerRoleQuota', inline: 'RolePolicySizeQuota', title: 'Role' },
};

/** Attaching what is attached already changes nothing, as in AWS. */
export function attach(account: Account, holder: Holder, arn: string): void {
  refuseTooNew(account, holder);
  checkAttachable(account, arn);
  if (holder.attached.includes(arn)) return;
  const { attached, title } = quotas[holder.kind];
  const quota = account.quotas[attached];
  if (holder.attached.length >= quota) {
    refuse('LimitExceeded', `Cannot exceed quota for PoliciesPer${title}: ${quota}`);
  }
  holder.attached = [...holder.attached, arn];
}

export function detach(holder: Holder, arn: string): void {
  if (!holder.attached.includes(arn)) refuse('NoSuchEntity', `Policy ${arn} was not found.`);
  holder.attached = holder.attached.filter((other) => other !== arn);
}

/** Creates or replaces an inline policy; all of an entity's share one quota, white space aside. */
export function putInline(
  account: Account,
  holder: Holder,
  { PolicyName, PolicyDocument }: { readonly PolicyName: string; readonly PolicyDocument: string },
): void {
  checkIdentityPolicy(PolicyDocument, account);
  const others = [...holder.inline].filter(([name]) => name !== PolicyName);
  const size = [...others.map(([, text]) => text), PolicyDocument]
    .map(sizeOf)
    .reduce((total, one) => total + one, 0);
  const quota = account.quotas[quotas[holder.kind].inline];
  if (size > quota) {
    const what = `${holder.kind} ${holder.name}`;
    refuse('LimitExceeded', `Maximum policy size of ${quota} bytes exceeded for ${what}`);
  }
  holder.inline.set(PolicyName, PolicyDocument);
}

export function getInline(holder: Holder, name: string): string {
  return holder.inline.get(name) ?? noInline(holder, name);
}

export function deleteInline(holder: Holder, name: string): void {
  if (!holder.inline.delete(name)) noInline(holder, name);
}

/** AWS counts a policy without its white space. */
export function sizeOf(text: string): number {
  return text.replace(/\s/g, '').length;
}

function noInline(holder: Holder, name: string): never {
  refuse('NoSuchEntity', `The ${holder.kind} policy with name ${name} cannot be found.`);
}
