// A button appears only where it can do what it says.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy)
  const said = document.getElementById(`${button.dataset.copy}-said`)
  button.hidden = !navigator.clipboard
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value)
      said.textContent = button.dataset.copied
    } catch {
      field.select()
    }
  })
}
