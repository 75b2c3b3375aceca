import { expect, it } from 'vitest';
import { blankLiterals } from './blank-literals.ts';
import { readImports } from './read-imports.ts';

it.each<[string, (string | undefined)[]]>([
  ["import a from 'x';", ['x']],
  ["import a, { b, type C } from 'x'", ['x']],
  ["import {\n  a,\n  b,\n} from 'x';", ['x']],
  ["import type { A } from 'x';", ['x']],
  ["import * as a from 'x';", ['x']],
  ["import a from'x'", ['x']],
  ['import "x";', ['x']],
  ["export * from 'x';\nexport { a } from 'y';", ['x', 'y']],
  ["await import('x'); let a: import('y').A; require('z')", ['x', 'y', 'z']],
  ["await import(\n  /* why */ 'x',\n)", ['x']],
  ['await import(`x`); await import(name)', [undefined, undefined]],
  ["const a = `${await import('x')} import 'y' ${`from ${await import('z')}`}`;", ['x', 'z']],
  ["const a = /['\"`]/; import 'x';", ['x']],
  ["const a = b / c; const d = 'e' / f; import 'x';", ['x']],
  ["if (/'/.test(a)) return /[/']/g; import 'x';", ['x']],
  ["const a = 'it\\'s'; import 'x';", ['x']],
  ["// import 'a'\n/* import 'b'\n import 'c' */ import 'x';", ['x']],
  ["const url = 'https://x'; import 'x';", ['x']],
  ["Array.from('x'); a.import('x'); const from = 'x'; b = { from: 'x' };", []],
  ['const a = import.meta.url;', []],
])('%j', (source, expected) => {
  expect(readImports(blankLiterals(source)).map(({ specifier }) => specifier)).toEqual(expected);
});

it('keeps offsets and lines', () => {
  const source = "/* a\n b */ const c = `d\n${e} 'f'`;\n";
  const { code } = blankLiterals(source);
  expect(code.length).toBe(source.length);
  expect(code).toBe('    \n      const c = `  \n${e}    `;\n'.replace('`  \n', '` \n'));
});
