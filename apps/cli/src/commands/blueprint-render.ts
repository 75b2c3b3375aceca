import {
  findBlueprint,
  leftOut,
  openResources,
  RolecallError,
  refusal,
  refuse,
  renderCloudFormation,
  renderJson,
  renderTerraform,
} from '@rolecall/core';
import { partitions } from '@rolecall/policy';
import { Command, Option } from 'commander';
import { readAssignments } from '../blueprints/read-assignments.ts';
import { type RenderPlace, renderPlace } from '../blueprints/render-place.ts';
import { unknownBlueprint } from '../blueprints/unknown-blueprint.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import { includeRetiredOption } from './shared-options.ts';

const formats = ['json', 'cloudformation', 'terraform'] as const;
type Format = (typeof formats)[number];

const titles: { readonly [F in Format]: string } = {
  json: 'JSON',
  cloudformation: 'The template of CloudFormation',
  terraform: 'The configuration of Terraform',
};

interface RenderOptions {
  readonly with?: readonly string[];
  readonly format: Format;
  readonly account?: string;
  readonly partition: string;
  readonly path: string;
  readonly caller?: boolean;
  readonly includeRetired?: boolean;
}

export function blueprintRenderCommand(context: CommandContext): Command {
  const command = new Command('render')
    .description('Print a blueprint for other tools: IAM documents, CloudFormation, Terraform.')
    .argument('<id>', 'id of the blueprint')
    .option('--with <parameter=value...>', 'values; of a list, separated by commas')
    .addOption(new Option('--format <format>', 'what to print').choices(formats).default('json'))
    .option('--account <id>', 'the account (12 digits); json asks for it')
    .addOption(
      new Option('--partition <id>', 'its partition')
        .choices(partitions.map(({ id }) => id))
        .default('aws'),
    )
    .option('--path <path>', 'IAM path of what has none of its own', '/')
    .option('--caller', 'add a policy with what those need who use it, e.g. to pass the role')
    .addOption(includeRetiredOption);
  return withExamples(runs<RenderOptions>(command, context, render), [
    'rolecall blueprint render lambda-basic --format terraform --with vpc=true',
    'rolecall blueprint render ecs-task --account 111122223333',
    'rolecall blueprint render backup --format cloudformation --output backup.json',
  ]);
}

function render(invocation: Invocation<RenderOptions>): Promise<number> {
  const { presenter, options } = invocation;
  const { text, left } = renderText(invocation);
  presenter.value({ format: options.format, text, leftOut: left });
  presenter.say(text.trimEnd().split('\n'));
  for (const one of left)
    presenter.note(`${titles[options.format]} cannot make ${one}: it is left out.`);
  return Promise.resolve(0);
}

function renderText({ options, args }: Invocation<RenderOptions>) {
  const { format, path, includeRetired = false, caller = false } = options;
  const [id = ''] = args;
  const blueprint = findBlueprint(id);
  if (blueprint === undefined) throw unknownBlueprint(id);
  const refused = refusal(blueprint, { includeRetired, servicesSeen: new Set() });
  if (refused) {
    const hint = 'To print it all the same, say --include-retired.';
    throw new RolecallError('SERVICE_RETIRED', refused.message, { hint });
  }
  if (!/^\/([!-~]+\/)?$/.test(path)) {
    const hint = 'It begins and ends with a slash, like /teams/web/.';
    throw new RolecallError('USAGE', `"${path}" is not an IAM path.`, { hint });
  }
  const values = readAssignments({
    texts: options.with ?? [],
    parameters: new Map(Object.entries(blueprint.parameters)),
    option: '--with',
    whose: `Nothing in ${id}`,
  });
  const { account, partition } = options;
  const place = renderPlace({ blueprint, values, account, partition });
  const opened = openResources({ blueprint, values, place, path, callerPolicy: caller });
  if (!opened.success) {
    return refuse(
      `${id} cannot be made of these values.`,
      opened.diagnostics.map(({ code, message, hint }) => ({ code, message, hint })),
    );
  }
  return print({ resources: opened.resources, place, format, account });
}

interface PrintInput {
  readonly resources: Parameters<typeof renderTerraform>[0];
  readonly place: RenderPlace;
  readonly format: Format;
  readonly account: string | undefined;
}

function print({ resources, place, format, account }: PrintInput): {
  readonly text: string;
  readonly left: readonly string[];
} {
  switch (format) {
    case 'json': {
      if (account === undefined) {
        const hint = 'Say --account with its 12 digits, or take another --format.';
        throw new RolecallError('USAGE', 'Documents are those of one account.', { hint });
      }
      const json = renderJson({ resources, place });
      return { text: `${JSON.stringify(json, undefined, 2)}\n`, left: [] };
    }
    case 'cloudformation':
      return { text: renderCloudFormation(resources), left: leftOut(resources, format) };
    case 'terraform':
      return { text: renderTerraform(resources), left: leftOut(resources, format) };
    default:
      return format satisfies never;
  }
}
