import { type PlaceholderValues, RolecallError, yamlTree } from '@rolecall/core';
import { parseJson, positionsOf } from '@rolecall/policy';
import { readText } from '../files/read-text.ts';

/** What --values holds: a JSON or YAML object, name or resource → a text or a list of texts. */
export async function readPlaceholderValues(cwd: string, file: string): Promise<PlaceholderValues> {
  const text = await readText(cwd, file);
  const { root, fail } = rootOf(file, text);
  if (root.kind !== 'object') throw fail('The values are no object of names.', root.start);
  return new Map(
    root.members.map(({ key, value }) => {
      const items = value.kind === 'array' ? value.items : [value];
      return [
        key.value,
        items.map((item) => {
          if (item.kind === 'string') return item.value;
          throw fail(`The value of ${key.value} is no text, nor a list of texts.`, item.start);
        }),
      ];
    }),
  );
}

function rootOf(file: string, text: string) {
  const fail = (message: string, offset: number) => {
    const { line, column } = positionsOf(text)(offset);
    const position = { file, line, column: column + 1 };
    return new RolecallError('PARAMETER_INVALID', `${file} does not hold values.`, {
      diagnostics: [{ code: 'PARAMETER_INVALID', message, position }],
      hint: 'Write "BucketName": "logs" or "BucketName": ["logs", "logs-*"]; quote numbers.',
    });
  };
  if (/\.ya?ml$/i.test(file)) return { root: yamlTree(file, text).root, fail };
  const parsed = parseJson(text);
  if (!parsed.ok) throw fail(parsed.fault.message, parsed.fault.offset);
  return { root: parsed.tree.root, fail };
}
