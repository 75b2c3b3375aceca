import { parseArn } from '@rolecall/policy';
import { policyDocumentSchema } from '../model/policy-schema.ts';
import { resourceKey } from '../model/resource.ts';
import type { LiveIndex } from './live-index.ts';
import type { OperationDraft } from './operation.ts';
import type { Conflict } from './plan.ts';
import { containsStatements, isNarrowing, stepOf } from './steps.ts';

/** Keys of the caller's own user, role or permission set, of its groups, and of their policies. */
export function callerKeys(callerArn: string, live: LiveIndex): ReadonlySet<string> {
  const resource = parseArn(callerArn)?.resource ?? '';
  const roleName = /^assumed-role\/([^/]+)\//.exec(resource)?.[1]?.toLowerCase();
  const setName = /^awsreservedsso_(.+)_[0-9a-f]{16}$/.exec(roleName ?? '')?.[1];
  const sets = live.all('permission-set').filter(({ name }) => name.toLowerCase() === setName);
  const user = live.all('user').find(({ arn }) => arn === callerArn);
  const holders = [
    ...live.all('role').filter(({ name }) => name.toLowerCase() === roleName),
    ...(user ? [user] : []),
    ...live.all('group').filter(({ name }) => user?.groups.includes(name)),
  ];
  const arns = new Set(
    holders.flatMap((holder) => [
      ...holder.attachedPolicies.map(({ arn }) => arn),
      ...('permissionsBoundary' in holder ? [holder.permissionsBoundary] : []),
    ]),
  );
  const policies = live.all('policy').filter(({ arn }) => arns.has(arn));
  return new Set([...holders, ...policies, ...sets].map(resourceKey));
}

/**
 * Whether a change might take access from those who carry it out: half-way through they could not
 * go on, nor back. A document passes where it keeps every statement that it had.
 */
export function touchesCaller(
  { resource }: { readonly resource: string },
  drafts: readonly OperationDraft[],
  own: ReadonlySet<string>,
): boolean {
  return own.has(resource) && drafts.some(mayNarrow);
}

function mayNarrow(draft: OperationDraft): boolean {
  const { facet, before, after } = draft;
  const step = draft.step ?? stepOf(draft);
  if (isNarrowing({ step }) || ['part', 'rebound', 'unmake'].includes(step)) return true;
  if (facet === 'trust') return true;
  const isDocument = facet === 'document' || facet.startsWith('inlinePolicies/');
  if (!isDocument || before === null || after === null) return false;
  const [old, wanted] = [before, after].map((value) => policyDocumentSchema.parse(value));
  return !(old && wanted && containsStatements(wanted, old, undefined));
}

export function ownAccess(callerArn: string): Pick<Conflict, 'message' | 'hint'> {
  return {
    message: `It gives access to ${callerArn}, which makes this plan, and would be narrowed by it.`,
    hint: 'Plan and apply with other credentials, such as another administrator.',
  };
}
