// The fixed words a circle works with (facilitator.content.circle_content()). The page carries the first of
// them; the others are learned later (models/later.js):
//   check_in       {line, scales: [{code, name, words: [[code, text], …]}, …]}
//   prompts        {line, "1": [[code, text], …], "2": […], "3": […]}
//   silence        [[code, name, invitation], …]
//   deck           [{name, phrases: [[code, text], …]}, …]       replies at level presence
//   stems          {reflection: [[code, text], …], ideas: [[code, text], …]}
//   reflection     [[code, text], …]
//   goodbyes       [[code, text], …]                              codes that may be shown at parting
//   closing_lines  [[code, text], …]                              the first is said at the farewell
//   small_steps    [[code, text], …]
//   towards        [[code, text], …]        looks {code: [code of a reflection, …]}
//   beliefs        [[code, old sentence, [beside it, …]], …]
//   languages      [[code, tag, own name, chosen], …]
//   agreements     [text, …]
//   scripts        {code: text}                                   lines a facilitator may say

const OWN = "own:"
const ANYWHERE = new Set(["word.own", "word.none"])

export class Content {
  #all = {}
  #byCode = new Map()
  lessons = 0

  constructor(first) {
    this.learn(first)
  }

  learn(more) {
    this.#all = { ...this.#all, ...more }
    this.#byCode = new Map(
      [...this.scales.flatMap(({ words }) => words), ...this.deck.flatMap(({ phrases }) => phrases), ...this.goodbyes],
    )
    this.lessons += 1
  }

  get checkInLine() { return this.#all.check_in?.line ?? "" }
  get scales() {
    return (this.#all.check_in?.scales ?? []).map((scale) => ({ ...scale, words: scale.words.filter(([code]) => !ANYWHERE.has(code)) }))
  }

  get promptLine() { return this.#all.prompts?.line ?? "" }
  get silence() { return this.#all.silence ?? [] }
  get deck() { return this.#all.deck ?? [] }
  get reflection() { return this.#all.reflection ?? [] }
  get closingLine() { return this.#all.closing_lines?.[0]?.[1] ?? "" }
  get goodbyes() { return this.#all.goodbyes ?? [] }
  get smallSteps() { return this.#all.small_steps ?? [] }
  get someoneSteady() { return this.#all.someone_steady ?? "" }
  get beliefs() { return this.#all.beliefs ?? [] }
  get farewell() { return this.#all.prompts?.farewell ?? [] }
  get towards() { return this.#all.towards ?? [] }
  get languages() { return this.#all.languages ?? [] }
  get practice() { return this.#all.practice ?? null }
  get agreements() { return this.#all.agreements ?? [] }

  prompts(depth) {
    return [1, 2, 3].filter((level) => level <= depth).flatMap((level) => this.#all.prompts?.[level] ?? [])
  }

  // What may be looked at in that direction; "" is none chosen.
  reflections(towards) {
    const codes = this.#all.looks?.[towards] ?? []
    return this.reflection.filter(([code]) => codes.includes(code)).map(([, text]) => text)
  }

  stems(level) {
    return this.#all.stems?.[level] ?? []
  }

  script(code) {
    return this.#all.scripts?.[code] ?? null
  }

  invitation(code) {
    return this.silence.find(([known]) => known === code) ?? null
  }

  // A word that somebody showed, or a phrase that somebody sent: a code of ours, or their own.
  text(code) {
    if (code.startsWith(OWN)) return code.slice(OWN.length)
    return this.#byCode.get(code) ?? ""
  }

  own(words) {
    return OWN + words
  }
}
