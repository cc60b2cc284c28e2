// What somebody's own pages may let them notice. Never a mark for a person, never a direction over time.

export const ENOUGH = 3
const ABOUT = ["support", "round", "silence"]

// [{ about, code, left, n, all }]: of `all` pages about this, `n` left the person more steady, or less.
export function patterns(pages) {
  return ABOUT.flatMap((about) => noticed(about, pages))
}

function noticed(about, pages) {
  const found = new Map()
  for (const page of pages) {
    if (page[about] && page.after) found.set(page[about], [...(found.get(page[about]) ?? []), page.after])
  }
  return [...found].flatMap(([code, afters]) => {
    const left = afters.length >= ENOUGH && ["steadier", "less"].find((one) => mostly(one, afters))
    if (!left) return []
    return [{ about, code, left, n: afters.filter((one) => one === left).length, all: afters.length }]
  })
}

function mostly(one, afters) {
  return afters.filter((after) => after === one).length * 2 > afters.length
}
