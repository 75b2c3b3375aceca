import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { inputTable } from './input-table.ts';
import { readInputs } from './inputs.ts';
import { outputTable } from './output-table.ts';

const root = `${import.meta.dirname}/../../../..`;
const action: {
  readonly inputs: Record<string, { description: string; default: string }>;
  readonly outputs: Record<string, { description: string }>;
  readonly runs: { using: string; main: string };
} = parse(readFileSync(`${root}/action.yml`, 'utf8'));

it('names the inputs that the action reads, with the same words', () => {
  const named = Object.entries(action.inputs).map(([name, { description, default: value }]) => [
    name,
    { description, default: value },
  ]);
  expect(Object.fromEntries(named)).toEqual(inputTable);
});

it('names the outputs that the action writes', () => {
  const named = Object.entries(action.outputs).map(([name, { description }]) => [
    name,
    description,
  ]);
  expect(Object.fromEntries(named)).toEqual(outputTable);
});

it('has defaults that the action takes', () => {
  const read = new Set<string>();
  const inputs = readInputs((name) => {
    read.add(name);
    return action.inputs[name]?.default ?? '';
  });
  expect(inputs).toMatchObject({ mode: 'plan', manifest: 'rolecall.yaml', timeout: 1_800_000 });
  expect([...read].sort()).toEqual(Object.keys(action.inputs).sort());
});

it('runs the bundle on Node 24', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'apps/action/dist/main.js' });
});
