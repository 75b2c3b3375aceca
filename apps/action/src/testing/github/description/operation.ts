import { readFileSync } from 'node:fs';
import { isRecord, type JsonRecord, listAt, recordAt, textAt } from '../json.ts';

/** One operation of GitHub's API, as its description has it. */
export interface Operation {
  /** `pulls/list-files`. */
  readonly id: string;
  readonly method: string;
  /** `/repos/{owner}/{repo}/pulls/{pull_number}/files`. */
  readonly path: string;
  readonly pattern: RegExp;
  readonly parameters: readonly Parameter[];
  readonly body?: { readonly schema: JsonRecord; readonly required: boolean };
  /** The schema of the body of each good status; undefined where there is no body. */
  readonly answers: ReadonlyMap<number, JsonRecord | undefined>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: JsonRecord;
}

const description: unknown = JSON.parse(
  readFileSync(new URL('../github-openapi.gen.json', import.meta.url), 'utf8'),
);

/** `#/components/schemas/issue` → its definition. */
export const components: JsonRecord = recordAt(description, 'components');

/** What a schema, parameter or answer is once its reference is followed. */
export function dereference(value: unknown): JsonRecord {
  const reference = textAt(value, '$ref');
  if (reference !== undefined) return dereference(recordAt(components, reference));
  return isRecord(value) ? value : {};
}

export const operations: readonly Operation[] = Object.entries(recordAt(description, 'paths'))
  .flatMap(([path, methods]) =>
    Object.keys(isRecord(methods) ? methods : {}).map((method) =>
      readOperation({ path, method, operation: recordAt(methods, method) }),
    ),
  )
  // `/commits/{ref}` may span segments and would swallow `/commits/{ref}/check-runs`.
  .sort((a, b) => b.path.length - a.path.length);

function readOperation(of: { path: string; method: string; operation: JsonRecord }): Operation {
  const { path, method, operation } = of;
  const parameters = listAt(operation, 'parameters').map(dereference);
  const multiSegment = new Set(
    parameters.filter((one) => one['x-multi-segment'] === true).map((one) => textAt(one, 'name')),
  );
  const pattern = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    multiSegment.has(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  const requestBody = recordAt(operation, 'requestBody');
  const responses = Object.entries(recordAt(operation, 'responses'));
  return {
    id: textAt(operation, 'operationId') ?? `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    pattern: new RegExp(`^${pattern}$`),
    parameters: parameters.map((one) => ({
      name: textAt(one, 'name') ?? '',
      in: one['in'] === 'path' ? 'path' : 'query',
      required: one['required'] === true,
      schema: recordAt(one, 'schema'),
    })),
    ...('content' in requestBody && {
      body: { schema: jsonSchemaOf(requestBody), required: requestBody['required'] === true },
    }),
    answers: new Map(
      responses.map(([status, response]) => [Number(status), answerOf(dereference(response))]),
    ),
  };
}

function answerOf(response: JsonRecord): JsonRecord | undefined {
  return 'content' in response ? jsonSchemaOf(response) : undefined;
}

function jsonSchemaOf(withContent: JsonRecord): JsonRecord {
  return recordAt(recordAt(recordAt(withContent, 'content'), 'application/json'), 'schema');
}
