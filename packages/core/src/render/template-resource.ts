type Properties = { readonly [name: string]: unknown };

/** A resource of a template: its logical id, its type, what it is, and the only region it is for. */
export type TemplateResource = readonly [
  id: string,
  type: string,
  properties: Properties,
  region?: string,
];

/** `type` without `AWS::`; properties that are `undefined` are left out. */
export function templateResource(
  id: string,
  type: string,
  properties: Properties,
): TemplateResource {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  return [id, `AWS::${type}`, Object.fromEntries(given)];
}

/** Tags as templates have them. */
export function templateTags(tags: { readonly [key: string]: string }) {
  return some(Object.entries(tags).map(([Key, Value]) => ({ Key, Value })));
}

/** CloudFormation takes a list that is empty for another than none. */
export function some<Member>(list: readonly Member[]): readonly Member[] | undefined {
  return list.length > 0 ? list : undefined;
}
