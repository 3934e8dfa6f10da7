import type { PageClient } from '../api/client.ts'
import type { Ok } from './follow.ts'

/** The following up of a low rating as its citizen sees it. */
export type SeenFollowUp = NonNullable<Ok<PageClient['ratings'][':id']['$get']>['followUp']>
