// Ten minutes in which nobody touches the page, and it is sealed. A sleeping tab notices when it wakes.

export const RESTS_AFTER = 10 * 60 * 1000
const LOOKS_EVERY = 15_000

export function onRest(act, now = () => Date.now()) {
  let touched = now()
  const touch = () => {
    touched = now()
  }
  const look = () => {
    if (now() - touched < RESTS_AFTER) return
    touch()
    act()
  }
  for (const event of ["keydown", "pointerdown", "input", "scroll"]) addEventListener(event, touch, { capture: true, passive: true })
  document.addEventListener("visibilitychange", look)
  setInterval(look, LOOKS_EVERY)
}
