import type { Json } from '@rolecall/policy';
import { type Blueprint, blueprintSchema } from '../../blueprints/blueprint.ts';
import { findBlueprint } from '../../blueprints/catalogue.ts';
import { type Opened, type OpenResources, openResources } from '../open-resources.ts';

export const place = { account: '210987654321', partition: 'aws' };

export interface OpenOptions {
  readonly values?: { readonly [name: string]: unknown };
  readonly path?: string;
  readonly callerPolicy?: boolean;
}

export function tryOpen(blueprint: Blueprint | string, options: OpenOptions = {}): Opened {
  const found = typeof blueprint === 'string' ? findBlueprint(blueprint) : blueprint;
  if (!found) throw new Error('no such blueprint');
  return openResources({ blueprint: found, values: {}, place, path: '/', ...options });
}

export function open(blueprint: Blueprint | string, options: OpenOptions = {}): OpenResources {
  const opened = tryOpen(blueprint, options);
  if (!opened.success) throw new Error(JSON.stringify(opened.diagnostics));
  return opened.resources;
}

/** A blueprint of these resources and nothing else. */
export function blueprintOf(resources: { readonly [section: string]: Json }): Blueprint {
  return blueprintSchema.parse({
    id: 'sample',
    topic: 'people',
    title: 'Sample',
    purpose: 'A sample.',
    asOf: '2026-11-20',
    sources: [{ title: 'AWS', url: 'https://docs.aws.amazon.com/' }],
    resources,
  });
}

export const trustOf = (principal: string): Json => ({
  Statement: { Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' },
});
