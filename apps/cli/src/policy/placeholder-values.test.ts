import { expect, it } from 'vitest';
import { folderOf } from '../testing/run.fixture.ts';
import { readPlaceholderValues } from './placeholder-values.ts';

it.each([
  ['v.json', '{"BucketName": "logs", "TopicName": ["a", "b-*"]}'],
  ['v.yaml', 'BucketName: logs\nTopicName: [a, b-*]\n'],
])('%s', async (name, text) => {
  const values = await readPlaceholderValues(await folderOf({ [name]: text }), name);
  expect([...values]).toEqual([
    ['BucketName', ['logs']],
    ['TopicName', ['a', 'b-*']],
  ]);
});

it('a whole resource and odd names are names like others', async () => {
  const text = `{"__proto__": "x", "arn:aws:s3:::\${BucketName}": "arn:aws:s3:::logs"}`;
  const values = await readPlaceholderValues(await folderOf({ 'v.json': text }), 'v.json');
  expect(values.get('__proto__')).toEqual(['x']);
  expect(values.get(`arn:aws:s3:::\${BucketName}`)).toEqual(['arn:aws:s3:::logs']);
});

it.each([
  ['v.json', '{"A": "x",', 1],
  ['v.json', '["x"]', 1],
  ['v.json', '{\n"A": [\n1]}', 3],
  ['v.yaml', 'A: b\nAccount: 111122223333\n', 2],
  ['v.yaml', '', 1],
])('%s with %j is refused at its place', async (name, text, line) => {
  const cwd = await folderOf({ [name]: text });
  await expect(readPlaceholderValues(cwd, name)).rejects.toMatchObject({
    code: 'PARAMETER_INVALID',
    details: { diagnostics: [{ position: { file: name, line } }] },
  });
});
