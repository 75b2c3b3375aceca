import type { Json } from '@rolecall/policy';
import type { z } from 'zod';
import { type ResourceSections, resourceSectionsSchema } from '../model/resource-sections.ts';
import type { Blueprint, ParameterValues } from './blueprint.ts';
import { keepWanted } from './keep-wanted.ts';
import { readValues } from './read-values.ts';
import { DuplicateKey, type Resolve, substitute } from './substitute.ts';

/** Something wrong with the use of a blueprint; `path` leads to it from that use in the manifest. */
export interface BlueprintDiagnostic {
  readonly path: readonly (string | number)[];
  readonly code: 'PARAMETER_INVALID';
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Something that a person or program needs beside the resources, with the values put in. */
export interface Companion {
  readonly purpose: string;
  /** A policy statement. */
  readonly statement: Json;
}

export type Expansion =
  | {
      readonly success: true;
      /** `{{arn:…}}` still stands in them, until every resource of the manifest is known. */
      readonly sections: ResourceSections;
      readonly companions: readonly Companion[];
    }
  | { readonly success: false; readonly diagnostics: readonly BlueprintDiagnostic[] };

export interface ExpandBlueprintInput {
  readonly blueprint: Blueprint;
  /** As written under `with`. */
  readonly values: { readonly [name: string]: unknown };
  readonly context: {
    readonly account: string;
    readonly partition: string;
    readonly scope: string;
  };
  /** Leaves `{{account}}` and `{{partition}}` standing: what is made is of no account yet. */
  readonly isOpen?: boolean;
}

/** The resources of a blueprint for these values, or everything that is wrong with the values. */
export function expandBlueprint(input: ExpandBlueprintInput): Expansion {
  const { blueprint, values, context, isOpen = false } = input;
  const read = readValues(blueprint, values, context);
  if (read.diagnostics.length > 0) return { success: false, diagnostics: read.diagnostics };

  const open = { ...context, account: '{{account}}', partition: '{{partition}}' };
  const resolve = resolver(read.values, isOpen ? open : context);
  const choice = { names: new Set(Object.keys(blueprint.parameters)), values: read.values };
  const wanted = (template: Json): Json | undefined => keepWanted(template, choice);
  const fill = (template: Json): Json => substitute(template, resolve);
  try {
    const sections = resourceSectionsSchema.safeParse(fill(wanted(blueprint.resources) ?? {}));
    if (!sections.success) return fail(sections.error.issues, read.values);
    const companions = blueprint.companions.flatMap(({ purpose, statement }) => {
      const kept = wanted(statement);
      return kept === undefined ? [] : [{ purpose, statement: fill(kept) }];
    });
    return { success: true, sections: sections.data, companions };
  } catch (error) {
    if (error instanceof DuplicateKey) return { success: false, diagnostics: [twice(error.key)] };
    throw error;
  }
}

function resolver(values: ParameterValues, context: ExpandBlueprintInput['context']): Resolve {
  const known = new Map<string, Json>([...values, ...Object.entries(context)]);
  return (name) => {
    if (!name.startsWith('arn:')) return known.get(name);
    const filled = name.replace(/\$(\w+)/g, (reference, parameter: string) =>
      String(known.get(parameter) ?? reference),
    );
    return filled.includes('$') ? undefined : `{{${filled}}}`;
  };
}

/** Values that were right one by one and yet make what IAM would refuse, e.g. too long a name. */
function fail(issues: readonly z.core.$ZodIssue[], values: ParameterValues): Expansion {
  return {
    success: false,
    diagnostics: issues.map(({ path, message }) => {
      const [culprit] = [...values].find(([, value]) => value === path.at(-1)) ?? [];
      return {
        path: culprit === undefined ? ['with'] : ['with', culprit],
        code: 'PARAMETER_INVALID',
        message: `With these values ${path.join('.')} is not what IAM takes: ${message}.`,
      };
    }),
  };
}

function twice(name: string): BlueprintDiagnostic {
  return {
    path: ['with'],
    code: 'PARAMETER_INVALID',
    message: `With these values two resources of one kind are called "${name}".`,
    hint: 'Give them different names.',
  };
}
