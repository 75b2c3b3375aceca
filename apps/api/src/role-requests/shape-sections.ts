import { declaredTrustSchema, type ResourceSections } from '@rolecall/core';
import type { RoleRequestRecord } from '../model/records.ts';
import { type PersonTrust, trustsOthers, trustsPeople, withPerson } from './person-trust.ts';
import { requestTag } from './request-names.ts';

export type ShapeFault = 'not-self-service' | 'principal-missing';

export type ShapedSections =
  | { readonly kind: 'shaped'; readonly sections: ResourceSections }
  | { readonly kind: 'fault'; readonly code: ShapeFault };

export interface ShapeInput {
  readonly request: Pick<RoleRequestRecord, 'id' | 'durationSeconds'>;
  readonly person: PersonTrust | undefined;
}

type Roles = ResourceSections['roles'];

/**
 * What a blueprint makes, as a request may have it: roles and what belongs to them and nothing
 * else, below the path of the scope, so that all of it can be removed again; the person in the
 * place of every principal of an account, whatever the blueprint says; sessions no longer than the
 * grant, as far as IAM goes down (an hour).
 */
export function shapeSections(sections: ResourceSections, input: ShapeInput): ShapedSections {
  if (!isSelfService(sections)) return { kind: 'fault', code: 'not-self-service' };
  const { request, person } = input;
  const roles: Roles = {};
  for (const [name, { path: _, ...role }] of Object.entries(sections.roles)) {
    if (trustsOthers(role.trust)) return { kind: 'fault', code: 'not-self-service' };
    const isForPerson = trustsPeople(role.trust);
    if (isForPerson && person === undefined) return { kind: 'fault', code: 'principal-missing' };
    const trust = isForPerson && person !== undefined ? withPerson(role.trust, person) : role.trust;
    if (trust === undefined) return { kind: 'fault', code: 'not-self-service' };
    const maxSessionDuration = Math.max(
      shortestSession,
      Math.min(role.maxSessionDuration, request.durationSeconds),
    );
    const declared = declaredTrustSchema.parse(trust);
    roles[name] = { ...role, trust: declared, maxSessionDuration, ...owned(role, request) };
  }
  return {
    kind: 'shaped',
    sections: {
      ...sections,
      roles,
      policies: mapValues(sections.policies, ({ path: _, ...one }) => ({
        ...one,
        ...owned(one, request),
      })),
      instanceProfiles: mapValues(sections.instanceProfiles, ({ path: _, ...one }) => ({
        ...one,
        ...owned(one, request),
      })),
    },
  };
}

/** Seconds; the least that IAM takes for a role. */
const shortestSession = 3600;

/** Nothing that is there already is ever taken over for a request. */
function owned({ tags }: { readonly tags: { [key: string]: string } }, { id }: { id: string }) {
  return { tags: { ...tags, [requestTag]: id }, adopt: false };
}

function isSelfService(sections: ResourceSections): boolean {
  const { roles, policies: _p, instanceProfiles: _i, ...others } = sections;
  return Object.keys(roles).length > 0 && Object.values(others).every(isEmpty);
}

/** Some sections have sections of their own. */
function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === 'object' && value !== null && Object.values(value).every(isEmpty);
}

function mapValues<T>(record: { [name: string]: T }, change: (value: T) => T) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
