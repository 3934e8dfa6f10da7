const TEN = 10n
const TWO = 2n
const TWO_HUNDRED = 200n
const NOTHING = 0n

/** A number as the decimal it is written as: 1.005 is 1005 thousandths, whatever its bits say. */
function asDecimal(value: number): { digits: bigint; scale: bigint } {
  if (!Number.isFinite(value)) throw new RangeError(`Not a number to round: ${value}`)
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const digits = BigInt(whole + fraction)
  const places = fraction.length - Number(exponent)
  return places < 0
    ? { digits: digits * TEN ** BigInt(-places), scale: 1n }
    : { digits, scale: TEN ** BigInt(places) }
}

/**
 * A quotient to two decimals, halves going up, reckoned without floating point. Only for showing
 * and ranking; `denominator` is above zero.
 */
export function roundHalfUp(numerator: number, denominator = 1): number {
  if (!(denominator > 0)) throw new RangeError(`Not a denominator: ${denominator}`)
  const above = asDecimal(numerator)
  const below = asDecimal(denominator)
  const dividend = above.digits * below.scale * TWO_HUNDRED + above.scale * below.digits
  const divisor = above.scale * below.digits * TWO
  const rest = dividend % divisor
  const floored = (dividend - (rest < NOTHING ? rest + divisor : rest)) / divisor
  return Number(floored) / 100
}

/** Whether a number of points has at most two decimals, as every sheet demands. */
export const isWholeHundredths = (points: number): boolean =>
  Number.isFinite(points) && Math.round(points * 100) / 100 === points

/** Points as a whole number of hundredths, to add without error; throws beyond two decimals. */
export function hundredthsOf(points: number): number {
  if (!isWholeHundredths(points)) throw new RangeError(`More than two decimals: ${points}`)
  return Math.round(points * 100)
}

/** The exact sum of points with at most two decimals each. */
export const sumOf = (points: readonly number[]): number =>
  points.reduce((sum, each) => sum + hundredthsOf(each), 0) / 100
