import { type Blueprint, blueprints, findBlueprint, lifecycle } from '@rolecall/core';
import { Command } from 'commander';
import { renderBlueprint, renderBlueprints } from '../blueprints/render-blueprint.ts';
import { unknownBlueprint } from '../blueprints/unknown-blueprint.ts';
import { blueprintRenderCommand } from './blueprint-render.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';

export function blueprintCommand(context: CommandContext): Command {
  const list = new Command('list')
    .description('List the blueprints, by topic.')
    .argument('[word...]', 'only those that speak of all these words');
  const show = new Command('show')
    .description('Show what a blueprint makes, its parameters, and how to use it.')
    .argument('<id>', 'id of the blueprint');
  return new Command('blueprint')
    .description('Ready sets of roles and policies for one purpose.')
    .addCommand(
      withExamples(runs(list, context, listBlueprints), [
        'rolecall blueprint list',
        'rolecall blueprint list eks',
      ]),
    )
    .addCommand(
      withExamples(runs(show, context, showBlueprint), [
        'rolecall blueprint show github-actions-oidc',
      ]),
    )
    .addCommand(blueprintRenderCommand(context));
}

function listBlueprints({ presenter, args }: Invocation<object>): Promise<number> {
  const found = blueprints.filter((blueprint) => args.every((word) => speaksOf(blueprint, word)));
  presenter.value(found.map(withLifecycle));
  presenter.say(renderBlueprints(found, presenter.layout));
  if (found.length === 0) presenter.note(`No blueprint speaks of ${args.join(' ')}.`);
  return Promise.resolve(0);
}

function showBlueprint({ presenter, args }: Invocation<object>): Promise<number> {
  const [id = ''] = args;
  const blueprint = findBlueprint(id);
  if (blueprint === undefined) throw unknownBlueprint(id);
  presenter.value(withLifecycle(blueprint));
  presenter.say(renderBlueprint(blueprint, presenter.layout));
  return Promise.resolve(0);
}

function speaksOf({ id, topic, title, purpose }: Blueprint, word: string): boolean {
  return [id, topic, title, purpose].join(' ').toLowerCase().includes(word.toLowerCase());
}

function withLifecycle(blueprint: Blueprint): object {
  const { service } = blueprint;
  const fate = service === undefined ? undefined : lifecycle.services[service];
  return { ...blueprint, lifecycle: fate ?? null };
}
