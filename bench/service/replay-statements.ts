import type { Pool, PoolClient } from 'pg';
import type { Statement } from './record-statements.ts';
import type { Recording } from './side-record.ts';

/** What is each request's own. */
interface Own {
  readonly id: string;
  readonly key: string;
  sequence: number;
}

interface Prepared {
  readonly text: string;
  readonly name: string | undefined;
  readonly values: readonly unknown[];
  readonly step: 'begin' | 'commit' | 'head' | 'other';
}

/**
 * Makes a function that sends the statements of a recording, to the letter and in their order, on
 * one connection what was in a transaction. Values are those of the recording, but for what has to
 * be another each time: the id, the key, and the audit log's sequence, which is one more than the
 * head that was just read. Answers the rows of the first statement.
 */
export function replayOn(pool: Pool, recording: Recording): (own: OwnIds) => Promise<unknown[]> {
  const sequence = sequenceIn(recording);
  const statements = recording.statements.map((one) => prepare(one, recording, sequence));
  return async (ids) => {
    const own: Own = { ...ids, sequence: 0 };
    let first: unknown[] | undefined;
    let transaction: PoolClient | null = null;
    for (const statement of statements) {
      if (statement.step === 'begin') transaction = await pool.connect();
      const rows = await send(transaction ?? pool, statement, own);
      first ??= rows;
      if (statement.step === 'commit') {
        transaction?.release();
        transaction = null;
      }
    }
    return first ?? [];
  };
}

async function send(
  on: Pick<Pool | PoolClient, 'query'>,
  { text, name, values, step }: Prepared,
  own: Own,
): Promise<unknown[]> {
  const filled = values.map((value) => (typeof value === 'function' ? value(own) : value));
  const { rows } = await on.query({
    text,
    values: filled,
    ...(name === undefined ? {} : { name }),
  });
  if (step === 'head') own.sequence = Number(rows[0]?.sequence) + 1;
  return rows;
}

export type OwnIds = Pick<Own, 'id' | 'key'>;

const headPattern = /"audit_head".* for update/;

function prepare({ text, name, values }: Statement, recording: Recording, sequence: number) {
  const isChain = text.includes('"audit_head"');
  return {
    text,
    name,
    step: stepOf(text),
    values: values.map((value) => {
      if (isChain && Number(value) === sequence) return (own: Own) => own.sequence;
      return fillingOf(value, recording);
    }),
  } satisfies Prepared;
}

function stepOf(text: string): Prepared['step'] {
  if (/^(begin|start transaction)/i.test(text)) return 'begin';
  if (/^commit/i.test(text)) return 'commit';
  return headPattern.test(text) ? 'head' : 'other';
}

/** What the recorded request wrote into the chain as its sequence; NaN where it wrote none. */
function sequenceIn({ statements }: Recording): number {
  const append = statements.find(({ text }) => text.includes('"audit_events"'));
  return Number(append?.values[sequencePlace(append.text)]);
}

/** Which value of the insertion is the sequence: columns and values stand in the same order. */
function sequencePlace(text: string): number {
  const columns = /"audit_events" \(([^)]*)\)/.exec(text)?.[1]?.split(', ') ?? [];
  return columns.indexOf('"sequence"');
}

/** A value as the driver takes it; it writes objects as JSON itself, and lists otherwise. */
function fillingOf(value: unknown, { id, key }: Recording): unknown {
  const text =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? JSON.stringify(value)
      : value;
  if (typeof text !== 'string' || !(text.includes(id) || text.includes(key))) return value;
  return (own: Own) => text.replaceAll(id, own.id).replaceAll(key, own.key);
}
