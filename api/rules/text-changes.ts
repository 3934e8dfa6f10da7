/** A stretch of text that both versions have, or only the earlier or the later one. */
type TextChange = { kind: 'kept' | 'gone' | 'added'; text: string }

/** What changed between two short texts, character by character, in reading order. */
export function changesBetween(before: string, after: string): TextChange[] {
  const [from, to] = [[...before], [...after]]
  const kept = keptLengths(from, to)
  const changes: TextChange[] = []
  const say = (kind: TextChange['kind'], character: string) => {
    const last = changes.at(-1)
    if (last?.kind === kind) last.text += character
    else changes.push({ kind, text: character })
  }
  for (let i = 0, j = 0; i < from.length || j < to.length;) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      say('kept', from[i++]!)
      j++
    } else if (i < from.length && (j === to.length || kept[i + 1]![j]! >= kept[i]![j + 1]!)) {
      say('gone', from[i++]!)
    } else say('added', to[j++]!)
  }
  return changes
}

/** How many characters the rests of both texts share in order, from each pair of places on. */
function keptLengths(from: readonly string[], to: readonly string[]): number[][] {
  const kept = Array.from({ length: from.length + 1 }, () =>
    Array.from({ length: to.length + 1 }, () => 0),
  )
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      kept[i]![j] =
        from[i] === to[j] ? kept[i + 1]![j + 1]! + 1 : Math.max(kept[i + 1]![j]!, kept[i]![j + 1]!)
    }
  }
  return kept
}
