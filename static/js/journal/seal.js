// Seals a thing into bytes with a passphrase, and opens it again. Knows WebCrypto and nothing else.
//
//   bytes  = header, nonce (12), what AES-GCM made (its last 16 are the tag)
//   header = "HSJ1", PBKDF2's count (4, big-endian), salt (16); it is bound to the rest as additional data

// OWASP's Password Storage Cheat Sheet, for PBKDF2 with HMAC-SHA-256.
export const COUNT = 600_000
const COUNT_MOST = 10_000_000
const MAGIC = "HSJ1"
const HEADER = 24
const SALT_AT = 8
const NONCE = 12
const TAG = 16
// What is sealed fills whole blocks, so that its size doesn't tell how much was written.
const BLOCK = 4096

export class WrongPassphrase extends Error {}

export function canSeal() {
  return Boolean(globalThis.crypto?.subtle)
}

export function freshHeader(count = COUNT) {
  const header = new Uint8Array(HEADER)
  header.set(new TextEncoder().encode(MAGIC))
  new DataView(header.buffer).setUint32(MAGIC.length, count)
  crypto.getRandomValues(header.subarray(SALT_AT))
  return header
}

// Null for bytes that were not sealed here.
export function headerOf(bytes) {
  if (!(bytes instanceof Uint8Array) || bytes.length <= HEADER + NONCE + TAG) return null
  const header = bytes.slice(0, HEADER)
  const count = countOf(header)
  if (new TextDecoder().decode(header.subarray(0, MAGIC.length)) !== MAGIC) return null
  return count >= COUNT && count <= COUNT_MOST ? header : null
}

export function sameHeader(one, other) {
  return Boolean(one && other) && one.every((byte, at) => byte === other[at])
}

// The key can't be taken out of the browser's memory, and is gone when nothing refers to it.
export async function keyFor(passphrase, header) {
  const words = new TextEncoder().encode(passphrase.normalize("NFKC"))
  const raw = await crypto.subtle.importKey("raw", words, "PBKDF2", false, ["deriveKey"])
  const how = { name: "PBKDF2", hash: "SHA-256", salt: header.slice(SALT_AT), iterations: countOf(header) }
  return crypto.subtle.deriveKey(how, raw, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"])
}

export async function seal(key, header, thing) {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE))
  const closed = await crypto.subtle.encrypt(cipher(nonce, header), key, filled(JSON.stringify(thing)))
  const bytes = new Uint8Array(HEADER + NONCE + closed.byteLength)
  bytes.set(header)
  bytes.set(nonce, HEADER)
  bytes.set(new Uint8Array(closed), HEADER + NONCE)
  return bytes
}

export async function unseal(key, bytes) {
  const header = headerOf(bytes)
  const nonce = bytes.slice(HEADER, HEADER + NONCE)
  let open
  try {
    open = await crypto.subtle.decrypt(cipher(nonce, header), key, bytes.slice(HEADER + NONCE))
  } catch {
    throw new WrongPassphrase()
  }
  return JSON.parse(new TextDecoder().decode(open))
}

function cipher(iv, additionalData) {
  return { name: "AES-GCM", iv, additionalData }
}

function countOf(header) {
  return new DataView(header.buffer, header.byteOffset).getUint32(MAGIC.length)
}

// JSON doesn't mind blanks at its end.
function filled(text) {
  const words = new TextEncoder().encode(text)
  const whole = new Uint8Array(Math.ceil(words.length / BLOCK) * BLOCK).fill(32)
  whole.set(words)
  return whole
}
