import type { InferResponseType } from 'hono/client'
import type { PageClient } from '../api/client.ts'

/** One case as the API gives it to the officer who asks. */
export type CaseView = InferResponseType<PageClient['cases'][':number']['$get'], 200>
