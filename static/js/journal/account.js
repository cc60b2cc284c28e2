// The sealed copy with somebody's account. Bytes go there and come back; nothing readable does.

import { page } from "./words.js"

const TYPE = "application/octet-stream"

export class NotCarried extends Error {
  constructor(status) {
    super()
    this.status = status
  }
}

// The version that is there now; empty when there is no copy.
export async function version() {
  return (await asked("HEAD")).headers.get("X-Version") ?? ""
}

export async function fetchCopy() {
  const answer = await asked("GET")
  if (answer.status === 204) return null
  return { bytes: new Uint8Array(await answer.arrayBuffer()), version: answer.headers.get("X-Version") }
}

// Throws NotCarried with 409 when the copy isn't the one of `after` any more.
export async function send(bytes, after) {
  const answer = await asked("PUT", { query: `?after=${after}`, body: bytes, headers: { "Content-Type": TYPE } })
  return (await answer.json()).version
}

export async function wipeCopy() {
  await asked("DELETE")
}

async function asked(method, { query = "", body, headers = {} } = {}) {
  let answer
  try {
    answer = await fetch(`${page.sealed_url}${query}`, {
      method,
      body,
      headers: { ...headers, ...(method === "PUT" || method === "DELETE" ? { "X-CSRFToken": page.csrf_token } : {}) },
      cache: "no-store",
      redirect: "error",
    })
  } catch {
    throw new NotCarried(0)
  }
  if (!answer.ok) throw new NotCarried(answer.status)
  return answer
}
