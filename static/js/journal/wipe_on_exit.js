// Whether leaving fast wipes this device, too. The page at /exit reads it, whichever way led there.

const KEY = "wipe-on-exit"

export function wipesOnExit() {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}

export function setWipeOnExit(on) {
  try {
    if (on) localStorage.setItem(KEY, "1")
    else localStorage.removeItem(KEY)
  } catch {
    // where nothing is stored, there is nothing to wipe
  }
}
