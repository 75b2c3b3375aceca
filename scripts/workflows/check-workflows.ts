import type { Known } from './rule.ts';
import { rules } from './rules.ts';
import { readWorkflow } from './workflow.ts';

export type WorkflowFault = { path: string; line: number; rule: string; message: string };

/** Judges workflows, by path. What is not YAML is judged for nothing else: actionlint dies of it. */
export function checkWorkflows(
  texts: ReadonlyMap<string, string>,
  known: Known,
): readonly WorkflowFault[] {
  return [...texts].flatMap(([path, text]) => {
    const read = readWorkflow(path, text);
    if ('faults' in read) return read.faults.map((each) => ({ path, rule: 'readable', ...each }));
    return rules.flatMap(({ id, judge }) =>
      judge(read.workflow, known).map((remark) => ({ path, rule: id, ...remark })),
    );
  });
}
