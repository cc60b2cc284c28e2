// A stylesheet that comes with the modules that need it, after the first load.
export function wear(name) {
  const href = `/static/css/${name}.css`
  if (document.querySelector(`link[href="${href}"]`)) return
  const sheet = document.createElement("link")
  sheet.rel = "stylesheet"
  sheet.href = href
  document.head.append(sheet)
}
