import { etagOf, isNotModified } from '../../http/etag.ts';
import type { Handlers } from '../../http/handler.ts';
import type { GrantRecord } from '../../model/records.ts';
import { type Extended, extendGrant } from '../../use-cases/role-requests/extend-grant.ts';
import { listGrants } from '../../use-cases/role-requests/list-grants.ts';
import { recertifyGrant } from '../../use-cases/role-requests/recertify-grant.ts';
import { reviewEmergency } from '../../use-cases/role-requests/review-emergency.ts';
import { revokeGrant } from '../../use-cases/role-requests/revoke-grant.ts';
import { revokeLeaver } from '../../use-cases/role-requests/revoke-leaver.ts';
import { seeGrant } from '../../use-cases/role-requests/see-grant.ts';
import { grantBody } from './grant-shapes.ts';
import type { RoleRequestHandlerDeps } from './handler-deps.ts';
import { pageBody, pageQuery } from './pages.ts';
import { pathOf } from './request-handlers.ts';
import { requestBody } from './request-shapes.ts';

export type GrantHandlers = Pick<
  Handlers,
  | 'listGrants'
  | 'getGrant'
  | 'extendGrant'
  | 'revokeGrant'
  | 'reviewEmergency'
  | 'recertifyGrant'
  | 'revokeLeaver'
>;

export function grantHandlers(deps: RoleRequestHandlerDeps): GrantHandlers {
  return {
    async listGrants(ctx) {
      const { state: states, holder: holderId, limit, cursor, ...filter } = ctx.query;
      const asked = { ...pageQuery({ limit, cursor }), ...filter, states, holderId };
      const page = await listGrants(deps, ctx.caller, asked);
      return { status: 200, body: pageBody(page, grantBody) };
    },
    async getGrant(ctx) {
      const grant = await seeGrant(deps, ctx.caller, ctx.params);
      return isNotModified(ctx.headers['If-None-Match'], grant.revision)
        ? { status: 304, headers: { ETag: etagOf(grant.revision) } }
        : read(grant);
    },
    async extendGrant(ctx) {
      const { params, body, signal, headers } = ctx;
      const input = { ...params, ...body, signal, ifMatch: headers['If-Match'] };
      return extendGrant(deps, ctx.caller, input, (tx, extended) =>
        ctx.remember(tx.idempotency, answerExtension(extended)),
      );
    },
    async revokeGrant(ctx) {
      const input = { ...ctx.params, ...ctx.body, ifMatch: ctx.headers['If-Match'] };
      return revokeGrant(deps, ctx.caller, input, (tx, grant) =>
        ctx.remember(tx.idempotency, {
          status: 202,
          headers: {
            ETag: etagOf(grant.revision),
            Location: `/v1/grants/${grant.id}`,
            'Retry-After': 2,
          },
          body: grantBody(grant),
        }),
      );
    },
    async reviewEmergency(ctx) {
      const input = { ...ctx.params, ...ctx.body, ifMatch: ctx.headers['If-Match'] };
      return reviewEmergency(deps, ctx.caller, input, (tx, grant) =>
        ctx.remember(tx.idempotency, read(grant)),
      );
    },
    async recertifyGrant(ctx) {
      const input = { ...ctx.params, ...ctx.body, ifMatch: ctx.headers['If-Match'] };
      return recertifyGrant(deps, ctx.caller, input, (tx, grant) =>
        ctx.remember(tx.idempotency, read(grant)),
      );
    },
    async revokeLeaver(ctx) {
      const input = { ...ctx.params, ...ctx.body };
      return revokeLeaver(deps, ctx.caller, input, (tx, { subject, ...ended }) =>
        ctx.remember(tx.idempotency, {
          status: 202,
          headers: {
            Location: `/v1/grants?holder=${encodeURIComponent(subject)}`,
            'Retry-After': 2,
          },
          body: {
            subject,
            grants: [...ended.revokeGrants, ...ended.endingGrants],
            requests: [...ended.cancelRequests, ...ended.awaitRequests],
            decisions: [...ended.voidDecisions],
            delegations: [...ended.endDelegations],
            principalMappings: ended.removeMappings.length,
            apiTokens: [...ended.revokeTokens],
            ruleChanges: [...ended.withdrawChanges],
            plans: [...ended.voidPlans],
          },
        }),
      );
    },
  };
}

function read(grant: GrantRecord) {
  const headers = { ETag: etagOf(grant.revision) };
  return { status: 200 as const, headers, body: grantBody(grant) };
}

function answerExtension(extended: Extended) {
  switch (extended.kind) {
    case 'extended':
      return read(extended.grant);
    case 'asked': {
      const { request } = extended;
      return {
        status: 201 as const,
        headers: { ETag: etagOf(request.revision), Location: pathOf(request) },
        body: requestBody(request),
      };
    }
    default:
      return extended satisfies never;
  }
}
