import type { Json } from '@rolecall/policy';
import {
  isSpecifiedType,
  type ResourceType,
  resourceKey,
  type SpecifiedType,
} from '../../model/resource.ts';
import type { Facets } from '../plan.ts';
import type { AppliedChange, AppliedPlan } from './applied-plan.ts';
import { membersOf } from './members-of.ts';
import { readKept } from './read-kept.ts';
import { type FacetStep, type ShownOperation, shownSteps } from './undo/undo.ts';
import { undoOf } from './undo/undo-of.ts';

/** All that a plan did to one resource, whichever of its changes did it. */
export interface Reversal {
  readonly type: ResourceType;
  readonly name: string;
  /** Empty where no change of the plan is about it. */
  readonly address: string;
  /** As the plan made it; `undefined` where it did not. */
  readonly made: Facets | undefined;
  /** As it was before the plan deleted it; `undefined` where it did not, or does not tell. */
  readonly gone: Facets | undefined;
  /** Deleted, and the plan does not hold what it was. */
  readonly isLost: boolean;
  /** Instant at which it had its end, where the plan took from it for that. */
  readonly endedAt: string | undefined;
  readonly isTakenOver: boolean;
  /** A password or an access key was made or taken away. */
  readonly hasCredentials: boolean;
  /** Id of whom an assignment was for that the plan took away. */
  readonly principalId: string | undefined;
  readonly steps: readonly FacetStep[];
}

/** By resource; what a change did to others (a policy taken from its holders) is told of these. */
export function reversalsOf({ changes }: AppliedPlan): readonly Reversal[] {
  const found = new Map<string, Reversal>();
  const add = (about: Named, more: (old: Reversal) => Partial<Reversal>) => {
    const key = resourceKey(about);
    const old = found.get(key) ?? { ...about, address: '', ...nothing };
    found.set(key, { ...old, ...more(old) });
  };
  for (const change of changes) {
    const { type } = change;
    add(change, () => ({ address: change.address, endedAt: endOf(change) }));
    for (const operation of change.operations) {
      const { facet, before, after } = operation;
      if (facet === 'ownership') add(change, () => ({ isTakenOver: true }));
      if (facet === '' && after === null) {
        const gone = facetsIn(before);
        const { PrincipalId: id } = operation.input;
        const principalId = typeof id === 'string' ? id : undefined;
        add(change, () => ({ gone, isLost: gone === undefined, principalId }));
      } else if (isSpecifiedType(type)) {
        const steps = readKept(change.resource, () => stepsOf(type, operation));
        add(change, ({ made, steps: known }) =>
          made === undefined && facet !== ''
            ? { steps: [...known, ...steps] }
            : { made: { ...made, ...madeBy(steps) } },
        );
      } else if (type === 'user' && credentials.test(facet)) {
        add(change, () => ({ hasCredentials: true }));
      } else if (facet === '') {
        add(change, () => ({ made: madeOf(change, after) }));
        // Versions that made room are gone for good, and no part of what a policy says.
      } else if (facet !== 'ownership' && !facet.startsWith('versions/')) {
        const { about, step } = redirect(change, { facet, before, after }, operation.input);
        add(about, ({ steps }) => ({ steps: [...steps, step] }));
      }
    }
  }
  return [...found.values()];
}

/** No way back makes or takes away what people sign in with: it says so. */
const credentials = /^(login|accessKeys)(\/|$)/;

interface Named {
  readonly type: ResourceType;
  readonly name: string;
}

const nothing = {
  made: undefined,
  gone: undefined,
  isLost: false,
  endedAt: undefined,
  isTakenOver: false,
  hasCredentials: false,
  principalId: undefined,
  steps: [],
} as const;

function stepsOf(type: SpecifiedType, operation: ShownOperation): readonly FacetStep[] {
  const undo = undoOf(type);
  const read = 'stays' in undo ? undefined : undo.steps;
  return (read ?? shownSteps)(operation);
}

function madeBy(steps: readonly FacetStep[]): Facets {
  const made = steps.filter(({ after }) => after !== null);
  return Object.fromEntries(made.map(({ facet, after }) => [facet, after]));
}

function redirect(
  change: AppliedChange,
  step: FacetStep,
  input: { readonly [member: string]: unknown },
): { readonly about: Named; readonly step: FacetStep } {
  const { type, name } = change;
  const [kind = '', other = ''] = step.facet.split('/', 2);
  const swapped = (facet: string, value: string): FacetStep => ({
    facet: `${facet}/${value}`,
    before: step.before === null ? null : value,
    after: step.after === null ? null : value,
  });
  if (type === 'group' && kind === 'members')
    return { about: { type: 'user', name: other }, step: swapped('groups', name) };
  if (type === 'role' && kind === 'instanceProfiles')
    return { about: { type: 'instance-profile', name: other }, step: swapped('role', name) };
  if (type !== 'policy' || kind !== 'managedPolicies') return { about: change, step };
  const { RoleName, UserName, GroupName } = input;
  if (typeof RoleName === 'string') return { about: { type: 'role', name: RoleName }, step };
  if (typeof UserName === 'string') return { about: { type: 'user', name: UserName }, step };
  return { about: { type: 'group', name: String(GroupName) }, step };
}

function endOf({ departed }: AppliedChange): string | undefined {
  return departed?.kind === 'expired' ? departed.at : undefined;
}

function facetsIn(before: Json): Facets | undefined {
  const { facets } = membersOf(before);
  return facets === undefined ? undefined : membersOf(facets);
}

/** A new resource in the facets in which it is compared from then on. */
function madeOf({ type, operations }: AppliedChange, after: Json): Facets {
  const {
    description = '',
    maxSessionDuration = null,
    permissionsBoundary = null,
    ...rest
  } = membersOf(after);
  const given = operations.filter(({ facet }) => facet !== '' && !facet.startsWith('versions/'));
  return {
    ...rest,
    ...(type === 'role' ? { settings: { description, maxSessionDuration } } : {}),
    ...(type === 'policy' ? { description } : {}),
    ...(type === 'oidc-provider' ? providerFacets(rest) : {}),
    ...(permissionsBoundary === null ? {} : { permissionsBoundary }),
    ...Object.fromEntries(
      given.filter((one) => one.after !== null).map((one) => [one.facet, one.after]),
    ),
  };
}

function providerFacets({ clientIds = [], thumbprints = [] }: Facets): Facets {
  const prints = textsIn(thumbprints).map((print) => print.toLowerCase());
  return {
    ...Object.fromEntries(textsIn(clientIds).map((id) => [`clientIds/${id}`, id])),
    ...(prints.length > 0 ? { thumbprints: prints.sort() } : {}),
  };
}

function textsIn(list: Json): readonly string[] {
  return Array.isArray(list) ? list.map(String) : [];
}
