import { Command } from 'commander';
import type { CommandContext } from './command-context.ts';
import { policyCompareCommand } from './policy-compare.ts';
import { policyEvaluateCommand } from './policy-evaluate.ts';
import { policyExplainCommand } from './policy-explain.ts';
import { policyGenerateCommand } from './policy-generate.ts';
import { policyLintCommand } from './policy-lint.ts';

export function policyCommand(context: CommandContext): Command {
  return new Command('policy')
    .description('Lint, compare, evaluate and explain IAM policies, offline; generate them.')
    .addCommand(policyLintCommand(context))
    .addCommand(policyCompareCommand(context))
    .addCommand(policyEvaluateCommand(context))
    .addCommand(policyExplainCommand(context))
    .addCommand(policyGenerateCommand(context));
}
