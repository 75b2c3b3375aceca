import type { Json } from '@rolecall/policy';
import { substitute } from '../../blueprints/substitute.ts';
import type { Diagnostic } from '../../model/errors.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { SourcePath } from '../yaml-places.ts';
import type { YamlSource } from '../yaml-source.ts';
import type { ManifestAccount } from './manifest-account.ts';

interface Filling {
  readonly account: ManifestAccount;
  readonly yaml: YamlSource;
  readonly fault: (diagnostic: Diagnostic) => void;
}

/**
 * Puts `{{account.id}}`, `{{account.name}}`, `{{account.partition}}` and `{{values.NAME}}` into what
 * was parsed. Other placeholders stay: they stand for what is known later. A value that is missing
 * is a fault at the text that asks for it.
 */
export function fillValues(value: unknown, path: SourcePath, filling: Filling): unknown {
  if (typeof value === 'string') return fillText(value, path, filling);
  if (Array.isArray(value)) {
    return value.flatMap<unknown>((member: unknown, index) =>
      typeof member === 'string'
        ? fillMember(member, [...path, index], filling)
        : [fillValues(member, [...path, index], filling)],
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  const filled = new Map<string, unknown>();
  for (const [key, member] of Object.entries(value)) {
    const name = String(fillText(key, [...path, key], filling));
    if (filled.has(name)) {
      const message = `"${key}" becomes "${name}", which stands here already.`;
      filling.fault(invalid(message, [...path, key], filling));
    }
    filled.set(name, fillValues(member, [...path, key], filling));
  }
  return Object.fromEntries(filled);
}

function fillText(text: string, path: SourcePath, filling: Filling): Json {
  if (!text.includes('{{')) return text;
  try {
    return substitute(text, (name) => resolve(name, path, filling));
  } catch (error) {
    // A list in the middle of a text: substitute says which.
    const reason = error instanceof Error ? error.message : String(error);
    filling.fault(invalid(`${reason}.`, path, filling));
    return text;
  }
}

/** Among the members of a list, a list is spliced in. */
function fillMember(text: string, path: SourcePath, filling: Filling): readonly Json[] {
  if (!text.includes('{{')) return [text];
  const filled = substitute([text], (name) => resolve(name, path, filling));
  return Array.isArray(filled) ? filled : [filled];
}

function resolve(name: string, path: SourcePath, filling: Filling): Json {
  const { account, fault } = filling;
  const key = /^values\.(.+)$/.exec(name)?.[1];
  const kept = `{{${name}}}`;
  if (key !== undefined) {
    const value = Object.hasOwn(account.values, key) ? account.values[key] : undefined;
    if (value !== undefined) return value;
    const near = nearestName(key, Object.keys(account.values));
    const message = `{{values.${key}}} has no value for account ${account.name}.`;
    const hint = near
      ? `Did you mean "values.${near}"?`
      : `Set accounts.${account.name}.values.${key}, or accountDefaults.values.${key} for all.`;
    fault({ ...invalid(message, path, filling), hint });
    return kept;
  }
  if (!name.startsWith('account.')) return kept;
  const known: { readonly [name: string]: string } = {
    'account.id': account.id,
    'account.name': account.name,
    'account.partition': account.partition,
  };
  const value = Object.hasOwn(known, name) ? known[name] : undefined;
  if (value !== undefined) return value;
  const hint = `There are ${Object.keys(known).join(', ')} and values.NAME.`;
  fault({ ...invalid(`${kept} stands for nothing.`, path, filling), hint });
  return kept;
}

function invalid(message: string, path: SourcePath, { yaml }: Filling): Diagnostic {
  return { code: 'MANIFEST_INVALID', message, position: yaml.locate(path) };
}
