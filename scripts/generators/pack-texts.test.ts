import { brotliDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { packTexts, textsName } from './pack-texts.ts';

const long = 'a text that is long enough to be taken out';

it.each([
  ['a text', `return "${long}"`, long],
  ['a template without holes', `return\`${long}\``, long],
  ['a template with holes', `return \`${long} \${1+1}\``, `${long} 2`],
  ['the same text twice', `return ["${long}","${long}"].join()`, `${long},${long}`],
  ['the name of a member', `return {"${long}":"${long}"}["${long}"]`, long],
  ['a tagged template', `return String.raw\`${long}\\n\``, `${long}\\n`],
  ['a short text', 'return "short"', 'short'],
  ['a text behind a word', `return typeof"${long}"`, 'string'],
  ['a case', `switch("${long}"){case"${long}":return 1}`, 1],
  ['escapes', `return "${long}\\n\\u{1f98a}\\""`, `${long}\n🦊"`],
])('leaves %s as it was', (_name, code, expected) => {
  const { code: packed, texts } = run(code);
  expect(new Function(textsName, packed)(texts)).toEqual(expected);
});

it('takes a text out once', () => {
  const { code, texts } = run(`return ["${long}","${long}"]`);
  expect(texts).toEqual([long]);
  expect(code).not.toContain(long);
});

it('takes the text between the holes of a template out', () => {
  const inner = `\`${long}\${a}\``;
  const body = `const a = 1; return \`${long} \${a} ${long}\${${inner}}\``;
  const { code, texts } = run(body);
  expect(texts).toEqual([`${long} `, ` ${long}`, long]);
  expect(code).not.toContain(long);
  expect(new Function(textsName, code)(texts)).toBe(`${long} 1 ${long}${long}1`);
});

it('leaves the names of modules', () => {
  const code = `import a from "./a-module-with-quite-a-long-name.js";export{a};`;
  expect(packTexts(code).code).toBe(code);
});

function run(body: string): { readonly code: string; readonly texts: unknown } {
  // A return stands in a function only.
  const { code, packed } = packTexts(`function f(){${body}}`);
  return {
    code: `${code};return f()`,
    texts: JSON.parse(brotliDecompressSync(packed).toString('utf8')),
  };
}
