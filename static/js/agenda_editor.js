// The server arranges and counts, with a script as without one; here its answer only takes less of the page with it.
const SETTLED_MS = 350

const form = document.querySelector("[data-agenda]")
let waiting = 0
let asked = 0

for (const button of form.querySelectorAll("[data-without-script]")) button.hidden = true
form.addEventListener("input", () => {
  clearTimeout(waiting)
  waiting = setTimeout(() => ask("look"), SETTLED_MS)
})
form.addEventListener("submit", (event) => {
  const { value } = event.submitter ?? { value: "look" }
  if (value === "keep") return
  event.preventDefault()
  clearTimeout(waiting)
  ask(value)
})

// Only the newest answer counts: an older one may come later.
async function ask(verb) {
  const mine = ++asked
  const filled = new FormData(form)
  filled.set("do", verb)
  const answer = await fetch(location.href, { method: "POST", body: filled }).catch(() => null)
  if (!answer?.ok || mine !== asked) return
  const page = new DOMParser().parseFromString(await answer.text(), "text/html")
  if (mine !== asked) return
  take(page, "look")
  take(page, "brief")
  if (verb !== "look") arrange(page)
}

function arrange(page) {
  const focus = page.querySelector("[autofocus]")?.dataset.key
  take(page, "rounds")
  take(page, "said")
  const place = focus && form.querySelector(`[data-key="${CSS.escape(focus)}"]`)
  place?.focus()
  if (place?.select) place.select()
}

function take(page, id) {
  const fresh = page.getElementById(id)
  if (fresh) document.getElementById(id).replaceChildren(...fresh.childNodes)
}
