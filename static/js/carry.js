// Brings a list in some rows at a time, so that one can see how far it has come.
const form = document.querySelector("[data-carry]")
const room = document.getElementById("carry")
const bar = document.getElementById("carry-bar")
const said = document.getElementById("carry-said")

form.addEventListener("submit", (event) => {
  // The other button leaves the list.
  if (event.submitter?.hasAttribute("formaction")) return
  event.preventDefault()
  carry()
})

async function carry() {
  const buttons = form.querySelectorAll("button")
  for (const button of buttons) button.disabled = true
  room.hidden = false
  said.textContent = ""
  try {
    while (bar.value < bar.max) await step()
    location.reload()
  } catch {
    said.textContent = form.dataset.stopped
    for (const button of buttons) button.disabled = false
  }
}

async function step() {
  const token = new URLSearchParams({ csrf_token: form.elements.csrf_token.value })
  const answer = await fetch(form.dataset.carry, { method: "POST", body: token })
  if (!answer.ok) throw new Error(`${answer.status}`)
  const { done, total } = await answer.json()
  bar.max = total
  bar.value = done
}
