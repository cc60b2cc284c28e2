import { Agreements } from "./agreements.js"
import { After, Practice, Queued, Speaking, UpNext } from "./around_turn.js"
import { Composer } from "./composer.js"
import { Gather } from "./gather.js"
import { Offer } from "./offer.js"
import { OpenSpace } from "./open_space.js"
import { Leaving, Prepare, PrivateTime } from "./private_time.js"
import { Quiet } from "./quiet.js"
import { Replies } from "./replies.js"
import { SilenceChoice } from "./silence_choice.js"

// Every question a screen can ask. One at a time; scene.js says which.
export const QUESTIONS = {
  after: After,
  agreements: Agreements,
  composer: Composer,
  gather: Gather,
  leaving: Leaving,
  offer: Offer,
  practice: Practice,
  prepare: Prepare,
  private_time: PrivateTime,
  queued: Queued,
  quiet: Quiet,
  replies: Replies,
  silence_choice: SilenceChoice,
  space: OpenSpace,
  speaking: Speaking,
  up_next: UpNext,
}
