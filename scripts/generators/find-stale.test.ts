import { expect, it } from 'vitest';
import { findStale } from './find-stale.ts';

type Texts = Record<string, string>;
const digestOfX = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
const digestOfY = 'a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa';

it.each<[{ produced?: Texts; imported?: Texts; existing?: Texts }, string[]]>([
  [{}, []],
  [{ produced: { 'a.gen.ts': 'x' }, existing: { 'a.gen.ts': 'x' } }, []],
  [
    { produced: { 'a.gen.ts': 'x' }, existing: { 'a.gen.ts': 'y' } },
    [`a.gen.ts: not current (its SHA-256 is ${digestOfY})`],
  ],
  [{ produced: { 'a.gen.ts': 'x' } }, ['a.gen.ts: missing']],
  [{ existing: { 'a.gen.ts': 'x' } }, ['a.gen.ts: neither generated nor listed as imported']],
  [
    { produced: { 'a.ts': 'x' }, existing: { 'a.ts': 'x' } },
    ["a.ts: a generated file is called *.gen.*, or lies in an app's dist"],
  ],
  [{ produced: { 'apps/a/dist/b.txt': 'x' }, existing: { 'apps/a/dist/b.txt': 'x' } }, []],
  [{ imported: { 'a.gen.json.br': digestOfX }, existing: { 'a.gen.json.br': 'x' } }, []],
  [
    { imported: { 'a.gen.json': digestOfX }, existing: { 'a.gen.json': 'y' } },
    [`a.gen.json: not current (its SHA-256 is ${digestOfY})`],
  ],
])('%j', ({ produced = {}, imported = {}, existing = {} }, faults) => {
  const input = {
    produced: new Map(Object.entries(produced)),
    imported: new Map(Object.entries(imported)),
    existing: new Map(Object.entries(existing).map(([path, text]) => [path, Buffer.from(text)])),
  };
  expect(findStale(input)).toEqual(faults);
});
