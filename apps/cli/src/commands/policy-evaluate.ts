import { RolecallError } from '@rolecall/core';
import { Command, Option } from 'commander';
import { type Evaluated, type EvaluateOptions, evaluateFiles } from '../policy/evaluate-files.ts';
import { parseLevel } from '../policy/evaluate-options.ts';
import { evaluationJson, renderEvaluation } from '../policy/render-evaluation.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';

export function policyEvaluateCommand(context: CommandContext): Command {
  const command = new Command('evaluate')
    .description('Say whether policies allow one request, and which statement decides.')
    .argument('[policy...]', "the caller's own policies")
    .requiredOption('--principal <arn>', 'who asks: ARN, account, service, or * for anonymous')
    .requiredOption('--action <action>', 'what is asked for, e.g. s3:GetObject')
    .requiredOption('--resource <arn>', 'of what; * for actions without a resource')
    .option('--context <key=value...>', 'condition keys of the request; repeat one for a list')
    .option('--snapshot <file>', "take the caller's policies and boundary from this snapshot")
    .option('--resource-policy <file>', 'the policy attached to the resource')
    .option('--resource-account <id>', 'whose the resource is, where its ARN does not say')
    .option('--boundary <file>', "the caller's permissions boundary")
    .option('--session <file...>', 'the policies passed when the session was made')
    .addOption(levelOption('--scp', 'service control policies'))
    .addOption(levelOption('--rcp', 'resource control policies'));
  return withExamples(runs<EvaluateOptions>(command, context, evaluate), [
    'rolecall policy evaluate app.json --principal arn:aws:iam::111122223333:role/app \\\n' +
      '      --action s3:GetObject --resource arn:aws:s3:::prod-data/report.csv',
    'rolecall policy evaluate --snapshot account.json --principal … --action … --resource …',
  ]).addHelpText('after', '\nExits with 0 if allowed, 2 if denied, 1 for an error.');
}

function levelOption(flag: string, what: string): Option {
  return new Option(
    `${flag} <files>`,
    `${what} of one level, with commas between; repeat for each level`,
  ).argParser(parseLevel);
}

export async function evaluate({
  environment,
  presenter,
  options,
  args,
}: Invocation<EvaluateOptions>): Promise<number> {
  const evaluated = await evaluateFiles(environment.cwd, args, options);
  presenter.value(evaluationJson(evaluated));
  presenter.say(renderEvaluation(evaluated, presenter.layout));
  return exitCodeOf(evaluated, (error) => presenter.fail(error));
}

function exitCodeOf(
  { evaluation: { decision }, unread }: Evaluated,
  fail: (error: RolecallError) => void,
): number {
  if (decision === 'explicitDeny' || unread.length === 0) return decision === 'allowed' ? 0 : 2;
  fail(
    new RolecallError('NOTHING_READABLE', `The snapshot lacks ${unread.join(', ')}.`, {
      hint: 'What is missing may allow or deny it. Take the snapshot with more permissions.',
    }),
  );
  return 1;
}
