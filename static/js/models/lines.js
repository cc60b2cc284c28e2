// Who can be written to privately, and what stands between two people. No element is touched here.

// Everyone who holds the room, connected or not, and whoever there is a line with already.
export function people({ room, you, local }) {
  if (local.over) return []
  const connected = new Set((you.receivers ?? []).map(({ seat }) => seat))
  const found = new Map()
  if (!you.facilitates) {
    for (const { seat, name, facilitates } of room.roster) if (facilitates) found.set(seat, { seat, name, here: connected.has(seat) })
    for (const { seat, name } of you.receivers ?? []) found.set(seat, { seat, name, here: true })
  }
  for (const { with: seat, name, here } of you.lines ?? []) found.set(seat, { seat, name, here })
  return [...found.values()].filter(({ seat }) => seat !== you.seat)
}

export function lineWith(you, seat) {
  return (you.lines ?? []).find((line) => line.with === seat) ?? null
}

// The one that was chosen; else who wrote; else where a line stands; else the only one there is.
export function chosenOf(view) {
  const all = people(view)
  const { lines = [] } = view.you
  const wanted = [view.local.lineTo, lines.find(({ unread }) => unread)?.with, lines.at(-1)?.with, all.length === 1 ? all[0].seat : null]
  const seat = wanted.find((one) => all.some((known) => known.seat === one))
  return all.find((one) => one.seat === seat) ?? null
}

// My words that nobody has answered: the ones that could go to somebody else instead.
export function unanswered({ messages }) {
  const last = messages.findLastIndex(({ mine }) => !mine)
  return messages.slice(last + 1).map(({ text }) => text).join("\n")
}

export function nobodyReceives({ room, you }) {
  return room.stop?.kind === "held" || (!you.facilitates && (you.receivers ?? []).length === 0)
}

const ADDRESS = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:)])/

// Plain text, and in it what may be followed: [text, address or null].
export function withLinks(text) {
  return text.split(ADDRESS).filter(Boolean).map((part) => [part, leads(part) ? part : null])
}

// An address with a name before its host (`https://known.example@elsewhere.example`) isn't what it looks like.
function leads(part) {
  return ADDRESS.test(part) && !/^[^?#]*\/\/[^/?#]*@/.test(part)
}
