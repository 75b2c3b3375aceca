import { describe, expect, it } from 'vitest';
import { canaries } from './canaries.ts';
import { findSilentRules } from './canary-faults.ts';
import { checkWorkflows } from './check-workflows.ts';
import { workflowsIn } from './find-workflows.ts';
import { loadKnown } from './load-known.ts';
import { rules } from './rules.ts';

const known = await loadKnown(`${import.meta.dirname}/../..`);

const judge = (text: string, path = 'planted.yml') =>
  checkWorkflows(new Map([[path, text]]), known);

describe.each(canaries)('$rule', ({ rule, trips, passes }) => {
  it.each(trips)('trips on %j, and only it', (text) => {
    expect([...new Set(judge(text).map((fault) => fault.rule))]).toEqual([rule]);
  });

  it.each(passes)('lets %j pass', (text) => expect(judge(text)).toEqual([]));
});

it('has a canary for every rule', () => {
  const ids = ['readable', ...rules.map(({ id }) => id)];
  expect(new Set(canaries.map(({ rule }) => rule))).toEqual(new Set(ids));
  expect(findSilentRules(known)).toEqual([]);
});

const workflow = `on: push
permissions: {}
jobs:
  work:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - run: npm ci
      - name: Rolecall
        uses: OWNER/rolecall@COMMIT
`;

it('takes the placeholder in examples, and not where it would have to run', () => {
  expect(judge(workflow, 'examples/workflows/a.yml')).toEqual([]);
  expect(judge(workflow, '.github/workflows/a.yml')).toMatchObject([{ rule: 'pinned' }]);
});

it('points to the line', () => {
  const faults = judge(workflow.replace('COMMIT', 'v1'));
  expect(faults).toMatchObject([{ path: 'planted.yml', line: 10, rule: 'pinned' }]);
});

it('finds the workflows in a document', () => {
  const text = `# A\n\n\`\`\`yaml\n${workflow}\`\`\`\n\n\`\`\`yaml\nversion: 1\n\`\`\`\n`;
  expect(workflowsIn('docs/a.md', text)).toEqual([['docs/a.md:3', workflow]]);
});
