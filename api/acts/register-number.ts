import type { World } from '../context.ts'

/** No letter or digit that is taken for another when it is read aloud. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const GROUP = 4

/** A random number of a register, as `TS-7K4M-2QX9`; whoever enters it makes sure it is free. */
export function registerNumber({ random }: World, register: string): string {
  const group = () =>
    Array.from({ length: GROUP }, () => ALPHABET[random.below(ALPHABET.length)]).join('')
  return `${register}-${group()}-${group()}`
}
