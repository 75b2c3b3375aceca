import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';

const scriptPath = '/docs/scalar.js';
const startPath = '/docs/start.js';

/** Everything comes from here: the page has to work where the internet does not reach. */
export const referencePage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Rolecall API</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <div id="app"></div>
    <script src="${scriptPath}"></script>
    <script src="${startPath}"></script>
  </body>
</html>
`;

/** For the page alone; its script writes style elements. */
export const referencePageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};

const startScript = `Scalar.createApiReference('#app', {
  url: '/openapi.json',
  withDefaultFonts: false,
  telemetry: false,
  // Requests that are tried go to where the page came from, wherever that is.
  servers: [{ url: window.location.origin, description: 'This service' }],
  // What leads to the maker's own servers.
  showDeveloperTools: 'never',
  hideClientButton: true,
  agent: { disabled: true },
  mcp: { disabled: true },
});
`;

/** Serves the two scripts of the page; the large one is unpacked when it is first asked for. */
export function serveReferenceScripts(app: FastifyInstance): void {
  let script: Promise<Uint8Array> | undefined;
  const type = 'text/javascript; charset=utf-8';
  app.get(scriptPath, { config: { operationId: 'getDocs' } }, async (_request, reply) => {
    script ??= loadScript();
    return reply
      .headers({ 'content-type': type, 'content-encoding': 'gzip', 'cache-control': 'no-cache' })
      .send(await script);
  });
  app.get(startPath, { config: { operationId: 'getDocs' } }, async (_request, reply) =>
    reply.header('content-type', type).send(startScript),
  );
}

/** Scalar gives its script to a server only, so it is fetched from one that never listens. */
async function loadScript(): Promise<Uint8Array> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const scratch = Fastify();
  await scratch.register(scalar, { routePrefix: '/docs', configuration: { url: '/openapi.json' } });
  const { rawPayload } = await scratch.inject('/docs/js/scalar.js');
  await scratch.close();
  return promisify(gzip)(rawPayload);
}
