import type { ActionData } from './action-data.ts';

/** What the ARNs of one resource type look like. */
export interface ArnFormat {
  /** Service whose actions take the resource type. */
  readonly service: string;
  readonly type: string;
  readonly hasRegion: boolean;
  readonly hasAccount: boolean;
  /** Field six as a pattern: every placeholder is a star. */
  readonly resource: string;
}

const formatsOf = new WeakMap<ActionData, ReadonlyMap<string, readonly ArnFormat[]>>();

/**
 * The formats of ARNs that name `arnService` in field three. Several services share a name there
 * (`sts` acts on roles of `iam`), so that all of them are looked through, once.
 */
export function arnFormats(arnService: string, data: ActionData): readonly ArnFormat[] {
  const known = formatsOf.get(data) ?? readFormats(data);
  formatsOf.set(data, known);
  return known.get(arnService) ?? [];
}

function readFormats(data: ActionData): ReadonlyMap<string, readonly ArnFormat[]> {
  const found = new Map<string, ArnFormat[]>();
  for (const prefix of data.services) {
    for (const { name, arn } of data.service(prefix)?.resourceTypes ?? []) {
      const [, , service = '', region = '', account = '', ...resource] = splitFormat(arn);
      const format = {
        service: prefix,
        type: name,
        hasRegion: region !== '',
        hasAccount: account !== '',
        resource: resource.join(':').replace(/\$\{[^{}]*\}/g, '*'),
      };
      const formats = found.get(service);
      if (formats === undefined) found.set(service, [format]);
      else formats.push(format);
    }
  }
  return found;
}

function splitFormat(arn: string): readonly string[] {
  return arn.replace(/\$\{[^{}]*\}/g, (placeholder) => placeholder.replaceAll(':', '')).split(':');
}
