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
  const now = deps.now();
  const at = now.toISOString();
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
    answerBy: fields.answerBy ?? later(now, deps.terms.answerWithin),
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
  { store, now, terms }: Pick<RoleRequestDeps, 'store' | 'now' | 'terms'>,
  caller: Caller,
  request: RoleRequestRecord,
): Promise<void> {
  requireBlueprint(request.blueprint);
  await requireAccount(store, request.accountId);
  await requireEligible(store, caller, request);
  requireAnswerBy(request.answerBy, { now: now(), longest: terms.longestAnswer });
}

function requireBlueprint(id: string): void {
  if (findBlueprint(id) !== undefined) return;
  const near = nearestBlueprint(id);
  const hint = near === undefined ? {} : { hint: `Did you mean "${near.id}"?` };
  const message = `There is no blueprint "${id}".`;
  throw problem('blueprint-unknown', { errors: [{ pointer: '/blueprint', message, ...hint }] });
}

function requireAnswerBy(
  answerBy: string,
  { now, longest }: { readonly now: Date; readonly longest: number },
): void {
  const end = Date.parse(answerBy);
  if (end > now.getTime() && end <= now.getTime() + longest * 1000) return;
  const message = `must lie in the future, at most ${longest} seconds away`;
  throw problem('body-invalid', { errors: [{ pointer: '/answerBy', message }] });
}

function later(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}
