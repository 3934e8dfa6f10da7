import type { InferResponseType } from 'hono/client'
import type { PageClient } from '../api/client.ts'

/** The awards of quarters and years as the desk gets them. */
export type AwardDesk = InferResponseType<PageClient['awards']['$get'], 200>

/** A month of stars as the public page gets it. */
export type StarMonth = InferResponseType<PageClient['stars'][':hall'][':month']['$get'], 200>

/** A quarter or a year of stars as the public page gets it. */
export type StarPeriod = InferResponseType<
  PageClient['stars'][':hall']['periods'][':period']['$get'],
  200
>
