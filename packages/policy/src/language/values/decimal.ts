/** An exact number: sign × 0.digits × 10^exponent; zero has no digits. */
export interface Decimal {
  readonly sign: 1 | -1;
  /** Neither begins nor ends with a zero. */
  readonly digits: string;
  readonly exponent: number;
}

/** An exponent of at most fifteen digits stays exact as a number. */
const decimal = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,15}))?$/;

/** Decimals, never floats: 9007199254740993 and 9007199254740992 are two numbers. */
export function parseDecimal(text: string): Decimal | undefined {
  const found = decimal.exec(text);
  if (found === null) return undefined;
  const [, minus, whole = '', fraction = '', power = '0'] = found;
  const all = whole + fraction;
  const first = firstNonZero(all);
  if (first === all.length) return { sign: 1, digits: '', exponent: 0 };
  return {
    sign: minus === '-' ? -1 : 1,
    digits: all.slice(first, endOfDigits(all)),
    exponent: whole.length - first + Number(power),
  };
}

export function compareDecimals(left: Decimal, right: Decimal): number {
  if (left.digits === '' || right.digits === '') return signOf(left) - signOf(right);
  if (left.sign !== right.sign) return left.sign - right.sign;
  return left.sign * compareMagnitudes(left, right);
}

function signOf({ sign, digits }: Decimal): number {
  return digits === '' ? 0 : sign;
}

function compareMagnitudes(left: Decimal, right: Decimal): number {
  if (left.exponent !== right.exponent) return left.exponent - right.exponent;
  if (left.digits === right.digits) return 0;
  return left.digits < right.digits ? -1 : 1;
}

function firstNonZero(digits: string): number {
  let at = 0;
  while (digits[at] === '0') at++;
  return at;
}

function endOfDigits(digits: string): number {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return end;
}
