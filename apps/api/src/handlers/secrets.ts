import type { Schema } from '@rolecall/contract';
import { etagOf } from '../http/etag.ts';
import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import type { SecretRecord } from '../model/records.ts';
import { readSecret } from '../use-cases/secrets/read-secret.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { nextCursor, pageQuery } from './paging.ts';

type SecretHandlers = Pick<Handlers, 'listApplicationSecrets' | 'getSecret' | 'readSecret'>;

export function secretHandlers(deps: ServiceDeps): SecretHandlers {
  const { store } = deps;
  return {
    listApplicationSecrets: async ({ params: { id: applicationId }, query }) => {
      if ((await store.applications.get(applicationId)) === undefined) throw problem('not-found');
      const { rows, next } = await store.secrets.list({ ...pageQuery(query), applicationId });
      return { status: 200, body: { items: rows.map(shownSecret), ...nextCursor(next) } };
    },

    getSecret: async ({ params }) => {
      const secret = await store.secrets.get(params.id);
      if (secret === undefined) throw problem('not-found');
      return { status: 200, body: shownSecret(secret), headers: { ETag: etagOf(secret.revision) } };
    },

    readSecret: async ({ caller, params: { id }, headers }) => {
      const ifMatch = headers['If-Match'];
      const { secret, ciphertext } = await readSecret(deps, caller, { id, ifMatch });
      return {
        status: 200,
        body: { ...shownSecret(secret), ciphertext },
        headers: { ETag: etagOf(secret.revision), 'Cache-Control': 'no-store' },
      };
    },
  };
}

function shownSecret({ recipients, ...secret }: SecretRecord): Schema<'Secret'> {
  return { ...secret, recipients: [...recipients] };
}
