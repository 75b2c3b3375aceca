import {
  type Blueprint,
  blueprints,
  findBlueprint,
  lifecycle,
  nearestBlueprint,
  RolecallError,
} from '@rolecall/core';
import { Command } from 'commander';
import { renderBlueprint, renderBlueprints } from '../blueprints/render-blueprint.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';

export function blueprintCommand(context: CommandContext): Command {
  const list = new Command('list').description('List the blueprints.');
  const show = new Command('show')
    .description('Show what a blueprint makes, its parameters, and how to use it.')
    .argument('<id>', 'id of the blueprint');
  return new Command('blueprint')
    .description('Ready sets of roles and policies for one purpose.')
    .addCommand(
      withExamples(runs(list, context, listBlueprints), [
        'rolecall blueprint list',
        'rolecall blueprint list --json',
      ]),
    )
    .addCommand(
      withExamples(runs(show, context, showBlueprint), [
        'rolecall blueprint show github-actions-oidc',
      ]),
    );
}

function listBlueprints({ presenter }: Invocation<object>): Promise<number> {
  presenter.value(blueprints.map(withLifecycle));
  presenter.say(renderBlueprints(blueprints, presenter.layout));
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

function withLifecycle(blueprint: Blueprint): object {
  const { service } = blueprint;
  const fate = service === undefined ? undefined : lifecycle.services[service];
  return { ...blueprint, lifecycle: fate ?? null };
}

function unknownBlueprint(id: string): RolecallError {
  const near = nearestBlueprint(id);
  return new RolecallError('BLUEPRINT_UNKNOWN', `There is no blueprint "${id}".`, {
    hint: near ? `Did you mean "${near.id}"?` : 'See `rolecall blueprint list`.',
  });
}
