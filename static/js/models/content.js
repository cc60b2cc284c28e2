// The fixed words a circle works with, as the page carries them (facilitator.content.circle_content()):
//   check_in       {line, scales: [{code, name, words: [[code, text], …]}, …]}
//   prompts        {line, "1": [[code, text], …], "2": […], "3": […]}
//   silence        [[code, name, invitation], …]
//   deck           [{name, phrases: [[code, text], …]}, …]       replies at level presence
//   stems          {reflection: [[code, text], …], ideas: [[code, text], …]}
//   reflection     [[code, text], …]
//   goodbyes       [[code, text], …]                              codes that may be shown at parting
//   closing_lines  [[code, text], …]                              the first is said at the farewell
//   small_steps    [[code, text], …]
//   agreements     [text, …]
//   scripts        {code: text}                                   lines a facilitator may say

const OWN = "own:"
const ANYWHERE = new Set(["word.own", "word.none"])

export class Content {
  #all
  #byCode

  constructor(all) {
    this.#all = all
    this.#byCode = new Map(
      [...this.scales.flatMap(({ words }) => words), ...this.deck.flatMap(({ phrases }) => phrases), ...this.goodbyes],
    )
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
  get agreements() { return this.#all.agreements ?? [] }

  prompts(depth) {
    return [1, 2, 3].filter((level) => level <= depth).flatMap((level) => this.#all.prompts?.[level] ?? [])
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
    return this.#byCode.get(code) ?? code
  }

  own(words) {
    return OWN + words
  }
}
