import { type DesiredResource, jsonSchema, principalsOf, type Snapshot } from '@rolecall/core';
import {
  canonicalJson,
  compareEffectiveAccess,
  iamArn,
  type Json,
  type PolicySource,
} from '@rolecall/policy';
import type { RoleAccess } from '../model/records.ts';

/** ARNs of the roles that are declared. */
export function roleArnsOf(
  desired: readonly DesiredResource[],
  { account, partition }: { readonly account: string; readonly partition: string },
): readonly string[] {
  return desired.flatMap((resource) =>
    resource.type === 'role'
      ? [iamArn({ account, partition, type: 'role', path: resource.path, name: resource.name })]
      : [],
  );
}

/** What these roles may do and whom they trust, as the snapshot has it. */
export function accessOfRoles(snapshot: Snapshot, arns: readonly string[]): readonly RoleAccess[] {
  return (principalsOf(snapshot) ?? [])
    .filter(({ arn }) => arns.includes(arn))
    .map(({ arn, trust, policies, boundary, unread }) => ({
      arn,
      trust: toJson(trust ?? null),
      policies: policies.map(({ document }) => toJson(document)),
      boundary: toJson(boundary?.document ?? null),
      unread,
    }));
}

/** Why what there will be is more than what was approved; empty where it is not. */
export function beyondApproved(
  next: readonly RoleAccess[],
  approved: readonly RoleAccess[],
): readonly string[] {
  return next.flatMap((role) => {
    const before = approved.find(({ arn }) => arn === role.arn);
    if (before === undefined) return [`${role.arn} was not approved.`];
    return [
      ...(grantsNothing([[before.trust]], [[role.trust]])
        ? []
        : [`${role.arn} may be assumed by others than was approved.`]),
      ...(grantsNothing(layersOf(before), layersOf(role))
        ? []
        : [`${role.arn} may do more than was approved.`]),
      ...role.unread
        .filter((policy) => !before.unread.includes(policy))
        .map((policy) => `${policy} of ${role.arn} can no longer be read.`),
    ];
  });
}

function layersOf({ policies, boundary }: RoleAccess): readonly (readonly Json[])[] {
  return boundary === null ? [policies] : [policies, [boundary]];
}

function grantsNothing(
  old: readonly (readonly Json[])[],
  next: readonly (readonly Json[])[],
): boolean {
  if (canonicalJson(old) === canonicalJson(next)) return true;
  const layers = (given: readonly (readonly Json[])[]) => ({
    layers: given.map((layer) => layer.map(sourceOf)),
  });
  return compareEffectiveAccess(layers(old), layers(next)).verdict === 'none';
}

function sourceOf(document: Json): PolicySource {
  return JSON.stringify(document);
}

function toJson(value: unknown): Json {
  return jsonSchema.parse(JSON.parse(JSON.stringify(value)));
}
