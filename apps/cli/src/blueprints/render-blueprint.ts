import { type Blueprint, type Layout, lifecycle, topicSchema, wrapText } from '@rolecall/core';
import { describeResources } from './describe-resources.ts';
import { renderParameters } from './render-parameters.ts';
import { snippetOf } from './snippet.ts';

/** One line each, by topic: what there is, and what AWS has closed. */
export function renderBlueprints(all: readonly Blueprint[], layout: Layout): readonly string[] {
  const column = Math.max(...all.map(({ id }) => id.length)) + 4;
  const topics = topicSchema.options.filter((topic) => all.some((one) => one.topic === topic));
  return topics.flatMap((topic, index) => [
    ...(index === 0 ? [] : ['']),
    layout.paint.strong(`${topic.charAt(0).toUpperCase()}${topic.slice(1)}`),
    ...all
      .filter((blueprint) => blueprint.topic === topic)
      .flatMap((blueprint) => renderEntry(blueprint, column, layout)),
  ]);
}

function renderEntry(
  blueprint: Blueprint,
  column: number,
  { width, paint }: Layout,
): readonly string[] {
  const fate = fateOf(blueprint);
  const state = fate === undefined ? '' : ` (AWS: ${fate.state} ${fate.since})`;
  const [first = '', ...rest] = wrapText(`${blueprint.title}${state}`, { width: width - column });
  return [
    `  ${blueprint.id.padEnd(column - 2)}${fate === undefined ? first : paint.quiet(first)}`,
    ...rest.map((line) => `${' '.repeat(column)}${paint.quiet(line)}`),
  ];
}

/** All that one needs to use it: purpose, parameters, what it makes, what else to do. */
export function renderBlueprint(blueprint: Blueprint, layout: Layout): readonly string[] {
  const { width, paint } = layout;
  const { id, title, purpose, companions, notes, sources, asOf } = blueprint;
  const fate = fateOf(blueprint);
  const section = (name: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', paint.strong(name), ...lines] : [];
  const bullet = { width, indent: 2, lead: '· ' };
  return [
    `${paint.strong(id)}  ${title}`,
    ...wrapText(purpose, { width }),
    ...(fate ? ['', ...wrapText(fate.advice, { width, lead: '! ', paint: paint.doubtful })] : []),
    ...section('Parameters', renderParameters(blueprint, layout)),
    ...section(
      'Makes',
      describeResources(blueprint).flatMap((text) => wrapText(text, bullet)),
    ),
    ...section(
      'Others need beside it',
      companions.flatMap(({ purpose: why, statement }) => [
        ...wrapText(why, bullet),
        ...wrapText(JSON.stringify(statement), { width, indent: 4, paint: paint.quiet }),
      ]),
    ),
    ...section(
      'To know',
      notes.flatMap((note) => wrapText(note, bullet)),
    ),
    ...section(
      'Use it',
      snippetOf(blueprint).map((line) => `  ${line}`),
    ),
    ...section(
      `Sources, as of ${asOf}`,
      sources.flatMap(({ url }) => wrapText(url, bullet)),
    ),
  ];
}

function fateOf({ service }: Blueprint) {
  return service === undefined ? undefined : lifecycle.services[service];
}
