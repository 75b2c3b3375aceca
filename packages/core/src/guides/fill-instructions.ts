import type { Instructions } from './guide.ts';
import type { GuideFacts } from './guide-facts.ts';

/** The instructions with the facts of the account in their places. */
export function fillInstructions(instructions: Instructions, facts: GuideFacts): Instructions {
  const fill = (text: string) => fillFacts(text, facts);
  const { words, console: clicks, cli, file, links } = instructions;
  return {
    words: fill(words),
    console: clicks.map(fill),
    cli: cli.map(fill),
    ...(file && { file: { path: file.path, lines: file.lines.map(fill) } }),
    links,
  };
}

function fillFacts(text: string, facts: GuideFacts): string {
  return text.replace(/\{\{([A-Za-z]+)\}\}/g, (all, name: string) => facts[name] ?? all);
}

/** The names that a text asks for. */
export function factsIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{([A-Za-z]+)\}\}/g)].flatMap(([, name]) => name ?? []);
}
