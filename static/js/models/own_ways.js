import { Shelf } from "./shelf.js"

const USUAL = { anchor: null, tones: false, minute: false, widens: 4, narrows: 6, towards: "", steady: "" }

// What I chose for the quiet and the private times. It lies on this device, in this tab, and is never sent.
const shelf = new Shelf("own-ways", {})

export function ownWays() {
  return { ...USUAL, ...shelf.read() }
}

export function chooseWay(part) {
  shelf.write({ ...ownWays(), ...part })
}
