import { compareDecimals, type Decimal } from '../language/values/decimal.ts';
import { compareInstants, type Instant } from '../language/values/instant.ts';
import type { Address, AddressRange } from '../language/values/ip-address.ts';
import { BudgetExceeded } from './budget.ts';

/**
 * Numbers of which each interval between the bounds, and each bound, has one.
 * @throws BudgetExceeded where a bound has hundreds of digits
 */
export function numberProbes(bounds: readonly Decimal[]): readonly string[] {
  const sorted = bounds.toSorted(compareDecimals).map(scaled);
  const scale = largest(sorted.map((bound) => bound.scale));
  const points = sorted.map((bound) => bound.digits * 10n ** BigInt(scale + 1 - bound.scale));
  const [least] = points;
  if (least === undefined) return ['0'];
  return [least - 10n ** BigInt(scale + 1), ...points.flatMap((point) => [point, point + 1n])].map(
    (point) => formatScaled(point, scale + 1),
  );
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

/** Digits and exponents beyond this are no numbers anyone compares. */
const maxScale = 500;

/** `digits` × 10^-`scale`. */
function scaled({ sign, digits, exponent }: Decimal): { digits: bigint; scale: number } {
  const scale = digits.length - exponent;
  if (Math.abs(scale) > maxScale || digits.length > maxScale)
    throw new BudgetExceeded('A number in a condition has too many digits to be compared.');
  const value = BigInt(sign) * BigInt(digits === '' ? '0' : digits);
  return scale >= 0
    ? { digits: value, scale }
    : { digits: value * 10n ** BigInt(-scale), scale: 0 };
}

function formatScaled(value: bigint, scale: number): string {
  const negative = value < 0n;
  const text = String(negative ? -value : value).padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const fraction = text.slice(text.length - scale).replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * Dates of which each interval between the bounds, and each bound, has one.
 * @throws BudgetExceeded for years that a date cannot be written in on both sides
 */
export function dateProbes(bounds: readonly Instant[]): readonly string[] {
  const sorted = bounds.toSorted(compareInstants);
  const [least] = sorted;
  if (least === undefined) return ['2026-01-01T00:00:00Z'];
  const length = largest(sorted.map(({ fraction }) => fraction.length));
  return [
    { seconds: least.seconds - 86_400, fraction: '' },
    ...sorted.flatMap((bound) => [
      bound,
      { seconds: bound.seconds, fraction: `${bound.fraction.padEnd(length, '0')}1` },
      { seconds: bound.seconds + 1, fraction: bound.fraction },
    ]),
  ].map(formatInstant);
}

/** Years 1 to 9998, so that a day before and after can be written. */
const firstSecond = -62_135_500_000;
const lastSecond = 253_370_000_000;

function formatInstant({ seconds, fraction }: Instant): string {
  if (seconds < firstSecond || seconds > lastSecond)
    throw new BudgetExceeded('A date in a condition is too far away to be compared.');
  const [whole = ''] = new Date(seconds * 1000).toISOString().split('.');
  return `${whole}${fraction === '' ? '' : `.${fraction}`}Z`;
}

/** Addresses of which each stretch that the ranges tell apart has one. */
export function addressProbes(ranges: readonly AddressRange[]): readonly string[] {
  const edges = ranges
    .map(edgesOf)
    .flatMap(({ size, first, last }) =>
      [first + 1n, first, last + 1n]
        .filter((value) => value < 1n << BigInt(size * 8))
        .map((value) => ({ size, value })),
    );
  return [...edges, { size: 4, value: 0n }, { size: 16, value: 0n }].map(formatAddress);
}

function edgesOf({ network, prefix }: AddressRange) {
  const size = network.length;
  const count = 1n << BigInt(size * 8 - prefix);
  const first = (numberOf(network) / count) * count;
  return { size, first, last: first + count - 1n };
}

function numberOf(address: Address): bigint {
  return address.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** How many addresses there are in a range. */
export function addressesIn({ network, prefix }: AddressRange): bigint {
  return 1n << BigInt(network.length * 8 - prefix);
}

export function inRange({ network, prefix }: AddressRange, address: Address): boolean {
  if (address.length !== network.length) return false;
  const rest = BigInt(network.length * 8 - prefix);
  return numberOf(address) >> rest === numberOf(network) >> rest;
}

function formatAddress({ size, value }: { readonly size: number; readonly value: bigint }): string {
  if (size === 4) return [24n, 16n, 8n, 0n].map((by) => String((value >> by) & 255n)).join('.');
  return Array.from({ length: 8 }, (_, at) =>
    ((value >> BigInt(112 - at * 16)) & 0xffffn).toString(16),
  ).join(':');
}

/** Base64 texts: those wanted, and one that is not. */
export function binaryProbes(wanted: readonly string[]): readonly string[] {
  const known = new Set(wanted);
  let other = 'AAAA';
  while (known.has(other)) other += 'AAAA';
  return [...known, other];
}
