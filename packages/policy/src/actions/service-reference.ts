import type {
  AccessLevel,
  ActionData,
  ActionEntry,
  KeyData,
  KeyType,
  ResourceTypeEntry,
  ServiceData,
} from './action-data.ts';
import { bundledActionData } from './bundled-action-data.ts';
import { conditionKeyTable } from './condition-key-table.ts';

/**
 * Action data from documents of AWS's service reference (servicereference.us-east-1.amazonaws.com,
 * `/v1/{service}/{service}.json`), read on `date` (`YYYY-MM-DD`). Services that are not among the
 * documents, and names and global keys, which they do not hold, come from the bundled data. Parts
 * of a wrong form are passed over.
 * Source: Service Authorization Reference, "Simplified AWS service information for programmatic
 * access".
 */
export function actionDataFromServiceReference(
  documents: readonly unknown[],
  date: string,
): ActionData {
  const bundled = bundledActionData();
  const services = new Map<string, ServiceData>();
  for (const document of documents) {
    const prefix = textIn(document, 'Name')?.toLowerCase();
    if (prefix !== undefined)
      services.set(prefix, serviceOf(prefix, document, bundled.service(prefix)));
  }
  return {
    date,
    services: [...new Set([...bundled.services, ...services.keys()])].sort(),
    service: (prefix) => services.get(prefix.toLowerCase()) ?? bundled.service(prefix),
    globalKey: bundled.globalKey,
  };
}

function serviceOf(
  prefix: string,
  document: unknown,
  bundled: ServiceData | undefined,
): ServiceData {
  const keys = conditionKeyTable(listIn(document, 'ConditionKeys').flatMap(keyOf));
  const resourceTypes = listIn(document, 'Resources').flatMap(resourceTypesOf);
  const actions = listIn(document, 'Actions').flatMap((entry) => actionOf(entry, resourceTypes));
  const byName = new Map(actions.map((action) => [action.name.toLowerCase(), action]));
  return {
    prefix,
    name: bundled?.name ?? prefix,
    retired: false,
    supportsResourceControl: bundled?.supportsResourceControl ?? false,
    actions,
    action: (name) => byName.get(name.toLowerCase()),
    resourceTypes,
    conditionKey: keys.find,
    conditionKeys: keys.keys,
  };
}

function actionOf(entry: unknown, types: readonly ResourceTypeEntry[]): readonly ActionEntry[] {
  const name = textIn(entry, 'Name');
  if (name === undefined) return [];
  const own = textsIn(entry, 'ActionConditionKeys');
  const resourceTypes = listIn(entry, 'Resources').flatMap((type) => textIn(type, 'Name') ?? []);
  const ofTypes = types
    .filter((type) => resourceTypes.includes(type.name))
    .flatMap((type) => type.conditionKeys);
  return [
    {
      name,
      accessLevel: levelOf(memberIn(memberIn(entry, 'Annotations'), 'Properties')),
      resourceTypes,
      conditionKeys: [...new Set([...own, ...ofTypes])],
      ownConditionKeys: own,
    },
  ];
}

function levelOf(properties: unknown): AccessLevel {
  if (memberIn(properties, 'IsPermissionManagement') === true) return 'Permissions management';
  if (memberIn(properties, 'IsTaggingOnly') === true) return 'Tagging';
  if (memberIn(properties, 'IsWrite') === true) return 'Write';
  if (memberIn(properties, 'IsList') === true) return 'List';
  return properties === undefined ? 'unknown' : 'Read';
}

/** One entry per ARN format. */
function resourceTypesOf(entry: unknown): readonly ResourceTypeEntry[] {
  const name = textIn(entry, 'Name');
  if (name === undefined) return [];
  const conditionKeys = textsIn(entry, 'ConditionKeys');
  return textsIn(entry, 'ARNFormats').map((arn) => ({ name, arn, conditionKeys }));
}

function keyOf(entry: unknown): readonly KeyData[] {
  const key = textIn(entry, 'Name');
  const type = textsIn(entry, 'Types')[0];
  if (key === undefined || type === undefined) return [];
  const multivalued = type.startsWith('ArrayOf');
  const known = keyTypes.get(multivalued ? type.slice('ArrayOf'.length) : type);
  return [{ key, type: known ?? 'String', multivalued }];
}

const keyTypes: ReadonlyMap<string, KeyType> = new Map([
  ['String', 'String'],
  ['ARN', 'Arn'],
  ['Bool', 'Bool'],
  ['Boolean', 'Bool'],
  ['Numeric', 'Numeric'],
  ['Long', 'Numeric'],
  ['Date', 'Date'],
  ['IPAddress', 'IpAddress'],
  ['Binary', 'Binary'],
]);

function memberIn(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function textIn(value: unknown, name: string): string | undefined {
  const member = memberIn(value, name);
  return typeof member === 'string' ? member : undefined;
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const member = memberIn(value, name);
  return Array.isArray(member) ? member : [];
}

function textsIn(value: unknown, name: string): readonly string[] {
  return listIn(value, name).filter((item) => typeof item === 'string');
}
