/**
 * The one shape in which the API says no: why (for programs), a sentence, and a sentence for
 * each field at fault.
 */
export type Failure = {
  reason: string
  says: string
  errors: Partial<Record<string, string[]>>
}
