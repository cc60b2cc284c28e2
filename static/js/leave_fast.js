// Stands alone and loads first: the way out must work when nothing else does.

const PRESSES = 3
const WITHIN = 1500
const LEFT = "left-fast"

const settings = JSON.parse(document.getElementById("circle")?.textContent || "{}")
const control = document.getElementById("leave-fast")
let presses = []
let going = false

// Once: asking again would begin the way anew.
export function leaveFast() {
  if (going) return
  going = true
  cover()
  remember(LEFT)
  if (settings.leave_url) navigator.sendBeacon?.(settings.leave_url, leaving())
  location.replace(settings.exit_url || "/exit")
}

function cover() {
  if (!document.querySelector(".cover")) {
    const cover = document.createElement("div")
    cover.className = "cover"
    document.documentElement.append(cover)
  }
  document.title = control?.dataset.title ?? ""
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close()
}

function leaving() {
  const form = new FormData()
  if (settings.csrf_token) form.append("csrf_token", settings.csrf_token)
  return form
}

function countShift(event) {
  if (event.key !== "Shift" || event.repeat) {
    if (event.key !== "Shift") presses = []
    return
  }
  presses = [...presses.filter((at) => event.timeStamp - at < WITHIN), event.timeStamp]
  if (presses.length >= PRESSES) leaveFast()
}

// On a phone the keyboard pushes the visible part of the page about; the button goes along.
function followTheView() {
  const { offsetTop, offsetLeft, width } = visualViewport
  const { clientWidth, dir } = document.documentElement
  control.style.translate = `${dir === "rtl" ? offsetLeft : offsetLeft + width - clientWidth}px ${offsetTop}px`
}

function comeBack(event) {
  if (!event.persisted) return
  cover()
  location.reload()
}

// Whoever goes back after somebody left in a hurry finds nothing; the link itself is a new beginning.
function stayAway() {
  const [arrival] = performance.getEntriesByType("navigation")
  if (arrival?.type !== "back_forward") return forget(LEFT)
  if (!remembered(LEFT)) return undefined
  cover()
  return location.replace(settings.exit_url || "/exit")
}

function remember(what) {
  try {
    sessionStorage.setItem(what, "1")
  } catch {
    // a private window may refuse
  }
}

function remembered(what) {
  try {
    return sessionStorage.getItem(what) !== null
  } catch {
    return false
  }
}

function forget(what) {
  try {
    sessionStorage.removeItem(what)
  } catch {
    // see remember
  }
}

stayAway()

control?.addEventListener("click", leaveFast)
addEventListener("keydown", countShift, true)
addEventListener("pageshow", comeBack)
visualViewport?.addEventListener("resize", followTheView)
visualViewport?.addEventListener("scroll", followTheView)
history.replaceState(null, "")
