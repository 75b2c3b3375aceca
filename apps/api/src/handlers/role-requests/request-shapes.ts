import type { Schema } from '@rolecall/contract';
import type {
  AuditEvent,
  DecisionRecord,
  RequestPreview,
  RoleRequestRecord,
} from '../../model/records.ts';
import type { RoleRequestSummary } from '../../storage/repositories/role-requests.ts';
import { extendedGrantOf } from '../../use-cases/role-requests/extension-request.ts';
import { readPlan, readSeverity } from './read-stored.ts';

export function requestBody(request: RoleRequestRecord): Schema<'RoleRequest'> {
  const { preview, approval, grantId, ...rest } = request;
  const extendsGrantId = extendedGrantOf(request);
  return {
    ...rest,
    parameters: { ...rest.parameters },
    preview: preview === null ? null : previewBody(preview),
    approval: approvalBody(approval),
    extendsGrantId,
    grantId,
  };
}

export function requestSummary(request: RoleRequestSummary): Schema<'RoleRequestSummary'> {
  const extendsGrantId = extendedGrantOf(request);
  return { ...request, approval: approvalBody(request.approval), extendsGrantId };
}

function previewBody(preview: RequestPreview): Schema<'Preview'> {
  const { planId, risk, grants, risks, refusals, roleArns, plannedAt } = preview;
  const shown = risks.map(({ severity, kind, text }) => ({
    severity: readSeverity(severity),
    kind,
    text,
  }));
  return {
    planId,
    risk,
    grants: [...grants],
    risks: shown,
    refusals: refusals.map(({ rule, message, hint }) => ({ rule, message, hint })),
    roleArns: [...roleArns],
    plannedAt,
  };
}

export function plannedBody(preview: RequestPreview): Schema<'PlannedPreview'> {
  return { ...previewBody(preview), plan: readPlan(preview.plan) };
}

export function approvalBody(approval: RoleRequestRecord['approval']): Schema<'Approval'> | null {
  return approval === null ? null : { ...approval, approvers: [...approval.approvers] };
}

export function decisionBody(decision: DecisionRecord): Schema<'Decision'> {
  return { ...decision, onBehalfOf: decision.onBehalfOf ?? null };
}

export function eventBody(event: AuditEvent): Schema<'ResourceEvent'> {
  const { sequence, at, type, actor, data } = event;
  return { sequence, at, type, actor, data };
}
