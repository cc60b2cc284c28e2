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
