import { expect, test } from 'vitest';
import { sandboxWithServices } from '../service-clients.fixture.ts';
import { readCbor } from './read-cbor.ts';
import { writeCbor } from './write-cbor.ts';

test.each([
  [0],
  [23],
  [24],
  [255],
  [256],
  [65536],
  [2 ** 33],
  [-1],
  [-500],
  [1.5],
  [true],
  [false],
  [null],
  [''],
  ['Grüße 東京'],
  ['x'.repeat(300)],
  [[]],
  [[1, ['a', null]]],
  [{ a: { b: [1, 2] }, c: 'd' }],
])('%j is read as it was written', (value) => {
  expect(readCbor(writeCbor(value))).toEqual(value);
});

/** Source: RFC 8949, appendix A. */
test.each([
  ['1864', 100],
  ['3903e7', -1000],
  ['fb3ff199999999999a', 1.1],
  ['fa47c35000', 100000],
  ['c11a514b67b0', 1363896240],
  ['7f657374726561646d696e67ff', 'streaming'],
  ['9f018202039f0405ffff', [1, [2, 3], [4, 5]]],
  ['bf6346756ef563416d7421ff', { Fun: true, Amt: -2 }],
])('%s', (hex, value) => {
  expect(readCbor(Buffer.from(hex, 'hex'))).toEqual(value);
});

test.each(['', '18', '6161'.slice(0, 2), '820', 'a161', 'fc'])('%o is none', (hex) => {
  expect(() => readCbor(Buffer.from(hex, 'hex'))).toThrow(
    expect.objectContaining({ code: 'SerializationException' }),
  );
});

test('CloudWatch answers in CBOR whoever asks in it', async () => {
  const { sandbox } = sandboxWithServices({
    scenario: {
      alarms: [
        { name: 'one', metric: 'A/B' },
        { name: 'two', metric: 'A/B' },
      ],
    },
  });
  const ask = async (input: unknown) => {
    const { status, headers, bytes } = await sandbox.handleHttp({
      method: 'POST',
      path: '/service/GraniteServiceVersion20100801/operation/DescribeAlarms',
      headers: {
        Authorization:
          'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261121/us-east-1/monitoring/aws4_request, Signature=x',
      },
      body: '',
      bytes: writeCbor(input),
    });
    return { status, headers, value: readCbor(bytes ?? new Uint8Array()) };
  };
  const answer = await ask({ AlarmNames: ['two'], StateValue: null });
  expect(answer.headers['smithy-protocol']).toBe('rpc-v2-cbor');
  expect(answer.value).toMatchObject({ MetricAlarms: [{ AlarmName: 'two', Threshold: 1 }] });
  expect(await ask({ MaxRecords: 'many' })).toMatchObject({
    status: 400,
    value: { __type: 'ValidationError' },
  });
});
