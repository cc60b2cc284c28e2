import { tellTimes } from "./local_times.js"

let knocking = false

// The room takes the door's place in the history, so that going back leads to neither.
async function knock(event) {
  event.preventDefault()
  if (knocking) return
  knocking = true
  const form = event.target
  const answer = await fetch(location.pathname, { method: "POST", body: new FormData(form), redirect: "manual" }).catch(() => null)
  if (answer?.type === "opaqueredirect") location.replace(location.pathname)
  else if (!answer || !(await show(answer))) form.submit()
  knocking = false
}

// What the door says instead stands in the same page: sentences beside the fields, or why it stays shut.
async function show(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main.door")
  if (!page) return false
  document.querySelector("main").replaceWith(page)
  tellTimes()
  scrollTo(0, 0)
  document.getElementById("errors")?.focus()
  return true
}

document.addEventListener("submit", knock)
