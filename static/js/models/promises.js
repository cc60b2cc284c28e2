// What each boundary changes on this screen, before the server has answered and without it.

const LEVELS = ["none", "presence", "reflection", "ideas"]

const nothingAsked = (you) => ({ ...you, asked: null, turn: null, settled: true, queued: false })

const PROMISES = {
  pass: (view) => withYou(view, nothingAsked(view.you)),
  let_go: (view) => withYou(view, nothingAsked(view.you)),
  finish_turn: (view) => withYou(view, nothingAsked(view.you)),
  later: (view) => withYou(view, { ...view.you, asked: null, turn: null }),
  choose_mode: (view, { mode }) =>
    withYou(view, { ...(mode === "listening" ? nothingAsked(view.you) : view.you), mode, reply_to: null }),
  step_out: (view) => withYou(withoutWords(view), { ...nothingAsked(view.you), place: "out", reply_to: null }),
  come_back: (view) => withYou(view, { ...view.you, returning: true }),
  leave: (view) => withYou(withoutWords(view), { ...nothingAsked(view.you), place: "left" }),
  take_back_share: (view, { share }) =>
    withYou(view, { ...view.you, shares: view.you.shares.filter(({ id }) => id !== share) }),
  take_back_shown: (view) =>
    withYou(
      { ...view, room: withoutShown(view.room, view.you.seat) },
      { ...view.you, shown: false },
    ),
  set_reply_level: (view, { share, level }) =>
    share === undefined || share === null
      ? withYou(view, { ...view.you, level })
      : withYou(view, { ...view.you, shares: view.you.shares.map((own) => (own.id === share ? lowered(own, level) : own)) }),
  reply: (view) => withYou(view, { ...view.you, reply_to: view.you.reply_to && { ...view.you.reply_to, replied: true } }),
  wipe_line: (view, { with: seat }) => withYou(view, { ...view.you, lines: view.you.lines?.filter((line) => line.with !== seat) }),
  open_line: (view, { with: seat }) =>
    withYou(view, { ...view.you, lines: view.you.lines?.map((line) => (line.with === seat ? { ...line, unread: false } : line)) }),
  no_private_offers: (view, { on }) => withYou(view, { ...view.you, private_offers: !on, offer: on ? null : view.you.offer }),
  let_rest: (view, { turn }) => withYou(view, { ...view.you, spoken: view.you.spoken?.filter((one) => one !== turn) }),
  stay: (view, { on }) => withYou(view, { ...view.you, staying: on }),
  show_together: (view) => withYou(view, { ...view.you, asked: null, settled: true, shown: true }),
}

export function promised(view, command) {
  const promise = PROMISES[command.do]
  return promise && view.you ? promise(view, command) : view
}

export function height(level) {
  return LEVELS.indexOf(level)
}

export function levelsUpTo(level) {
  return LEVELS.slice(0, height(level) + 1)
}

function withYou(view, you) {
  return { ...view, you }
}

function withoutWords(view) {
  return view.room ? { ...view, room: { ...view.room, shares: [] } } : view
}

function withoutShown(room, seat) {
  if (!room?.round?.words) return room
  return { ...room, round: { ...room.round, words: room.round.words.filter(([shown]) => shown !== seat) } }
}

function lowered(own, level) {
  return { ...own, level, replies: own.replies.filter((reply) => height(reply.level) <= height(level)) }
}
