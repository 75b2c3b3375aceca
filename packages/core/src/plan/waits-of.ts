import { type ResourceType, resourceKey, resourceTypes } from '../model/resource.ts';
import { type IamCall, isCallOf } from './calls.ts';
import type { Operation } from './operation.ts';
import type { Change } from './plan.ts';

/** What has to be over before a change is begun. */
export interface Waits {
  /** Indices of earlier changes. */
  readonly after: ReadonlySet<number>;
  /** All changes of lower stages are over first. */
  readonly stage: number;
}

/**
 * What may run at the same time: changes of which none writes what another writes or names. All
 * others keep the order of the plan. Deletes come after everything else, type by type.
 */
export function waitsOf(changes: readonly Change[]): readonly Waits[] {
  const keys = new Map(changes.map(({ arn, resource }) => [arn, resource]));
  const writers = new Map<string, number[]>();
  const readers = new Map<string, number[]>();
  return changes.map((change, index) => {
    const written = writtenBy(change);
    const named = namedBy(change, keys);
    const after = new Set([
      ...[...written].flatMap((key) => [...(writers.get(key) ?? []), ...(readers.get(key) ?? [])]),
      ...[...named].flatMap((key) => writers.get(key) ?? []),
    ]);
    for (const key of written) put(writers, key, index);
    for (const key of named) put(readers, key, index);
    return { after, stage: stageOf(change) };
  });
}

function stageOf({ kind, type }: Change): number {
  return kind === 'delete' ? resourceTypes.length - resourceTypes.indexOf(type) : 0;
}

/** The resource itself, and others that its calls change, such as the holders of a policy. */
function writtenBy({ resource, operations }: Change): ReadonlySet<string> {
  return new Set([resource, ...operations.flatMap(entityOf)]);
}

function entityOf(operation: Operation): readonly string[] {
  const { input } = operation;
  // AWS changes one thing of a permission set at a time, who is assigned it as well.
  if ('PermissionSetName' in input) return [key('permission-set', input.PermissionSetName)];
  if (!isCallOf('iam', operation)) return [];
  return entityOfIam(operation);
}

function entityOfIam({ input }: IamCall): readonly string[] {
  // Of two entities in one call it is the second that is only named.
  if ('InstanceProfileName' in input) return [key('instance-profile', input.InstanceProfileName)];
  if ('UserName' in input) return [key('user', input.UserName)];
  if ('GroupName' in input) return [key('group', input.GroupName)];
  return 'RoleName' in input ? [key('role', input.RoleName)] : [];
}

/** What has to stand still meanwhile: what is waited for, and what calls and documents mention. */
function namedBy(
  { dependsOn, operations }: Change,
  keys: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  return new Set([...dependsOn, ...operations.flatMap((operation) => mentioned(operation, keys))]);
}

function mentioned(operation: Operation, keys: ReadonlyMap<string, string>): readonly string[] {
  const { input } = operation;
  const arns = JSON.stringify(input).matchAll(/arn:[\w-]+:[\w-]*:[\w-]*:\d{12}:[\w+=,.@:/-]+/g);
  return [
    ...[...arns].flatMap(([arn]) => keys.get(arn) ?? []),
    ...(isCallOf('iam', operation) ? entitiesNamed(operation) : []),
  ];
}

function entitiesNamed({ input }: IamCall): readonly string[] {
  return [
    ...('RoleName' in input ? [key('role', input.RoleName)] : []),
    ...('GroupName' in input ? [key('group', input.GroupName)] : []),
  ];
}

function key(type: ResourceType, name: string): string {
  return resourceKey({ type, name });
}

function put(map: Map<string, number[]>, name: string, index: number): void {
  const there = map.get(name);
  if (there) there.push(index);
  else map.set(name, [index]);
}
