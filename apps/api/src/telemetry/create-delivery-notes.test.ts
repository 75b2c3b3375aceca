import { emptyResource } from '@opentelemetry/resources';
import { expect, it } from 'vitest';
import { createDeliveryNotes } from './create-delivery-notes.ts';

const refused = Object.assign(new Error('hunter2'), { code: 'ECONNREFUSED' });
const answered = Object.assign(new Error('hunter2'), { code: 503 });

it.each<[readonly (readonly [signal: 'traces' | 'metrics', error: Error | null])[], unknown]>([
  [[['traces', null]], []],
  [
    [
      ['traces', refused],
      ['metrics', answered],
      ['traces', refused],
    ],
    [['warn', { signal: 'traces', reason: 'ECONNREFUSED' }]],
  ],
  [
    [
      ['metrics', answered],
      ['traces', null],
      ['metrics', null],
      ['traces', refused],
    ],
    [
      ['warn', { signal: 'metrics', reason: '503' }],
      ['info', {}],
      ['warn', { signal: 'traces', reason: 'ECONNREFUSED' }],
    ],
  ],
])('of %j it says %j', (deliveries, said) => {
  const lines: unknown[] = [];
  const log = (level: string) => (fields: object) => void lines.push([level, fields]);
  const notes = createDeliveryNotes({ info: log('info'), warn: log('warn'), error: log('error') });
  const ends = { forceFlush: async () => {}, shutdown: async () => {} };
  for (const [signal, error] of deliveries) {
    const result = error === null ? { code: 0 } : { code: 1, error };
    const exporter = {
      ...ends,
      export: (_: unknown, done: (given: typeof result) => void) => done(result),
    };
    const seen: unknown[] = [];
    if (signal === 'traces') notes.ofSpans(exporter).export([], (one) => seen.push(one));
    else
      notes
        .ofMetrics(exporter)
        .export({ resource: emptyResource(), scopeMetrics: [] }, (one) => seen.push(one));
    expect(seen).toEqual([result]);
  }
  expect(lines).toEqual(said);
});
