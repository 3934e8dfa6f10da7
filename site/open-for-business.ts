import type { World } from '../api/context.ts'

/** What is said and made ready before the first request: the demonstration halls or the first link. */
export async function openForBusiness(
  _world: World,
  _place: { demo: boolean; port: number; lan: string },
): Promise<void> {}
