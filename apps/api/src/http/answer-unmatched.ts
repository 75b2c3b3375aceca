import type { FastifyInstance } from 'fastify';
import { problem } from './problem.ts';

/**
 * Answers what no route takes: 405 with Allow, 204 to OPTIONS, or 404. To be called before the
 * routes are registered.
 */
export function answerUnmatched(app: FastifyInstance): void {
  const routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    routes.push({ pattern: patternOf(url), methods: [method].flat() });
  });
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?', 1);
    const methods = routes
      .filter(({ pattern }) => pattern.test(path))
      .flatMap((one) => one.methods);
    if (methods.length === 0) throw problem('not-found');
    const allow = [...new Set([...methods, 'OPTIONS'])].sort().join(', ');
    if (request.method === 'OPTIONS') return reply.code(204).header('allow', allow).send();
    throw problem('method-not-allowed', { headers: { allow } });
  });
}

/** `/v1/grants/:id` as an expression. */
function patternOf(url: string): RegExp {
  const parts = url
    .split('/')
    .map((part) =>
      part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    );
  return new RegExp(`^${parts.join('/')}$`);
}
