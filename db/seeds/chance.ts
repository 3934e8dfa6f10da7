import { createHash } from 'node:crypto'
import type { Random } from '../../api/context.ts'

/** Chance from a seed: the same seed hands out the same ids and numbers in the same order. */
export function seeded(seed: string): Random {
  let drawn = 0
  const bytes = (count: number) => {
    const parts: Buffer[] = []
    for (let have = 0; have < count; have += 32) {
      parts.push(createHash('sha256').update(`${seed}:${drawn++}`).digest())
    }
    return Buffer.concat(parts).subarray(0, count)
  }
  return {
    id: (count) => bytes(count).toString('base64url'),
    below: (below) => bytes(6).readUIntBE(0, 6) % below,
  }
}
