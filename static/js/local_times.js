// The server writes moments in UTC; here they are said in the reader's own time.
export function tellTimes() {
  for (const time of document.querySelectorAll("time[data-at]")) {
    const at = new Date(Number(time.dataset.at))
    const parts = { hour: "numeric", minute: "2-digit" }
    if (at.toDateString() !== new Date().toDateString()) Object.assign(parts, { weekday: "short", day: "numeric", month: "short" })
    time.dateTime = at.toISOString()
    time.textContent = new Intl.DateTimeFormat(document.documentElement.lang || "en", parts).format(at)
  }
}

tellTimes()
document.getElementById("errors")?.focus()
