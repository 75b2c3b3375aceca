import { etagOf, isNotModified } from '../../http/etag.ts';
import type { Handlers } from '../../http/handler.ts';
import type { RoleRequestRecord } from '../../model/records.ts';
import { cancelRequest } from '../../use-cases/role-requests/cancel-request.ts';
import { createRequest } from '../../use-cases/role-requests/create-request.ts';
import { deleteRequest } from '../../use-cases/role-requests/delete-request.ts';
import { listRequests } from '../../use-cases/role-requests/list-requests.ts';
import { readPreview } from '../../use-cases/role-requests/read-preview.ts';
import { retryProvisioning } from '../../use-cases/role-requests/retry-provisioning.ts';
import { seeRequest } from '../../use-cases/role-requests/see-request.ts';
import { submitRequest } from '../../use-cases/role-requests/submit-request.ts';
import { updateRequest } from '../../use-cases/role-requests/update-request.ts';
import { validateRequest } from '../../use-cases/role-requests/validate-request.ts';
import type { RoleRequestHandlerDeps } from './handler-deps.ts';
import { pageBody, pageQuery } from './pages.ts';
import { approvalBody, plannedBody, requestBody, requestSummary } from './request-shapes.ts';

export type RequestHandlers = Pick<
  Handlers,
  | 'listRoleRequests'
  | 'createRoleRequest'
  | 'getRoleRequest'
  | 'updateRoleRequest'
  | 'deleteRoleRequest'
  | 'submitRoleRequest'
  | 'cancelRoleRequest'
  | 'retryProvisioning'
  | 'getRoleRequestPreview'
  | 'createEmergencyRequest'
>;

export function requestHandlers(deps: RoleRequestHandlerDeps): RequestHandlers {
  return {
    async listRoleRequests(ctx) {
      const { state: states, requester: requesterId, limit, cursor, ...filter } = ctx.query;
      const page = await listRequests(deps, ctx.caller, {
        ...pageQuery({ limit, cursor }),
        ...filter,
        states,
        requesterId,
      });
      return { status: 200, body: pageBody(page, requestSummary) };
    },
    async createRoleRequest(ctx) {
      const { body } = ctx;
      if (ctx.query.validateOnly === true) {
        const validated = await validateRequest(deps, ctx.caller, { ...body, signal: ctx.signal });
        const { accepted, preview, approval, faults } = validated;
        return {
          status: 200,
          body: {
            accepted,
            preview: plannedBody(preview),
            approval: approvalBody(approval),
            faults: [...faults],
          },
        };
      }
      const submit = ctx.query.submit === true;
      // Only a submission asks AWS, and has something to break off.
      const input = { ...body, emergency: false, submit, ...(submit && { signal: ctx.signal }) };
      return createRequest(deps, ctx.caller, input, (tx, made) =>
        ctx.remember(tx.idempotency, {
          status: 201,
          headers: { ETag: etagOf(made.revision), Location: pathOf(made) },
          body: requestBody(made),
        }),
      );
    },
    async getRoleRequest(ctx) {
      const request = await seeRequest(deps, ctx.caller, ctx.params);
      const headers = { ETag: etagOf(request.revision) };
      return isNotModified(ctx.headers['If-None-Match'], request.revision)
        ? { status: 304, headers }
        : { status: 200, headers, body: requestBody(request) };
    },
    async updateRoleRequest(ctx) {
      const input = { ...ctx.params, ifMatch: ctx.headers['If-Match'], fields: ctx.body };
      return updateRequest(deps, ctx.caller, input, (tx, request) =>
        ctx.remember(tx.idempotency, read(request)),
      );
    },
    async deleteRoleRequest(ctx) {
      const ifMatch = ctx.headers['If-Match'];
      await deleteRequest(deps, ctx.caller, { ...ctx.params, ifMatch });
      return { status: 204 };
    },
    async submitRoleRequest(ctx) {
      const input = { ...ctx.params, ifMatch: ctx.headers['If-Match'], signal: ctx.signal };
      return submitRequest(deps, ctx.caller, input, (tx, request) =>
        ctx.remember(tx.idempotency, read(request)),
      );
    },
    async cancelRoleRequest(ctx) {
      const { comment = '' } = ctx.body;
      const input = { ...ctx.params, ifMatch: ctx.headers['If-Match'], comment };
      return cancelRequest(deps, ctx.caller, input, (tx, request) =>
        ctx.remember(tx.idempotency, read(request)),
      );
    },
    async retryProvisioning(ctx) {
      const input = { ...ctx.params, ifMatch: ctx.headers['If-Match'] };
      return retryProvisioning(deps, ctx.caller, input, (tx, request) =>
        ctx.remember(tx.idempotency, goingOn(request)),
      );
    },
    async getRoleRequestPreview(ctx) {
      const preview = await readPreview(deps, ctx.caller, ctx.params);
      return { status: 200, body: plannedBody(preview) };
    },
    async createEmergencyRequest(ctx) {
      const input = { ...ctx.body, signal: ctx.signal, emergency: true, submit: true };
      return createRequest(deps, ctx.caller, input, (tx, request) =>
        ctx.remember(tx.idempotency, goingOn(request)),
      );
    },
  };
}

function read(request: RoleRequestRecord) {
  const headers = { ETag: etagOf(request.revision) };
  return { status: 200 as const, headers, body: requestBody(request) };
}

/** Poll it. */
function goingOn(request: RoleRequestRecord) {
  return {
    status: 202 as const,
    headers: { ETag: etagOf(request.revision), Location: pathOf(request), 'Retry-After': 2 },
    body: requestBody(request),
  };
}

export function pathOf({ id }: Pick<RoleRequestRecord, 'id'>): string {
  return `/v1/role-requests/${id}`;
}
