import { isDay } from '../day.ts'

const IDENTITY_MODULUS = 11
const IDENTITY_X = 10

/** Whether 18 characters are an identity number: GB 11643, a real birthday and ISO 7064 mod 11-2. */
export function isIdentityNumber(number: string): boolean {
  const birthday = /^[1-9]\d{5}((?:19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/i.exec(number)
  if (!birthday || !isDay(birthday.slice(1).join('-'))) return false
  let sum = 0
  for (const digit of number)
    sum = (sum * 2 + (/\d/.test(digit) ? Number(digit) : IDENTITY_X)) % IDENTITY_MODULUS
  return sum === 1
}

const CREDIT_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_FACTOR = 3

/** Whether 18 characters are a unified social credit code: GB 32100, weights 3^i, mod 31. */
export function isCreditCode(code: string): boolean {
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, -1).toUpperCase()) {
    sum += CREDIT_CHARACTERS.indexOf(character) * weight
    weight = (weight * CREDIT_FACTOR) % CREDIT_CHARACTERS.length
  }
  const check = CREDIT_CHARACTERS.indexOf(code.slice(-1).toUpperCase())
  return (sum + check) % CREDIT_CHARACTERS.length === 0
}

const DECIMAL = 10

/** Whether digits pass the check of payment cards (Luhn). */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (const [place, digit] of Array.from(digits).toReversed().entries()) {
    const weighed = Number(digit) * (place % 2 === 1 ? 2 : 1)
    sum += Math.floor(weighed / DECIMAL) + (weighed % DECIMAL)
  }
  return sum % DECIMAL === 0
}
