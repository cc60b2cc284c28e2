// The server writes moments as the group's own clock shows them; here they are said in the reader's own time.
const HOUR = { hour: "numeric", minute: "2-digit" }
const SHORT_DAY = { weekday: "short", day: "numeric", month: "short" }
const DAY = { weekday: "long", day: "numeric", month: "long" }

export function tellTimes(place = document) {
  for (const time of place.querySelectorAll("time[data-at]")) {
    const at = new Date(Number(time.dataset.at))
    time.dateTime = at.toISOString()
    time.textContent = new Intl.DateTimeFormat(document.documentElement.lang || "en", parts(at, time.dataset.as)).format(at)
  }
  for (const note of place.querySelectorAll("[data-own-clock]")) note.textContent = note.dataset.ownClock
}

// `day` names it always, `hour` never; without a wish it is named when it isn't today.
function parts(at, as) {
  if (as === "day") return { ...DAY, ...HOUR }
  return as === "hour" || at.toDateString() === new Date().toDateString() ? HOUR : { ...SHORT_DAY, ...HOUR }
}

tellTimes()
document.getElementById("errors")?.focus()
