import { isNode, LineCounter, parseDocument } from 'yaml';
import { type Scenario, scenarioSchema } from './scenario.ts';

/** A scenario that cannot be read; the message names file, line and column of each mistake. */
export class ScenarioError extends Error {
  constructor(messages: readonly string[]) {
    super(messages.join('\n'));
    this.name = 'ScenarioError';
  }
}

/** Reads a scenario from YAML. Throws ScenarioError. */
export function parseScenario(yamlText: string, fileName: string): Scenario {
  const lineCounter = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter, prettyErrors: false });
  const at = (offset: number): string => {
    const { line, col } = lineCounter.linePos(offset);
    return `${fileName}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    throw new ScenarioError(
      document.errors.map(({ pos: [start], message }) => `${at(start)}: ${message}`),
    );
  }
  const content: unknown = document.toJS() ?? {};
  const result = scenarioSchema.safeParse(content);
  if (result.success) return result.data;
  throw new ScenarioError(
    result.error.issues.map(({ path, message }) => {
      const start = startOf(document, path);
      return `${start === undefined ? fileName : at(start)}: ${path.join('.') || 'scenario'}: ${message}`;
    }),
  );
}

/** Where the value is in the text; where it is missing, what should hold it. */
function startOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}
