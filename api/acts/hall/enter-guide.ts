import { and, eq, inArray, isNull } from 'drizzle-orm'
import { windows } from '../../../db/schema/index.ts'
import { type Officer, today, type World } from '../../context.ts'
import type { GuideForm } from '../../forms/administration.ts'
import { guideOf } from '../../reads/own-guides.ts'
import { Invalid, Refused } from '../../refused.ts'
import { publishGuide } from './publish-guide.ts'

async function entered(world: World, by: Officer, { tipsZh, ...form }: GuideForm) {
  const { read } = world.store
  const numbers = [...new Set(form.windowRefs)]
  const found = await read
    .select({ number: windows.number })
    .from(windows)
    .where(
      and(
        eq(windows.hallId, by.hallId),
        inArray(windows.number, numbers),
        isNull(windows.retiredOn),
      ),
    )
  const known = new Set(found.map(({ number }) => number))
  if (numbers.some((number) => !known.has(number))) {
    throw new Invalid({ windowRefs: ['window-not-here'] })
  }
  return publishGuide(world, by.id, by.hallId, {
    ...form,
    windowRefs: numbers,
    ...(tipsZh ? { tipsZh } : {}),
    updatedOn: today(world),
  })
}

/** A guide of a matter the hall did not disclose before. Refuses a key that another guide has. */
export async function enterGuide(world: World, by: Officer, form: GuideForm) {
  const taken = await guideOf(world.store.read, by.hallId, form.slug)
  if (taken) throw new Invalid({ slug: ['key-taken'] })
  return entered(world, by, form)
}

/** A new wording of a guide, in force from today; a retired guide is shown again. */
export async function reviseGuide(world: World, by: Officer, slug: string, form: GuideForm) {
  const known = await guideOf(world.store.read, by.hallId, slug)
  if (!known) throw new Refused('no-such-guide')
  return entered(world, by, { ...form, slug })
}
