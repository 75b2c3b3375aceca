/** A blueprint without what only people read, who read it elsewhere: half of what it weighs. */
export function withoutProse(blueprint: Fields): Fields {
  const { notes: _notes, parameters, companions, ...rest } = blueprint;
  const bare = (value: unknown, name: string): unknown =>
    isFields(value) ? { ...value, [name]: 'x' } : value;
  const named = Object.entries(isFields(parameters) ? parameters : {});
  return {
    ...rest,
    purpose: 'x',
    sources: [{ title: '', url: 'https://docs.aws.amazon.com/' }],
    parameters: Object.fromEntries(named.map(([key, one]) => [key, bare(one, 'description')])),
    companions: (Array.isArray(companions) ? companions : []).map((one) => bare(one, 'purpose')),
  };
}

type Fields = { readonly [key: string]: unknown };

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
