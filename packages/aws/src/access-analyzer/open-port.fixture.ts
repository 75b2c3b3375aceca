import type { AccessAnalyzerPort } from '@rolecall/core';
import { type AccessAnalyzerOptions, createAccessAnalyzerPort } from './access-analyzer-port.ts';
import { createAnalyzerClient } from './analyzer-client.ts';
import type { AnalyzerStub } from './analyzer-stub.fixture.ts';

interface PortOptions extends AccessAnalyzerOptions {
  readonly maxAttempts?: number;
}

/** The port over the real SDK, talking HTTP to the stub. */
export function openPort(
  { endpoint }: Pick<AnalyzerStub, 'endpoint'>,
  { maxAttempts = 1, ...options }: PortOptions = {},
): AccessAnalyzerPort {
  const client = createAnalyzerClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'example' },
    endpoint,
    maxAttempts,
  });
  return createAccessAnalyzerPort(client, options);
}
