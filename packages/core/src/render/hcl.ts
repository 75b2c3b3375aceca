/** An expression of Terraform's language, printed. */
export interface Hcl {
  readonly code: string;
}

/** What `hclValue` makes of a text: a quoted template, or a reference. */
export type HclText = (text: string) => Hcl;

/** An argument of a block, or a block within it; `undefined` is left out. */
export type HclArgument = readonly [name: string, value: Hcl | HclBody | undefined];

interface HclBody {
  readonly block: readonly HclArgument[];
}

export function hclBlock(
  head: readonly [type: string, ...labels: string[]],
  content: readonly HclArgument[],
): string {
  const [type, ...labels] = head;
  const lines = content.flatMap(([name, value]) =>
    value === undefined ? [] : [indent(argument(name, value))],
  );
  const opening = [type, ...labels.map((label) => `"${label}"`), '{'].join(' ');
  return lines.length === 0 ? `${opening}}` : [opening, ...lines, '}'].join('\n');
}

function argument(name: string, value: Hcl | HclBody): string {
  return 'code' in value ? `${name} = ${value.code}` : hclBlock([name], value.block);
}

/** A text between quotes, in which nothing is a template or an escape but what stands for itself. */
export function hclQuoted(pieces: readonly (string | { readonly reference: string })[]): Hcl {
  const inner = pieces.map((piece) =>
    typeof piece === 'string' ? escapeHcl(piece) : `\${${piece.reference}}`,
  );
  return { code: `"${inner.join('')}"` };
}

/** Source: HCL Native Syntax Specification, "Quoted templates". */
function escapeHcl(text: string): string {
  return (
    text
      .replaceAll('\\', '\\\\')
      .replaceAll('"', '\\"')
      .replaceAll('\n', '\\n')
      .replaceAll('\r', '\\r')
      .replaceAll('\t', '\\t')
      // ${ and %{ begin a template, and a doubled sign is the sign; further signs in front of it are
      // written by their number, for the readers of HCL do not agree on a run of them.
      .replace(/([$%]+)\{/g, (_all, signs: string) => {
        const rest = [...signs.slice(0, -1)].map((sign) => (sign === '$' ? '\\u0024' : '\\u0025'));
        const last = signs.at(-1) ?? '';
        return `${rest.join('')}${last}${last}{`;
      })
      // A sign at the end of a piece could meet the brace of a reference behind it.
      .replace(/[$%]$/, (sign) => (sign === '$' ? '\\u0024' : '\\u0025'))
  );
}

/** Plain data as an expression, its texts as `text` has them. */
export function hclValue(value: unknown, text: HclText): Hcl {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number' || typeof value === 'boolean') return { code: String(value) };
  if (Array.isArray(value)) return hclList(value.map((member: unknown) => hclValue(member, text)));
  if (typeof value !== 'object' || value === null) return { code: 'null' };
  const members = Object.entries(value).map(([key, member]) =>
    indent(`${hclQuoted([key]).code} = ${hclValue(member, text).code}`),
  );
  return { code: members.length === 0 ? '{}' : ['{', ...members, '}'].join('\n') };
}

export function hclList(members: readonly Hcl[]): Hcl {
  const [only, ...more] = members;
  if (only === undefined) return { code: '[]' };
  if (more.length === 0 && !only.code.includes('\n')) return { code: `[${only.code}]` };
  return { code: ['[', ...members.map(({ code }) => `${indent(code)},`), ']'].join('\n') };
}

function indent(code: string): string {
  return code.replace(/^/gm, '  ');
}
