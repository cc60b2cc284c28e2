export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (name === "on") for (const [event, action] of Object.entries(value)) element.addEventListener(event, action)
    else if (name === "class") element.className = value
    else if (value === true) element.setAttribute(name, "")
    else element.setAttribute(name, value)
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false))
  return element
}

export function button(text, action, attributes = {}) {
  return el("button", { type: "button", "data-key": text, ...attributes, on: { click: action } }, text)
}

export function primary(text, action, attributes = {}) {
  return button(text, action, { class: "button-primary", ...attributes })
}

export function quiet(text, action, attributes = {}) {
  return button(text, action, { class: "button-quiet", ...attributes })
}

export function named(name) {
  return el("bdi", {}, name)
}

export function told(text) {
  return text ? el("p", { class: "told" }, text) : null
}

const pictures = new WeakMap()

// Builds again only when what it shows has changed, and gives the focus back to the same control.
export function redraw(place, picture, build) {
  const signature = JSON.stringify(picture)
  if (pictures.get(place) === signature) return false
  pictures.set(place, signature)
  const key = place.contains(document.activeElement) ? document.activeElement.dataset.key : null
  place.replaceChildren(...[build()].flat(Infinity).filter(Boolean))
  if (key) place.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true })
  return true
}

export function readJson(id) {
  return JSON.parse(document.getElementById(id)?.textContent || "{}")
}
