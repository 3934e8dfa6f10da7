import type { InferResponseType } from 'hono/client'
import type { PageClient } from '../api/client.ts'

/** What a change of the hall's policy would do, as the API says it. */
export type PolicyEffect = InferResponseType<PageClient['policy']['preview']['$post'], 200>
/** A change of the hall's policy as everybody may read it. */
export type PublicChange = InferResponseType<
  PageClient['halls'][':hall']['rules']['$get'],
  200
>['changes'][number]
