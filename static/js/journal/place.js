// Where the sealed bytes lie on this device: one record in IndexedDB, and nothing readable in it.
//
//   { mark, bytes, carried }   mark: drawn anew with every change · carried: version of the account's copy

const NAME = "notes"
const STORE = "kept"
const ONLY = 1

export class NoPlace extends Error {}

class NothingYet extends NoPlace {}

export class Changed extends Error {
  constructor(found) {
    super()
    this.found = found
  }
}

export async function read() {
  return inside("readonly", (store) => asked(store.get(ONLY))).catch((error) => {
    if (error instanceof NothingYet) return undefined
    throw error
  })
}

// Replaces the record with this mark (null: there is none yet). Another tab's is never written over: Changed.
export async function replace(mark, { bytes, carried }) {
  const record = { mark: freshMark(), bytes, carried: carried ?? "" }
  await inside("readwrite", async (store) => {
    const found = (await asked(store.get(ONLY))) ?? null
    if ((found?.mark ?? null) !== mark) throw new Changed(found)
    await asked(store.put(record, ONLY))
  })
  return record
}

export async function wipe() {
  await inside("readwrite", (store) => asked(store.clear()))
  await new Promise((done) => {
    const gone = indexedDB.deleteDatabase(NAME)
    gone.onsuccess = gone.onerror = gone.onblocked = done
  })
}

async function inside(mode, act) {
  let database
  try {
    database = await opened(mode)
    const transaction = database.transaction(STORE, mode, { durability: "strict" })
    const over = ended(transaction)
    const result = await act(transaction.objectStore(STORE)).catch((error) => {
      over.catch(() => {})
      transaction.abort()
      throw error
    })
    await over
    return result
  } catch (error) {
    throw error instanceof Changed || error instanceof NoPlace ? error : new NoPlace(error?.name)
  } finally {
    database?.close()
  }
}

// Whoever only looks leaves nothing behind: a database that isn't there is not made.
async function opened(mode) {
  const opening = indexedDB.open(NAME, 1)
  let fresh = false
  opening.onupgradeneeded = () => {
    fresh = mode === "readonly"
    if (fresh) opening.transaction.abort()
    else opening.result.createObjectStore(STORE)
  }
  return asked(opening).catch((error) => {
    throw fresh ? new NothingYet() : error
  })
}

function asked(request) {
  return new Promise((done, not) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => not(request.error)
    request.onblocked = () => not(new NoPlace())
  })
}

function ended(transaction) {
  return new Promise((done, not) => {
    transaction.oncomplete = done
    transaction.onabort = transaction.onerror = () => not(transaction.error ?? new NoPlace())
  })
}

function freshMark() {
  return crypto.getRandomValues(new Uint32Array(4)).join("-")
}
