import type { DesiredOf, LiveOf } from '../../model/resource.ts';
import type { Call } from '../calls.ts';
import type { DiffContext } from '../diff-context.ts';
import { documentChange, documentText } from '../document-change.ts';
import type { OperationDraft } from '../operation.ts';
import type { SetCalls } from './set-calls.ts';

type Held = Pick<
  LiveOf<'permission-set'>,
  'managedPolicies' | 'customerPolicies' | 'inlinePolicy' | 'permissionsBoundary'
>;

export const noPolicies: Held = {
  managedPolicies: [],
  customerPolicies: [],
  inlinePolicy: undefined,
  permissionsBoundary: undefined,
};

/** Identity Center calls it so in the role that it makes. */
export const inlineFacet = 'inlinePolicies/AwsSSOInlinePolicy';

interface Comparing {
  readonly calls: SetCalls;
  readonly context: DiffContext;
}

/** Boundary, attachments and inline policy: what to add, change and, where exclusive, take away. */
export function diffPolicies(
  desired: DesiredOf<'permission-set'>,
  live: Held,
  { calls, context }: Comparing,
): readonly OperationDraft[] {
  return [
    ...diffBoundary(desired, live, calls),
    ...diffList('managedPolicies', desired, live, calls),
    ...diffList('customerPolicies', desired, live, calls),
    ...diffInline(desired, live, { calls, context }),
  ];
}

/** One that nobody declares is taken off: left there it would limit what is declared. */
function diffBoundary(
  { permissionsBoundary: wanted }: DesiredOf<'permission-set'>,
  { permissionsBoundary: there }: Held,
  calls: SetCalls,
): readonly OperationDraft[] {
  if (wanted === there) return [];
  return [
    {
      call: wanted === undefined ? calls.deleteBoundary() : calls.putBoundary(wanted),
      facet: 'permissionsBoundary',
      before: there ?? null,
      after: wanted ?? null,
    },
  ];
}

function diffList(
  kind: 'managedPolicies' | 'customerPolicies',
  desired: DesiredOf<'permission-set'>,
  live: Held,
  calls: SetCalls,
): readonly OperationDraft[] {
  const { [kind]: wanted, exclusive } = desired;
  const { [kind]: there } = live;
  const isManaged = kind === 'managedPolicies';
  const surplus = exclusive ? there.filter((policy) => !wanted.includes(policy)) : [];
  const draft = (policy: string, call: Call, isAdded: boolean): OperationDraft => ({
    call,
    facet: `${kind}/${policy}`,
    before: isAdded ? null : policy,
    after: isAdded ? policy : null,
  });
  return [
    ...wanted
      .filter((policy) => !there.includes(policy))
      .map((policy) =>
        draft(policy, isManaged ? calls.attach(policy) : calls.attachOwn(policy), true),
      ),
    ...surplus.map((policy) =>
      draft(policy, isManaged ? calls.detach(policy) : calls.detachOwn(policy), false),
    ),
  ];
}

function diffInline(
  { inlinePolicy: wanted, exclusive }: DesiredOf<'permission-set'>,
  { inlinePolicy: there }: Held,
  { calls, context }: Comparing,
): readonly OperationDraft[] {
  if (wanted === undefined && (there === undefined || !exclusive)) return [];
  const call = wanted === undefined ? calls.deleteInline() : calls.putInline(documentText(wanted));
  return documentChange({ facet: inlineFacet, before: there, after: wanted, call }, context);
}
