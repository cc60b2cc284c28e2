// What the form comes to is counted by the server; here it is asked again whenever typing rests.
const SETTLED_MS = 350
const NOT_LOOKED_AT = ["csrf_token", "said", "do", "from"]

const form = document.querySelector("[data-series]")
const place = document.getElementById("look")
let waiting = 0
let asked = 0

for (const button of form.querySelectorAll("[data-without-script]")) button.hidden = true
form.addEventListener("input", () => {
  clearTimeout(waiting)
  waiting = setTimeout(look, SETTLED_MS)
})
form.addEventListener("submit", (event) => {
  if (event.submitter?.value !== "look") return
  event.preventDefault()
  look()
})

// A day that is chosen says which one of the month it is, until somebody says otherwise.
const nth = form.querySelector("#nth")
const weekday = form.querySelector("#month_day")
let saidOtherwise = form.querySelector("[name=repeats][value=monthly]").checked
for (const select of [nth, weekday]) select.addEventListener("change", () => { saidOtherwise = true })
form.querySelector("#starts_on").addEventListener("input", (event) => {
  const day = event.target.valueAsDate
  if (!day || saidOtherwise) return
  const week = Math.ceil(day.getUTCDate() / 7)
  nth.value = week > 4 ? "-1" : String(week)
  weekday.value = String((day.getUTCDay() + 6) % 7)
})

// Only the newest answer counts: an older one may come later.
async function look() {
  const mine = ++asked
  const filled = new URLSearchParams(new FormData(form))
  for (const name of NOT_LOOKED_AT) filled.delete(name)
  const answer = await fetch(`${form.dataset.preview}?${filled}`).catch(() => null)
  if (!answer?.ok || mine !== asked) return
  const piece = new DOMParser().parseFromString(await answer.text(), "text/html").body
  if (mine === asked) place.replaceChildren(...piece.childNodes)
}
