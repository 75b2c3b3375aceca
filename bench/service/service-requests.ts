import type { ServiceStarted } from './side-service.ts';

/** A request as it is sent; those that create something come with a new key each. */
export interface ServiceRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: string;
  readonly keyed: boolean;
}

type Known = Omit<ServiceStarted, 'url'>;

/** Two statements: the request, and in whose place the caller may answer. */
export function readOf({ token, requestId }: Known): ServiceRequest {
  return {
    method: 'GET',
    path: `/v1/role-requests/${requestId}`,
    headers: { authorization: `Bearer ${token}` },
    keyed: false,
  };
}

/** A draft: the row, its audit event, the answer under its key. */
export function draftOf({ token, accountId }: Known): ServiceRequest {
  return creation(token, '/v1/role-requests', {
    accountId,
    blueprint: 'support-user-role',
    parameters: { requireMfa: true },
    reason: 'Case 1234 of the web shop needs an answer.',
    durationSeconds: 14_400,
  });
}

/** The same with a job: a submission has one too, but what it costs is its planning. */
export function checkRunOf({ token, accountId }: Known): ServiceRequest {
  return creation(token, `/v1/accounts/${accountId}/check-runs`, {});
}

function creation(token: string, path: string, body: object): ServiceRequest {
  return {
    method: 'POST',
    path,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    keyed: true,
  };
}
