import type { FastifyRequest } from 'fastify';
import type { Check } from './compile-checks.ts';
import type { Place } from './place.ts';
import { problem } from './problem.ts';
import { readJson, readText } from './read-json.ts';
import type { Operation } from './read-operations.ts';

/**
 * Makes the reader of an operation's body: bytes, as the server's one parser leaves them, to the
 * value that the contract describes.
 *
 * @throws Problem (the reader) `request-invalid`, `unsupported-media-type`,
 *   `body-invalid`
 */
export function compileBody(
  { body }: Operation,
  compile: (schema: Place) => Check,
): (request: FastifyRequest) => unknown {
  if (body === null) return refuseBody;
  const checks = new Map([...body.schemas].map(([type, schema]) => [type, compile(schema)]));
  const accept = [...checks.keys()].join(', ');
  return (request) => {
    const bytes = bytesOf(request);
    const header = request.headers['content-type'];
    if (bytes.length === 0 && header === undefined && !body.required) return undefined;
    const type = mediaTypeOf(header);
    const check = checks.get(type);
    if (check === undefined || !isPlain(request))
      throw problem('unsupported-media-type', {
        detail: `Supported: ${accept}, in UTF-8, not compressed.`,
        headers: { accept },
      });
    const value = type.endsWith('json') ? readJson(bytes) : readText(bytes);
    const errors = check(value);
    if (errors.length > 0) throw problem('body-invalid', { errors });
    return value;
  };
}

function refuseBody(request: FastifyRequest): undefined {
  if (bytesOf(request).length > 0)
    throw problem('request-invalid', { detail: 'The operation takes no body.' });
}

function bytesOf({ body }: FastifyRequest): Uint8Array {
  return body instanceof Uint8Array ? body : new Uint8Array();
}

function mediaTypeOf(header: string | undefined): string {
  return header?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function isPlain({ headers }: FastifyRequest): boolean {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(headers['content-type'] ?? '')?.[1];
  const encoding = headers['content-encoding'] ?? 'identity';
  return (charset ?? 'utf-8').toLowerCase() === 'utf-8' && encoding === 'identity';
}
