// Every sentence on the screen comes from the catalogue that the page carries, by its code.

const ISOLATE = "\u2068"
const RELEASE = "\u2069"

// Without a prototype: a code may come out of somebody's file, and "constructor" is no sentence.
const texts = Object.create(null)

export function learn(catalogue) {
  Object.assign(texts, catalogue)
}

export function knows(code) {
  return code in texts
}

export function say(code, values = {}) {
  return filled(texts[code] ?? code, values)
}

export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => (name in values ? values[name] : ""))
}

// A sentence that goes on inside another leaves its full stop behind.
export function bare(text) {
  return text.replace(/[.。]$/, "")
}

// A name in Arabic must not turn the sentence around it.
export function isolated(name) {
  return ISOLATE + name + RELEASE
}

export function listed(names) {
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(names.map(isolated))
}

export function language() {
  return globalThis.document?.documentElement.lang || "en"
}

const SECOND = 1000
const MINUTE = 60 * SECOND

export function left(timer, now) {
  if (!timer) return null
  return timer.left ?? Math.max(0, timer.ends - now)
}

export function about(ms) {
  if (ms <= 0) return say("time.no_hurry")
  if (ms < 20 * SECOND) return say("time.moments")
  if (ms < 45 * SECOND) return say("time.half_minute")
  if (ms < 90 * SECOND) return say("time.minute")
  if (ms > 55 * MINUTE && ms < 65 * MINUTE) return say("time.hour")
  return say("time.minutes", { n: numberWord(Math.round(ms / MINUTE)) })
}

export function digits(ms) {
  const seconds = Math.ceil(ms / SECOND)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
}

export function clockTime(ms) {
  return new Intl.DateTimeFormat(language(), { hour: "numeric", minute: "2-digit" }).format(ms)
}

export function age(ms) {
  if (ms < 10 * SECOND) return say("age.now")
  if (ms < 45 * SECOND) return say("age.moments")
  if (ms < 90 * SECOND) return say("age.minute")
  return say("age.minutes", { n: numberWord(Math.round(ms / MINUTE)) })
}

export function numberWord(n) {
  return knows(`number.${n}`) ? say(`number.${n}`) : new Intl.NumberFormat(language()).format(n)
}

// Someone using a screen reader hears a threshold once, never a countdown.
const THRESHOLDS = [10 * MINUTE, 5 * MINUTE, 2 * MINUTE, MINUTE, 30 * SECOND, 0]

export function thresholdCrossed(before, after) {
  return THRESHOLDS.findLast((mark) => before > mark && after <= mark) ?? null
}
