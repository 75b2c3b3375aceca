import type { Registry } from '@platformatic/prom-client';
import type { LooseHandlers, ServiceOperation } from './handler.ts';
import { checkReadiness, type Probes } from './health.ts';
import { memberOf } from './place.ts';
import { problem } from './problem.ts';
import { problemPage } from './problem-page.ts';
import { referencePage, referencePageHeaders } from './reference-page.ts';
import { logOf } from './request-log.ts';

/** Answer even when there is too much to do, so that the process is not taken for dead. */
export const vitalOperations: ReadonlySet<string> = new Set<ServiceOperation>([
  'getHealth',
  'getReadiness',
  'getMetrics',
]);

export interface ServiceParts {
  readonly document: object;
  /** The document as it was written. */
  readonly yaml: string;
  readonly probes: Probes;
  readonly probeTimeoutMs: number;
  readonly registry: Registry;
  /** Whether the server is being closed; then no more requests should be sent here. */
  readonly isClosing: () => boolean;
}

/** What the service says of itself. */
export function createServiceHandlers(
  parts: ServiceParts,
): Pick<LooseHandlers, ServiceOperation> & LooseHandlers {
  const { document, yaml, registry } = parts;
  const json = JSON.stringify(document);
  return {
    getHealth: async () => ({ status: 200, body: { status: 'ok' } }),
    getReadiness: async ({ req }) => {
      const closing = { stopping: async () => Promise.reject(new Error('The server is closing.')) };
      const probes = parts.isClosing() ? { ...parts.probes, ...closing } : parts.probes;
      const { readiness, failures } = await checkReadiness(probes, parts.probeTimeoutMs);
      for (const { dependency, cause } of failures)
        logOf(req).warn({ err: cause, dependency }, 'a dependency is not ready');
      return { status: readiness.status === 'ready' ? 200 : 503, body: readiness };
    },
    getMetrics: async () => ({
      status: 200,
      body: await registry.metrics(),
      headers: { 'content-type': registry.contentType },
    }),
    getOpenapiJson: async () => ({ status: 200, body: JSON.parse(json) }),
    getOpenapiYaml: async () => ({ status: 200, body: yaml }),
    getDocs: async () => ({ status: 200, body: referencePage, headers: referencePageHeaders }),
    getProblem: async ({ params }) => {
      const page = problemPage(String(memberOf(params, 'code')));
      if (page === undefined) throw problem('not-found');
      return { status: 200, body: page, headers: { 'content-type': 'text/html; charset=utf-8' } };
    },
  };
}
