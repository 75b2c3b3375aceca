import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface ExternalIdDoor {
  /** For an endpoint of AWS. */
  readonly url: string;
  /** From now on a role is taken on with this external id only. */
  require(externalId: string): void;
  close(): Promise<void>;
}

/** Stands before an emulator that lets anybody take on any role, and asks for the external id. */
export async function openExternalIdDoor(target: string): Promise<ExternalIdDoor> {
  let required: string | undefined;
  const server = createServer((request, response) => {
    pass(request, { target, required }).then(
      ({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body),
      (error: unknown) => broken(response, error),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on a port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    require: (externalId) => {
      required = externalId;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function pass(
  request: IncomingMessage,
  { target, required }: { readonly target: string; readonly required: string | undefined },
) {
  const body = await buffer(request);
  const form = new URLSearchParams(body.toString());
  const isWrong = required !== undefined && form.get('ExternalId') !== required;
  if (form.get('Action') === 'AssumeRole' && isWrong) return denied;
  const { authorization = '', 'content-type': type = '' } = request.headers;
  const token = request.headers['x-amz-security-token'];
  const answer = await fetch(`${target}${request.url ?? '/'}`, {
    method: request.method ?? 'POST',
    headers: {
      authorization,
      'content-type': type,
      ...(typeof token === 'string' && { 'x-amz-security-token': token }),
    },
    body,
  });
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? 'text/xml',
    body: await answer.text(),
  };
}

const denied = {
  status: 403,
  type: 'text/xml',
  body: '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not authorized to perform: sts:AssumeRole</Message></Error><RequestId>0</RequestId></ErrorResponse>',
};

function broken(response: ServerResponse, error: unknown): void {
  response.writeHead(502, { 'content-type': 'text/plain' }).end(String(error));
}
