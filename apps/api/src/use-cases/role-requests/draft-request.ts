import { findBlueprint, nearestBlueprint } from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { RoleRequestRecord } from '../../model/records.ts';
import type { RoleRequestDeps } from './deps.ts';
import { requireEligible } from './judge-request.ts';
import { requireAccount } from './plan-request.ts';

/** What a person asks for. */
export interface RequestFields {
  readonly accountId: string;
  readonly blueprint: string;
  readonly parameters?: { readonly [name: string]: Json } | undefined;
  readonly reason: string;
  readonly ticket?: string | null | undefined;
  readonly durationSeconds: number;
  /** ISO 8601; as the terms say without it. */
  readonly answerBy?: string | undefined;
}

/**
 * A draft of what somebody asks for, not stored yet. What could never be submitted is refused now.
 *
 * @throws Problem
 */
export async function draftRequest(
  deps: Pick<RoleRequestDeps, 'store' | 'now' | 'newId' | 'terms'>,
  caller: Caller,
  fields: RequestFields & { readonly emergency: boolean },
): Promise<RoleRequestRecord> {
  const at = deps.now().toISOString();
  const { accountId, blueprint, parameters = {}, reason, ticket = null } = fields;
  const request: RoleRequestRecord = {
    id: deps.newId(),
    state: 'draft',
    requester: caller.actor,
    accountId,
    blueprint,
    parameters,
    reason,
    ticket,
    durationSeconds: fields.durationSeconds,
    answerBy: answerByOf(fields.answerBy, deps),
    emergency: fields.emergency,
    preview: null,
    approval: null,
    grantId: null,
    failure: null,
    revision: 1,
    createdAt: at,
    updatedAt: at,
  };
  await checkDraft(deps, caller, request);
  return request;
}

/** @throws Problem where it could never be submitted */
export async function checkDraft(
  { store }: Pick<RoleRequestDeps, 'store'>,
  caller: Caller,
  request: RoleRequestRecord,
): Promise<void> {
  requireBlueprint(request.blueprint);
  await requireAccount(store, request.accountId);
  await requireEligible(store, caller, request);
}

function requireBlueprint(id: string): void {
  if (findBlueprint(id) !== undefined) return;
  const near = nearestBlueprint(id);
  const hint = near === undefined ? {} : { hint: `Did you mean "${near.id}"?` };
  const message = `There is no blueprint "${id}".`;
  throw problem('blueprint-unknown', { errors: [{ pointer: '/blueprint', message, ...hint }] });
}

/**
 * Until when approvers are waited for: as it is asked for, else as the terms say.
 *
 * @throws Problem `body-invalid`
 */
export function answerByOf(
  asked: string | undefined,
  { now, terms }: Pick<RoleRequestDeps, 'now' | 'terms'>,
): string {
  const start = now().getTime();
  if (asked === undefined) return new Date(start + terms.answerWithin * 1000).toISOString();
  const end = Date.parse(asked);
  // Also what is no point in time, such as a leap second.
  if (end > start && end <= start + terms.longestAnswer * 1000) return new Date(end).toISOString();
  const message = `must lie in the future, at most ${terms.longestAnswer} seconds away`;
  throw problem('body-invalid', { errors: [{ pointer: '/answerBy', message }] });
}
