import { RolecallError } from '@rolecall/core';

/**
 * `--context key=value …` as a request's context; a key that is given twice has several values. Keys
 * are told apart without regard to case, as AWS does.
 */
export function parseContext(
  texts: readonly string[] = [],
): ReadonlyMap<string, readonly string[]> {
  const context = new Map<string, readonly string[]>();
  const names = new Map<string, string>();
  for (const text of texts) {
    const [, key = '', value] = /^([^=]+:[^=]+)=(.*)$/s.exec(text) ?? [];
    if (value === undefined)
      throw new RolecallError('USAGE', `--context does not take "${text}".`, {
        hint: 'Give a condition key and a value, such as aws:SourceIp=203.0.113.7.',
      });
    const name = names.get(key.toLowerCase()) ?? key;
    names.set(key.toLowerCase(), name);
    context.set(name, [...(context.get(name) ?? []), value]);
  }
  return context;
}

/** The parts of a `--scp` or `--rcp`: the files of one level. */
export function parseLevel(text: string, levels: readonly (readonly string[])[] = []) {
  return [...levels, text.split(',').filter(Boolean)];
}
