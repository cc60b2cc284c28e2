"""What a careful eye finds on a screen, for the browser to look for: each is a script that gives
what it found, in words."""

# The texts that can be seen, each with its element and the boxes it is drawn in.
TEXTS = """
const LEFT_OUT = ".visually-hidden, .skip-link, .ring.line ul, script, style, option, .scale input"
function scrolledAway(element, box) {
  for (let outer = element; outer !== document.body; outer = outer.parentElement) {
    const { top, bottom } = outer.getBoundingClientRect()
    const scrolls = /auto|scroll/.test(getComputedStyle(outer).overflowY)
    if (scrolls && (box.bottom <= top + 1 || box.top >= bottom - 1)) return true
  }
  return false
}
function* textsSeen() {
  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = all.nextNode(); text; text = all.nextNode()) {
    const element = text.parentElement
    if (!text.textContent.trim() || element.closest(LEFT_OUT)) continue
    if (!element.checkVisibility({ visibilityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const here = (box) => box.width > 1 && !scrolledAway(element, box)
    const boxes = [...range.getClientRects()].filter(here)
    yield { words: text.textContent.trim().slice(0, 60), element, boxes }
  }
}
"""

# Whatever sticks out of the screen, of its control, or of something that hides what sticks out.
# A name may be longer than its stone: it is one's own, and stands whole elsewhere.
CUT_OFF = (
    "() => {"
    + TEXTS
    + """
  const CONTROL = "button, .button, summary, label, textarea, td, th, .card, .stone"
  const beside = (box, outer) => box.left < outer.left - 1.5 || box.right > outer.right + 1.5
  const below = (box, outer) => box.bottom > outer.bottom + 1.5
  const above = (box, outer) => box.top < outer.top - 1.5
  const screen = { left: 0, right: innerWidth }
  const found = new Set()
  for (const { words, element, boxes } of textsSeen()) {
    if (boxes.some((box) => beside(box, screen))) found.add(`outside the screen: ${words}`)
    if (element.closest(".stone-name, .tiles bdi")) continue
    const control = element.closest(CONTROL)?.getBoundingClientRect()
    const outside = (box) => beside(box, control) || above(box, control) || below(box, control)
    if (control && boxes.some(outside)) found.add(`larger than its control: ${words}`)
    for (let outer = element; outer !== document.body; outer = outer.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(outer)
      const edge = outer.getBoundingClientRect()
      const hidesBeside = /hidden|clip/.test(overflowX)
      const hidesBelow = /hidden|clip/.test(overflowY)
      const cut = (box) => (hidesBeside && beside(box, edge)) || (hidesBelow && below(box, edge))
      if (boxes.some(cut)) found.add(`cut off: ${words}`)
    }
  }
  const wide = document.documentElement.scrollWidth
  if (wide > innerWidth) found.add(`scrolls sideways: ${wide}`)
  return [...found]
}"""
)

# Words that lie under the way out while the page is at its top.
UNDER_THE_WAY_OUT = (
    "() => {"
    + TEXTS
    + """
  const out = document.querySelector(".leave-fast").getBoundingClientRect()
  const across = (box) => box.right > out.left + 1 && box.left < out.right - 1
  const down = (box) => box.bottom > out.top + 1 && box.top < out.bottom - 1
  return [...textsSeen()]
    .filter(({ element }) => !element.closest(".leave-fast"))
    .filter(({ boxes }) => boxes.some((box) => across(box) && down(box)))
    .map(({ words }) => `under the way out: ${words}`)
}"""
)

# The controls of the bar, and by how much their words are larger than they are.
BAR = """() => [...document.querySelectorAll("#bar button")].map((one) => {
  const { x, y } = one.getBoundingClientRect()
  return {
    word: one.textContent.trim(), x: Math.round(x), y: Math.round(y),
    wide: one.scrollWidth - one.clientWidth, high: one.scrollHeight - one.clientHeight,
  }
})"""

# Sentences in which this name stands without anything that keeps the text around it in order.
BARE_NAMES = (
    "(name) => {"
    + TEXTS
    + """
  const bare = ({ element }) => {
    if (element.closest("bdi, [dir=auto]")) return false
    const text = element.textContent
    return text.includes(name) && !text.includes("\\u2068" + name)
  }
  return [...textsSeen()].filter(bare).map(({ words }) => words)
}"""
)
