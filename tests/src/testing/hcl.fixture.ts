/**
 * Reads the part of Terraform's language that rendered blueprints are written in, and nothing else:
 * blocks of arguments and of blocks, quoted texts, numbers, lists, objects, references, `jsonencode`
 * and the first of a set. Anything that is not exactly that is an error. Source: HCL Native Syntax Specification.
 */
export type HclNode =
  | { readonly kind: 'text'; readonly parts: readonly (string | HclReference)[] }
  | { readonly kind: 'scalar'; readonly value: number | boolean }
  | { readonly kind: 'list'; readonly items: readonly HclNode[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, HclNode])[] }
  | { readonly kind: 'encoded'; readonly value: HclNode }
  | { readonly kind: 'first'; readonly of: HclReference }
  | HclReference;

export interface HclReference {
  readonly kind: 'reference';
  readonly path: readonly string[];
}

export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly content: ReadonlyMap<string, HclNode>;
}

export function readHcl(text: string): readonly HclBlock[] {
  let at = 0;
  const fail = (wanted: string): never => {
    throw new Error(`${wanted} expected at ${JSON.stringify(text.slice(at, at + 40))}`);
  };
  const take = (pattern: RegExp): string | undefined => {
    const found = new RegExp(pattern.source, 'y');
    found.lastIndex = at;
    const [whole] = found.exec(text) ?? [];
    if (whole !== undefined) at += whole.length;
    return whole;
  };
  const need = (pattern: RegExp): string => take(pattern) ?? fail(String(pattern));
  const space = () => take(/(?:[ \n]|#[^\n]*\n)*/);
  const name = () => need(/[A-Za-z_][\w-]*/);

  const reference = (): HclReference => {
    const path = [name()];
    while (take(/\./) !== undefined) path.push(name());
    if (path.length < (path[0] === 'local' ? 2 : 3)) fail('a reference to an attribute');
    return { kind: 'reference', path };
  };
  const quoted = (): HclNode => {
    need(/"/);
    const parts: (string | HclReference)[] = [];
    while (take(/"/) === undefined) {
      if (take(/\$\{(?!\{)/) !== undefined) {
        parts.push(reference());
        need(/\}/);
        continue;
      }
      const escaped = take(/\\(?:["\\nrt]|u[0-9a-f]{4})|\$\$\{|%%\{/);
      if (escaped !== undefined) parts.push(readEscape(escaped));
      else parts.push(need(/(?:[^"\\$%\n]|[$%](?!\{|[$%]\{))+/));
    }
    return { kind: 'text', parts };
  };
  const key = (): string => {
    if (text[at] !== '"') return name();
    const read = quoted();
    const parts = read.kind === 'text' ? read.parts : [];
    return parts.map((part) => (typeof part === 'string' ? part : fail('a plain key'))).join('');
  };
  const members = (): (readonly [string, HclNode])[] => {
    const found: (readonly [string, HclNode])[] = [];
    for (space(); take(/\}/) === undefined; space()) {
      const own = key();
      if (take(/ \{\n/) !== undefined) {
        found.push([own, { kind: 'object', members: members() }]);
      } else {
        need(/ += /);
        found.push([own, value()]);
      }
      need(/\n/);
    }
    return found;
  };
  const value = (): HclNode => {
    if (text[at] === '"') return quoted();
    const number = take(/\d+(?=[\n,\]])/);
    if (number !== undefined) return { kind: 'scalar', value: Number(number) };
    const truth = take(/(?:true|false)(?=[\n,\]])/);
    if (truth !== undefined) return { kind: 'scalar', value: truth === 'true' };
    if (take(/\{/) !== undefined) return { kind: 'object', members: members() };
    if (take(/jsonencode\(/) !== undefined) {
      const encoded = value();
      need(/\)/);
      return { kind: 'encoded', value: encoded };
    }
    if (take(/tolist\(/) !== undefined) {
      const of = reference();
      need(/\)\[0\]/);
      return { kind: 'first', of };
    }
    if (take(/\[/) === undefined) return reference();
    const items: HclNode[] = [];
    for (space(); take(/\]/) === undefined; space()) {
      items.push(value());
      if (take(/,/) === undefined && text[at] !== ']') fail('a comma');
    }
    return { kind: 'list', items };
  };

  const blocks: HclBlock[] = [];
  for (space(); at < text.length; space()) {
    const type = name();
    const labels: string[] = [];
    while (take(/ "/) !== undefined) {
      labels.push(name());
      need(/"/);
    }
    need(/ \{/);
    // The settings of Terraform itself are a block in a block; nothing else of ours is.
    if (type === 'terraform') need(/\n {2}required_providers \{\n(?: {4}.*\n)+ {2}\}\n\}/);
    else blocks.push({ type, labels, content: contentOf(members()) });
  }
  return blocks;
}

/** Blocks of one name that stand more than once are a list. */
function contentOf(members: readonly (readonly [string, HclNode])[]): HclBlock['content'] {
  const content = new Map<string, HclNode>();
  for (const [name, node] of members) {
    const before = content.get(name);
    if (before === undefined) {
      content.set(name, node);
      continue;
    }
    const items = before.kind === 'list' ? before.items : [before];
    if (![...items, node].every(({ kind }) => kind === 'object')) throw new Error(`${name} twice`);
    content.set(name, { kind: 'list', items: [...items, node] });
  }
  return content;
}

function readEscape(escaped: string): string {
  if (escaped.startsWith('\\u')) return String.fromCharCode(Number.parseInt(escaped.slice(2), 16));
  if (escaped === '$${' || escaped === '%%{') return escaped.slice(1);
  const plain = new Map([
    ['\\n', '\n'],
    ['\\r', '\r'],
    ['\\t', '\t'],
  ]);
  return plain.get(escaped) ?? escaped.slice(1);
}
