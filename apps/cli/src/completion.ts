import tab from '@bomb.sh/tab/commander';
import { blueprints, bootstrapKinds, checks, optInMeanings } from '@rolecall/core';
import { policyResourceTypes } from '@rolecall/policy';
import type { Command } from 'commander';
import { withExamples } from './commands/command-context.ts';
import { failLevels } from './policy/finding-order.ts';
import { policyKinds } from './policy/policy-kind.ts';

/**
 * Adds `completion <shell>`, which prints a script, and the hidden `complete`, which that script asks.
 * Both write to the process's own stdout: the library knows no other.
 */
export function addCompletion(program: Command): void {
  const root = tab(program, { completionCommandName: 'completion' });
  for (const name of ['show', 'render']) {
    root.commands.get(`blueprint ${name}`)?.argument('id', (complete) => {
      for (const { id, title } of blueprints) complete(id, title);
    });
  }
  const check = root.commands.get('check')?.options.get('check');
  if (check) {
    check.handler = (complete) => {
      for (const { id, title } of checks) complete(id, title);
    };
  }
  const account = ['untouched', 'neglected', 'good'].map((name) => `sandbox:${name}`);
  for (const command of root.commands.values()) {
    const option = command.options.get('account');
    if (option && command.value !== 'init') {
      option.handler = (complete) => {
        for (const value of account) complete(value, 'an account in memory');
      };
    }
  }
  const lint = root.commands.get('policy lint')?.options;
  for (const [name, values] of [
    ['type', policyKinds],
    ['resource-type', policyResourceTypes],
    ['fail-on', failLevels],
  ] as const) {
    const option = lint?.get(name);
    if (option) {
      option.handler = (complete) => {
        for (const value of values) complete(value, '');
      };
    }
  }
  const bootstrap = root.commands.get('bootstrap')?.options;
  const allow = bootstrap?.get('allow');
  if (allow) {
    allow.handler = (complete) => {
      for (const [optIn, meaning] of Object.entries(optInMeanings)) complete(optIn, meaning);
    };
  }
  const kinds = bootstrap?.get('kinds');
  if (kinds) {
    kinds.handler = (complete) => {
      for (const kind of bootstrapKinds) complete(kind, '');
    };
  }
  const completion = program.commands.find((command) => command.name() === 'completion');
  if (completion) {
    withExamples(completion.description('Print a script that completes commands and options.'), [
      'source <(rolecall completion bash)',
      'rolecall completion zsh > ~/.zfunc/_rolecall',
      'rolecall completion fish > ~/.config/fish/completions/rolecall.fish',
    ]);
  }
}
