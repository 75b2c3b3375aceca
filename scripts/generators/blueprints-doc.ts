import {
  type Blueprint,
  type BlueprintParameter,
  topicSchema,
} from '../../packages/core/src/blueprints/blueprint.ts';
import { blueprints } from '../../packages/core/src/blueprints/catalogue.ts';
import { lifecycle } from '../../packages/core/src/blueprints/lifecycle.ts';

/** The list of all blueprints, as Markdown; each has a page of its own beside it. */
export function produceBlueprintsDoc(): string {
  return `${[
    '# Blueprints',
    'Every blueprint; its page has the parameters and what it makes. How to use them, and how to write one: [blueprints.md](blueprints.md).',
    table(
      ['topic', 'blueprint', 'what it is', 'AWS today'],
      topicSchema.options.flatMap((topic) =>
        blueprints
          .filter((blueprint) => blueprint.topic === topic)
          .map((blueprint) => [
            topic,
            `[${code(blueprint.id)}](${blueprintPage(blueprint.id)})`,
            blueprint.title,
            stateOf(blueprint),
          ]),
      ),
    ),
  ].join('\n\n')}\n`;
}

/** Where the page of a blueprint lies, from `docs`. */
export function blueprintPage(id: string): string {
  return `blueprints/${id}.gen.md`;
}

/** All there is to know of one blueprint, as Markdown. */
export function produceBlueprintPage(blueprint: Blueprint): string {
  const { id, title, purpose, parameters, resources, companions, notes, sources, asOf } = blueprint;
  return `${[
    `# ${id}`,
    '[All blueprints](../blueprints.gen.md) · [How to use one](../blueprints.md)',
    `**${title}.** ${escapeText(purpose)}`,
    ...lifecycleOf(blueprint),
    ...(Object.keys(parameters).length > 0
      ? [
          '## Parameters',
          table(
            ['name', 'type', 'default', 'example', 'what it is'],
            Object.entries(parameters).map(rowOf),
          ),
        ]
      : []),
    '## What it makes',
    list(
      Object.entries(resources).flatMap(([section, made]) =>
        Object.entries(isRecord(made) ? made : {}).map(
          ([name, resource]) => `${section}: ${code(name)}${conditionOf(resource)}`,
        ),
      ),
    ),
    details('As data', resources),
    ...(companions.length > 0
      ? [
          '## What others need beside it',
          ...companions.map(
            ({ purpose: why, statement }) => `${escapeText(why)}\n\n${json(statement)}`,
          ),
        ]
      : []),
    ...(notes.length > 0 ? ['## To know', list(notes.map(escapeText))] : []),
    '## Sources',
    `Facts as of ${asOf}; see also:`,
    list(sources.map(({ title: name, url }) => `[${name}](${url})`)),
  ].join('\n\n')}\n`;
}

function lifecycleOf({ service }: Blueprint): string[] {
  const fate = service === undefined ? undefined : lifecycle.services[service];
  if (!fate) return [];
  const instead = fate.successor ? ` Use [${code(fate.successor)}](${fate.successor}.gen.md).` : '';
  return [
    `> ${fate.advice}${instead} Refused ${fate.state === 'closed' ? 'where the account shows no service-linked role of the service' : 'everywhere'}, unless the manifest says ${code('includeRetired: true')}. [Source](${fate.source})`,
  ];
}

function stateOf({ service }: Blueprint): string {
  const fate = service === undefined ? undefined : lifecycle.services[service];
  if (!fate) return 'open';
  return fate.state === 'ended' ? `ended ${fate.since}` : `no new customers since ${fate.since}`;
}

function rowOf([name, parameter]: [string, BlueprintParameter]): string[] {
  const { default: usual, example, optional, description } = parameter;
  return [
    code(name),
    typeOf(parameter),
    usual !== undefined ? showValue(usual) : optional === true ? 'none' : '**required**',
    example === undefined ? '' : showValue(example),
    escapeText(description),
  ];
}

function typeOf(parameter: BlueprintParameter): string {
  if (parameter.type === 'list') return `list of ${parameter.items}`;
  if (parameter.type === 'choice') return parameter.options.map(code).join(' or ');
  return parameter.type;
}

function conditionOf(resource: unknown): string {
  const when = isRecord(resource) ? resource.when : undefined;
  return typeof when === 'string' ? `, when ${code(when)}` : '';
}

function showValue(value: unknown): string {
  return code(typeof value === 'string' ? value : JSON.stringify(value));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function details(summary: string, value: unknown): string {
  return `<details><summary>${summary}</summary>\n\n${json(value)}\n\n</details>`;
}

function json(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value, undefined, 2)}\n\`\`\``;
}

function code(text: string): string {
  return `\`${text}\``;
}

/** Names such as `ssm-incidents:*` must not turn into emphasis. */
function escapeText(text: string): string {
  return text.replace(/[*_<]/g, (sign) => `\\${sign}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
