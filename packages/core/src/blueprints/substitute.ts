import type { Json } from '@rolecall/policy';

/** Resolves what stands between the braces of `{{…}}`; `undefined` for a name nobody knows. */
export type Resolve = (name: string) => Json | undefined;

export class UnknownPlaceholder extends Error {
  readonly placeholder: string;

  constructor(placeholder: string) {
    super(`{{${placeholder}}} is not a parameter`);
    this.placeholder = placeholder;
  }
}

/** Two keys of one object became the same text: one of them would be lost. */
export class DuplicateKey extends Error {
  readonly key: string;

  constructor(key: string) {
    super(`two keys become "${key}"`);
    this.key = key;
  }
}

/**
 * Puts values in the place of `{{name}}`, in the parsed document and never in its text, so that a
 * value cannot become structure. A text that is one placeholder becomes the value itself. Among the
 * members of a list, a list is spliced in, and a text with a list inside becomes one text for each
 * of its members (with two lists, for each pair).
 */
export function substitute(template: Json, resolve: Resolve): Json {
  if (typeof template === 'string') return substituteText(template, resolve);
  if (isList(template)) {
    return template.flatMap((member) =>
      typeof member === 'string' ? expandText(member, resolve) : [substitute(member, resolve)],
    );
  }
  if (template !== null && typeof template === 'object') {
    const entries = Object.entries(template).map(([key, value]): [string, Json] => [
      fillText(key, resolve),
      substitute(value, resolve),
    ]);
    const keys = entries.map(([key]) => key);
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    if (twice !== undefined) throw new DuplicateKey(twice);
    return Object.fromEntries(entries);
  }
  return template;
}

function substituteText(text: string, resolve: Resolve): Json {
  const whole = /^\{\{([^{}]+)\}\}$/.exec(text)?.[1];
  return whole === undefined ? fillText(text, resolve) : known(whole, resolve);
}

function fillText(text: string, resolve: Resolve): string {
  return text.replace(/\{\{([^{}]+)\}\}/g, (_all, name: string) => {
    const value = known(name, resolve);
    if (typeof value === 'object') throw new Error(`"${text}" takes one value, not a list`);
    return String(value);
  });
}

/** Every text that the placeholders' values give, the first placeholder varying slowest. */
function expandText(text: string, resolve: Resolve): readonly Json[] {
  const parts = text.split(/\{\{([^{}]+)\}\}/);
  const [before = '', name, after = ''] = parts;
  if (parts.length === 3 && before === '' && after === '' && name !== undefined) {
    return asMembers(known(name, resolve));
  }
  return parts.reduce<string[]>(
    (texts, part, index) => {
      // split() puts what the group matched, the names, at the odd places.
      const members = index % 2 === 0 ? [part] : asMembers(known(part, resolve));
      return texts.flatMap((start) => members.map((member) => start + String(member)));
    },
    [''],
  );
}

function asMembers(value: Json): readonly Json[] {
  return isList(value) ? value : [value];
}

function known(name: string, resolve: Resolve): Json {
  const value = resolve(name.trim());
  if (value === undefined) throw new UnknownPlaceholder(name.trim());
  return value;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
