import type { World } from '../../context.ts'
import { caseById } from '../../reads/case-in-sight.ts'
import { Refused } from '../../refused.ts'
import { withdrawCase } from '../case/withdraw-case.ts'

/**
 * The complainant takes the complaint back. Sent again it stays taken back; once the final opinion
 * stands it is `too-late-to-withdraw`.
 */
export async function takeBack(world: World, caseId: number): Promise<void> {
  try {
    await withdrawCase(world, caseId)
  } catch (error) {
    const tooLate = error instanceof Refused && error.reason === 'act-not-in-state'
    if (!tooLate) throw error
    const { file } = await caseById(world.store.read, caseId)
    if (file.state !== 'withdrawn') throw new Refused('too-late-to-withdraw')
  }
}
