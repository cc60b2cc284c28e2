// Wrong passphrases in a row make the next try wait, on this device, a reload later too.

const KEY = "notes-tries"
const SECOND = 1000
const LONGEST = 60

export function waitLeft(now = Date.now()) {
  const left = read().until - now
  return left > 0 ? Math.min(LONGEST, Math.ceil(left / SECOND)) : 0
}

export function wasWrong(now = Date.now()) {
  const n = read().n + 1
  write({ n, until: now + Math.min(LONGEST, 2 ** (n - 1)) * SECOND })
}

export function wasRight() {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // where nothing is stored, nothing waits
  }
}

function read() {
  try {
    const { n, until } = JSON.parse(localStorage.getItem(KEY)) ?? {}
    return { n: Number(n) || 0, until: Number(until) || 0 }
  } catch {
    return { n: 0, until: 0 }
  }
}

function write(tries) {
  try {
    localStorage.setItem(KEY, JSON.stringify(tries))
  } catch {
    // see wasRight
  }
}
