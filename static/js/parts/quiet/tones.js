// A bowl, struck softly: [frequency against the ground, how loud, seconds until it has faded].
const PARTIALS = [[1, 1, 5], [2.01, 0.35, 3.2], [2.98, 0.12, 1.8]]
const BEGINS = 220
const ENDS = 293.66
const LOUD = 0.11
const SOFTLY = 0.09
const SILENT = 0.0001
const GESTURES = ["pointerdown", "keydown"]

// Two soft tones, made here. There is no way to a sound before somebody has switched them on.
export class Tones {
  #context = null
  #coming = null

  static get able() {
    return "AudioContext" in globalThis
  }

  // Browsers let a page sound only after its person has touched it; switching on is such a touch.
  switchOn() {
    if (!Tones.able) return
    this.#context ??= new AudioContext()
    this.#wake()
  }

  switchOnAtNextTouch(then) {
    const touched = () => {
      for (const gesture of GESTURES) removeEventListener(gesture, touched, true)
      this.switchOn()
      then()
    }
    for (const gesture of GESTURES) addEventListener(gesture, touched, true)
    this.#untouch = () => GESTURES.forEach((gesture) => removeEventListener(gesture, touched, true))
  }

  #untouch = () => {}

  switchOff() {
    this.#untouch()
    this.#coming = null
    this.#context?.close()
    this.#context = null
  }

  begins() {
    this.#wake()
    this.#strike(BEGINS)
  }

  // The end is laid onto the sound's own time, which runs on while the tab is in the background.
  endsIn(ms) {
    this.cancelEnd()
    if (!this.#context || ms <= 0) return
    this.#coming = { at: performance.now() + ms, struck: this.#strike(ENDS, ms / 1000) }
  }

  cancelEnd() {
    for (const one of this.#coming?.struck ?? []) one.stop()
    this.#coming = null
  }

  // It ends now: struck already by its time, or else struck here.
  ends() {
    const struck = this.#coming && this.#coming.at <= performance.now()
    if (struck) this.#coming = null
    else {
      this.cancelEnd()
      this.#wake()
      this.#strike(ENDS)
    }
  }

  #wake() {
    if (this.#context?.state === "suspended") this.#context.resume().catch(() => {})
  }

  #strike(ground, later = 0) {
    if (!this.#context) return []
    const at = this.#context.currentTime + later
    return PARTIALS.map(([above, loud, fades]) => this.#partial(ground * above, loud * LOUD, at, fades))
  }

  #partial(frequency, loud, at, fades) {
    const swell = new GainNode(this.#context, { gain: 0 })
    const tone = new OscillatorNode(this.#context, { frequency })
    swell.gain.setValueAtTime(SILENT, at)
    swell.gain.exponentialRampToValueAtTime(loud, at + SOFTLY)
    swell.gain.exponentialRampToValueAtTime(SILENT, at + fades)
    tone.connect(swell).connect(this.#context.destination)
    tone.start(at)
    tone.stop(at + fades)
    return tone
  }
}
