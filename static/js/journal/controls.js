import { say } from "../models/words.js"
import { el } from "../parts/dom.js"

let last = 0

export function freshName(beginning) {
  last += 1
  return `${beginning}-${last}`
}

export function labelled(label, control, ...around) {
  control.id ||= freshName("field")
  return el("div", { class: "field" }, el("label", { for: control.id }, label), ...around, control)
}

export function area(rows = 2) {
  return el("textarea", { rows, autocomplete: "off", spellcheck: "true", maxlength: 10000 })
}

export function select(choices) {
  const first = el("option", { value: "" }, say("entry.left_open"))
  return el("select", { autocomplete: "off" }, first, choices.map(([code, words]) => el("option", { value: code }, words)))
}

// A group of radios as one control: `value`, and nothing chosen is "".
export function radios(legend, choices, { className = "choices", onChange } = {}) {
  const name = freshName("choice")
  const inputs = choices.map(([value]) => el("input", { type: "radio", name, value, autocomplete: "off" }))
  const labels = choices.map(([, words], at) => el("label", { class: "choice" }, inputs[at], el("span", {}, words)))
  const element = el("fieldset", { on: onChange ? { change: onChange } : {} }, el("legend", {}, legend), el("div", { class: className }, labels))
  return {
    element,
    get value() {
      return inputs.find(({ checked }) => checked)?.value ?? ""
    },
    set value(value) {
      for (const input of inputs) input.checked = input.value === value
    },
  }
}

export function checkbox(words, checked, action) {
  const box = el("input", { type: "checkbox", autocomplete: "off", on: { change: () => action(box.checked) } })
  box.checked = checked
  return el("label", { class: "choice choice-plain" }, box, el("span", {}, words))
}

export function status() {
  return el("p", { class: "told journal-told", role: "status" })
}

export function folded(title, ...inside) {
  return el("details", { class: "folded" }, el("summary", {}, title), el("div", { class: "stack" }, ...inside))
}

// Fields of a form are sent nowhere: Enter does what the button says.
export function form(action, ...inside) {
  const send = (event) => {
    event.preventDefault()
    action()
  }
  return el("form", { class: "stack", novalidate: true, autocomplete: "off", on: { submit: send } }, ...inside)
}

export function submit(words) {
  return el("button", { type: "submit", class: "button-primary" }, words)
}
