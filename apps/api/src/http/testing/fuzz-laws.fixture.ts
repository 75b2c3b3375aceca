import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { permissions } from '../../identity/permissions.ts';
import type { LooseHandlers } from '../handler.ts';
import { problem } from '../problem.ts';
import { type Operation, readOperations } from '../read-operations.ts';
import { library } from './library.fixture.ts';
import { alice, startLibrary } from './library-server.fixture.ts';
import { arbitraryRequest } from './request.arbitrary.ts';

/** How many requests each test sends; without a seed, others in every run. */
export interface FuzzEffort {
  readonly numRuns: number;
  readonly seed?: number;
}

export function describeFuzzLaws(effort: FuzzEffort): void {
  describe('requests made from schemas', () => {
    it('to the library', async () => {
      const app = await startLibrary();
      const statuses = await expectGoodAnswers(app, readOperations(library), effort);
      await app.close();
      // A fuzzer that is refused everything finds nothing.
      for (const status of [200, 201, 400, 406, 415, 422]) expect(statuses).toContain(status);
    });

    it('to the service’s own contract', async () => {
      const yaml = readFileSync(`${import.meta.dirname}/../../../../../openapi.yaml`, 'utf8');
      const document: object = parse(yaml);
      const operations = readOperations(document).filter(({ path }) => path.startsWith('/v1/'));
      let reached = 0;
      const handle: LooseHandlers[string] = async () => {
        reached += 1;
        throw problem('not-found');
      };
      const app = await startLibrary({
        document,
        yaml,
        onlyHandlers: Object.fromEntries(operations.map(({ id }) => [id, handle])),
        authenticate: async () => ({
          ...alice,
          permissions: new Set(permissions),
        }),
        config: { checkResponses: false },
      });
      await expectGoodAnswers(app, operations, effort);
      await app.close();
      expect(reached).toBeGreaterThan(effort.numRuns / 20);
    });
  });
}

/** Never a fault, and every refusal is a problem that says its status. */
async function expectGoodAnswers(
  app: FastifyInstance,
  operations: readonly Operation[],
  effort: FuzzEffort,
) {
  const statuses = new Set<number>();
  const requests = fc.constantFrom(...operations).chain(arbitraryRequest);
  await fc.assert(
    fc.asyncProperty(requests, async (request) => {
      // The library's own planted fault.
      fc.pre(!request.url.includes('b500'));
      const answer = await app.inject({
        ...request,
        headers: { authorization: 'Bearer alice', ...request.headers },
      });
      statuses.add(answer.statusCode);
      expect(answer.statusCode, answer.body).toBeLessThan(500);
      if (answer.statusCode < 400) return;
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.json()).toMatchObject({ status: answer.statusCode, code: expect.any(String) });
    }),
    effort,
  );
  return statuses;
}
