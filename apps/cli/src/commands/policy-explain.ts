import { type PolicySide, RolecallError } from '@rolecall/core';
import { Command } from 'commander';
import type { EvaluateOptions } from '../policy/evaluate-files.ts';
import { readPolicies } from '../policy/policy-files.ts';
import { sideOfFiles } from '../policy/policy-side.ts';
import { explainSide, explanationJson, renderExplanation } from '../policy/render-explanation.ts';
import { findPrincipal, sideOfHeld } from '../policy/snapshot-principal.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import { evaluate } from './policy-evaluate.ts';

interface ExplainOptions {
  readonly snapshot?: string;
  readonly principal?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly context?: readonly string[];
}

export function policyExplainCommand(context: CommandContext): Command {
  const command = new Command('explain')
    .description('Say in plain words what policies allow; or why a principal may or may not.')
    .argument('[policy...]', 'policies to explain')
    .option('--snapshot <file>', 'explain the policies of a principal in this snapshot')
    .option('--principal <arn>', 'which user or role of the snapshot')
    .option('--action <action>', 'explain whether it may do this')
    .option('--resource <arn>', 'to this resource')
    .option('--context <key=value...>', 'condition keys of the request');
  return withExamples(runs<ExplainOptions>(command, context, explain), [
    'rolecall policy explain app.json',
    'rolecall policy explain --snapshot account.json --principal arn:aws:iam::111122223333:user/ada',
    'rolecall policy explain --snapshot account.json --principal … --action … --resource …',
  ]);
}

async function explain(invocation: Invocation<ExplainOptions>): Promise<number> {
  const { presenter, options } = invocation;
  const asked = requestIn(options);
  // The answer is what it is: explaining a denial is no failure.
  if (asked !== undefined)
    return (await evaluate({ ...invocation, options: { ...options, ...asked } })) === 1 ? 1 : 0;
  const sides = await sidesOf(invocation);
  const policies = sides.flatMap(explainSide);
  presenter.value(explanationJson(policies));
  presenter.say(
    policies.length === 0
      ? ['It has no policies, and so may do nothing by itself.']
      : renderExplanation(policies, presenter.layout),
  );
  return 0;
}

function requestIn({
  principal,
  action,
  resource,
}: ExplainOptions): Pick<EvaluateOptions, 'principal' | 'action' | 'resource'> | undefined {
  if (action === undefined && resource === undefined) return undefined;
  if (principal !== undefined && action !== undefined && resource !== undefined)
    return { principal, action, resource };
  throw new RolecallError('USAGE', 'A request needs --principal, --action and --resource.', {
    hint: 'Give all three, or leave --action and --resource out.',
  });
}

async function sidesOf({
  environment: { cwd },
  presenter,
  options: { snapshot, principal },
  args,
}: Invocation<ExplainOptions>): Promise<readonly PolicySide[]> {
  if (snapshot === undefined && args.length > 0)
    return [sideOfFiles(await readPolicies(cwd, args))];
  if (snapshot === undefined || principal === undefined || args.length > 0)
    throw new RolecallError('USAGE', 'Name policies, or --snapshot and --principal.', {
      hint: 'rolecall policy explain app.json',
    });
  const access = await findPrincipal(cwd, { file: snapshot, arn: principal });
  for (const name of access.unread) presenter.note(`The snapshot does not hold ${name}.`);
  const { boundary, trust, policies } = access;
  return [
    sideOfHeld(policies),
    ...(boundary?.document === undefined
      ? []
      : [
          sideOfHeld([
            { label: `Nothing beyond its boundary, ${boundary.arn}`, document: boundary.document },
          ]),
        ]),
    ...(trust === undefined ? [] : [sideOfHeld([{ label: 'Who may assume it', document: trust }])]),
  ];
}
