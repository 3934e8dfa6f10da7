/** Pairs as an object without a prototype; a name that repeats becomes a list. */
export function fromPairs(pairs: Iterable<[string, string]>): Record<string, string | string[]> {
  const answers = Object.create(null) as Record<string, string | string[]>
  for (const [name, value] of pairs) {
    const before = answers[name]
    answers[name] =
      before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
  }
  return answers
}
