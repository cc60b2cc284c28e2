// Every sentence on the screen comes from the catalogue that the page carries, by its code.

const ISOLATE = "\u2068"
const RELEASE = "\u2069"

let texts = {}

export function learn(catalogue) {
  texts = catalogue
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
