import {
  type AccountPort,
  findBlueprint,
  type GuardrailRefusal,
  type Guardrails,
  jsonSchema,
  judgePlanned,
  lifecycle,
  type Plan,
  type PlannedManifest,
  planManifest,
  RolecallError,
  reviewPlan,
  shortSubject,
  visibleText,
} from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import type { RequestPreview, RoleRequestRecord } from '../model/records.ts';
import { describeGrants } from './describe-grants.ts';
import type { RequestFault } from './request-fault.ts';
import { type RequestManifestInput, requestManifest } from './request-manifest.ts';
import { requestTag } from './request-names.ts';
import { riskOf } from './risk-of.ts';
import { accessOfRoles, roleArnsOf } from './role-access.ts';

export interface PreviewInput extends RequestManifestInput {
  readonly guardrails: Guardrails;
  readonly port: Pick<AccountPort, 'identify' | 'collect'>;
  readonly now: Date;
}

export type Previewed =
  | {
      readonly kind: 'preview';
      readonly preview: RequestPreview;
      readonly plan: Plan;
      /** What is declared, as data, to be kept with the grant. */
      readonly document: Json;
    }
  | { readonly kind: 'refused'; readonly faults: readonly RequestFault[] };

/**
 * What a request would do in its account, planned, reviewed and judged; nothing is written. Fails
 * with a RolecallError where the account cannot be read.
 */
export async function previewRequest(input: PreviewInput): Promise<Previewed> {
  const { request, account, guardrails, port, now } = input;
  const declared = requestManifest(input);
  if (declared.kind === 'refused') return declared;
  const { manifest, document } = declared;
  try {
    const about = { manifest, includeRetired: false, guardrails: guardrails.digest };
    const planned = await planManifest({ ...about, port });
    const { plan, desired } = planned;
    const review = reviewPlan(planned);
    const roleArns = roleArnsOf(desired, { account: account.id, partition: account.partition });
    const preview: RequestPreview = {
      planId: plan.planId,
      plan: toJson(plan),
      risk: riskOf(review),
      grants: describeGrants(review.access),
      risks: review.risks.map(({ severity, kind, arn, text }) => ({
        severity,
        kind,
        text: visibleText(`${shortSubject(arn)}: ${text}`),
      })),
      refusals: [
        ...judgePlanned(planned, guardrails).map(guardrailRefusal),
        ...plan.conflicts.map(({ message, hint }) => ({ rule: 'conflict', message, hint })),
        ...strangersIn(planned, request.id),
      ],
      roleArns,
      access: accessOfRoles(review.after, roleArns),
      plannedAt: now.toISOString(),
    };
    return { kind: 'preview', preview, plan, document };
  } catch (error) {
    const faults = faultsOf(error, request);
    if (faults === undefined) throw error;
    return { kind: 'refused', faults };
  }
}

function guardrailRefusal({ rule, address, message, hint }: GuardrailRefusal) {
  return { rule, message: `${address === undefined ? '' : `${address}: `}${message}`, hint };
}

/** Should two requests ever meet in one scope, neither may touch what the other made. */
function strangersIn({ plan, snapshot }: PlannedManifest, id: string): RequestPreview['refusals'] {
  const { roles } = snapshot.parts;
  const owned = roles.status === 'known' ? roles.value : [];
  return owned
    .filter(({ tags }) => tags['rolecall:owner'] === plan.scope && tags[requestTag] !== id)
    .map(({ arn }) => ({
      rule: 'scope-taken',
      message: `${arn} lies in the scope of this request and belongs to another.`,
      hint: 'Ask again: a new request has a new scope.',
    }));
}

/** What is wrong with the request itself; of all else `undefined`. */
function faultsOf(
  error: unknown,
  request: Pick<RoleRequestRecord, 'blueprint'>,
): readonly RequestFault[] | undefined {
  if (!(error instanceof RolecallError)) return undefined;
  const { diagnostics = [] } = error.details;
  if (diagnostics.length === 0) return undefined;
  return diagnostics.map(({ code, message, hint = null }) =>
    code === 'SERVICE_RETIRED'
      ? { code: 'service-retired', pointer: '/blueprint', message, hint: adviceFor(request) }
      : { code: 'does-not-fit', pointer: null, message, hint },
  );
}

/** What core advises beside it, to go on all the same, is not for a request to do. */
function adviceFor({ blueprint }: Pick<RoleRequestRecord, 'blueprint'>): string | null {
  const service = findBlueprint(blueprint)?.service;
  const fate = service === undefined ? undefined : lifecycle.services[service];
  if (fate === undefined) return null;
  const { advice, successor } = fate;
  return successor === undefined ? advice : `${advice} Ask for "${successor}" instead.`;
}

function toJson(value: unknown): Json {
  return jsonSchema.parse(JSON.parse(JSON.stringify(value)));
}
