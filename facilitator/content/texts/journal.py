"""The connection journal as somebody reads it. It is no part of a circle's screens.

`journal.` the page · `entry.`, `felt.`, `support.`, `silence.none` one page of it · `pages.` those
written · `keep.`, `lock.`, `pass.`, `trouble.` sealing · `file.` downloads · `wipe.` · `carry.` the
sealed copy with an account · `patterns.` · `kept.`, `steady.`, `steps.` keepsakes.
"""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

PAGE: dict[str, Text] = {
    "journal.title": _("A page for yourself"),
    "journal.lead": _("After a circle, or on any evening. What you write is yours alone."),
    "journal.state.memory": _(
        "Nothing is kept. Only this open page remembers; close or leave it, and the words are gone."
    ),
    "journal.state.open": _("Your journal is open. What you write is sealed here as you go."),
    "journal.state.sealed": _("Your journal is sealed on this device."),
    "journal.state.unsealed": _(
        "The newest words aren’t stored. They are on this page, and you can download them."
    ),
    "journal.needs_script": _(
        "The journal works inside your browser, so it needs JavaScript. Paper works without it."
    ),
    "journal.never_sent": _("Nothing you write here is sent to us in a form anyone could read."),
    "journal.leaving": _(
        "Leaving fast hides this page. It can’t hide the browser’s history,"
        " or a program that watches this device."
    ),
    "journal.more": _("Look after the journal"),
    "journal.elsewhere": _("The journal was wiped in another tab, so this page let go of it too."),
}

ENTRY: dict[str, Text] = {
    "entry.title": _("A new page"),
    "entry.about": _("Everything is optional. One line is a page, too."),
    "entry.changing": _("The page of {date}"),
    "entry.safe": _("What felt safe?"),
    "entry.unsafe": _("What didn’t?"),
    "entry.helped": _("What helped?"),
    "entry.landed": _("How did it land in you?"),
    "entry.support": _("What kind of support?"),
    "entry.round": _("Which round?"),
    "entry.silence": _("Which silence?"),
    "entry.left_open": _("Leave it open"),
    "entry.after": _("It left me"),
    "entry.add": _("Put it in the journal"),
    "entry.put_down": _("Put it down"),
    "entry.keep_change": _("Keep the change"),
    "entry.as_it_was": _("Leave it as it was"),
    "entry.empty": _("Nothing is written yet. One word or one choice is enough."),
    "entry.added": _("It’s below, with the other pages."),
    "felt.steadier": _("more steady"),
    "felt.same": _("about the same"),
    "felt.less": _("less steady"),
    "felt.unsure": _("I can’t tell"),
    "support.company": _("Quiet company"),
    "support.heard": _("Being heard, with no reply"),
    "support.presence": _("A few words of presence"),
    "support.reflection": _("Hearing what it touched in someone"),
    "support.ideas": _("Ideas from others"),
    "support.private_line": _("A private line"),
    "support.giving": _("Being there for someone else"),
    "support.own_time": _("Time by myself"),
    "support.outside": _("Someone outside the circle"),
    "silence.none": _("Just quiet, no invitation"),
    "pages.title": _("Pages"),
    "pages.change": _("Change this page"),
    "pages.take_out": _("Take it out"),
    "pages.taken_out": _("The page of {date} is out."),
    "pages.put_back": _("Put it back"),
}

SEALING: dict[str, Text] = {
    "keep.title": _("Keep it on this device?"),
    "keep.why": _("Only if you want to. It is sealed first, and the passphrase stays with you."),
    "keep.do": _("Keep it on this device"),
    "keep.shared": _("Does someone else use this device?"),
    "keep.shared.no": _("No, only me"),
    "keep.shared.yes": _("Yes, or I’m not sure"),
    "keep.shared.no.means": _(
        "Whoever borrows it one day can see that sealed notes are here, and can’t read them."
    ),
    "keep.shared.yes.means": _(
        "They can see that sealed notes are here, and that this page was visited. They can’t read"
        " the notes without the passphrase, so don’t let the browser remember it for you."
    ),
    "keep.shared.yes.watched": _(
        "If somebody watches this device or has set it up, they may see what you type, and no seal"
        " helps against that. Keeping nothing here may be safer, and is always fine."
    ),
    "keep.wipe_on_exit": _("Wipe the journal from this device whenever I leave fast"),
    "keep.wipe_on_exit.means": _("It goes for good then."),
    "keep.go_on": _("Go on"),
    "keep.rather_not": _("Rather not"),
    "keep.seal": _("Seal it and keep it"),
    "keep.working": _("Sealing takes a moment."),
    "keep.forgetting": _("If you forget it, nothing can be recovered, by you or by us."),
    "keep.browser": _(
        "A private window forgets everything when it closes, and any browser may clear its"
        " storage one day. A download is the copy that stays."
    ),
    "pass.choose": _("Choose a passphrase"),
    "pass.hint": _("{n} characters or more. A few words in a row are easy to keep in mind."),
    "pass.again": _("The same once more"),
    "pass.show": _("Show what I type"),
    "pass.short": _("Please choose {n} characters or more."),
    "pass.differ": _("The two aren’t the same yet."),
    "pass.change": _("Change the passphrase"),
    "pass.change.means": _("A copy made earlier still opens with the passphrase it was made with."),
    "pass.new": _("The new passphrase"),
    "pass.changed": _("From now on the new passphrase opens it."),
    "lock.title": _("Your journal is here, sealed"),
    "lock.pass": _("Your passphrase"),
    "lock.open": _("Open it"),
    "lock.opening": _("Opening takes a moment."),
    "lock.opened": _("It’s open."),
    "lock.wrong": _("This passphrase doesn’t open it. Nothing is lost, and you can try again."),
    "lock.wait": _("Let’s take it slowly. The next try is in about {n} seconds."),
    "lock.forgot": _("I don’t remember it"),
    "lock.forgot.means": _(
        "Then nobody can open this journal. We can’t either: the passphrase never came to us."
        " It may come back to you, and nothing is lost by waiting."
    ),
    "lock.anew": _("Begin anew"),
    "lock.anew.means": _("This wipes the sealed journal from this device. It can’t be undone."),
    "lock.anew.do": _("Wipe it and begin anew"),
    "lock.anew.not": _("Leave it sealed"),
    "lock.now": _("Seal and close it"),
    "lock.closed": _("Sealed. An unfinished page is inside, as you left it."),
    "lock.rested": _(
        "Ten quiet minutes went by, so it was sealed. An unfinished page is inside, as you left it."
    ),
    "lock.other_pass": _(
        "Another tab gave the journal a new passphrase. What you wrote here waits until it’s open."
    ),
    "trouble.no_crypto": _(
        "This page didn’t come over a secure connection (https), so the browser can’t seal anything"
        " here. Nothing will be kept on this device. You can write, and download what you wrote."
    ),
    "trouble.no_storage": _(
        "This browser keeps nothing for this page: its storage is off or full, or the window is a"
        " private one. Nothing was stored. Your words are still here, and you can download them."
    ),
    "trouble.unreadable": _(
        "Something is stored here that doesn’t look like a journal of ours. It was left as it is."
    ),
}

FILES: dict[str, Text] = {
    "file.title": _("Download, and bring in"),
    "file.means": _("A downloaded file isn’t sealed. Anyone who opens it can read it."),
    "file.to_read": _("Download to read"),
    "file.to_bring": _("Download to bring in elsewhere"),
    "file.bring": _("Bring in a file"),
    "file.foreign": _("This isn’t a journal file from here. Nothing was changed."),
    "file.huge": _("This file is larger than a journal can be. Nothing was changed."),
    "file.holds": _("In this file: pages {pages}, keepsakes {kept}, self-checks {checks}."),
    "file.new": _("Not in your journal yet: {n}. Nothing that is here will go."),
    "file.take": _("Bring it in"),
    "file.leave": _("Leave it"),
    "file.taken": _("It’s in."),
    "wipe.title": _("Let it all go"),
    "wipe.means": _(
        "One tap wipes the whole journal from this device, at once. It can’t be brought back."
    ),
    "wipe.do": _("Wipe it all now"),
    "wipe.done": _("It’s gone from this device, and can’t be brought back."),
    "wipe.not_yet": _("The browser didn’t let go of it. Close other tabs of it, and press again."),
    "wipe.carried": _("A sealed copy is with your account. Shall it go, too?"),
    "wipe.carried.do": _("Wipe that copy, too"),
    "wipe.carried.not": _("Leave the copy"),
    "wipe.carried.done": _("That copy is gone, too."),
}

CARRYING: dict[str, Text] = {
    "carry.title": _("Carry it between your devices"),
    "carry.means": _(
        "You’re signed in, so a sealed copy can wait with your account. It’s sealed here first;"
        " only your passphrase opens it."
    ),
    "carry.there": _("A sealed copy is with your account."),
    "carry.none": _("There is no copy with your account."),
    "carry.put": _("Send a sealed copy"),
    "carry.fetch": _("Bring the copy to this device"),
    "carry.sent": _("The sealed copy is with your account now."),
    "carry.brought": _("The copy is here, sealed. Its passphrase opens it."),
    "carry.together": _("Both are together now, here and with your account."),
    "carry.trouble": _("That didn’t go through. Nothing was changed, here or there."),
    "carry.large": _("It has grown too large to carry this way. A download works."),
    "carry.wipe": _("Wipe the copy with my account"),
    "carry.other": _("The copy with your account isn’t the one this device knows."),
    "carry.keep_mine": _("Keep this device’s"),
    "carry.take_other": _("Take the other"),
    "carry.merge": _("Put both together, by date"),
    "carry.merge.means": _("To put them together, the other one has to be opened here, too."),
    "carry.other_pass": _("The passphrase of the other copy"),
    "carry.mine_goes": _("What is only on this device would be gone then."),
    "carry.other_goes": _("What is only in the other copy would be gone then."),
}

NOTICING: dict[str, Text] = {
    "patterns.title": _("Something to notice?"),
    "patterns.few": _(
        "When something has come up three times, a small picture of it appears here."
        " It’s worked out on this device, and it may be wrong."
    ),
    "patterns.steadier": _(
        "After “{what}” you were steadier {n} of {all} times. Is that how you remember it?"
    ),
    "patterns.less": _(
        "After “{what}” you were less steady {n} of {all} times. Is that how you remember it?"
    ),
    "patterns.picture": _("{all} small stones, {n} of them lit."),
    "kept.title": _("Keepsakes"),
    "kept.about": _("Your own words, and nobody else’s."),
    "kept.waiting": _("Waiting from the circle, in this tab only, and not sealed yet."),
    "kept.take": _("Put it with the keepsakes"),
    "kept.let_go": _("Let it go"),
    "kept.kind.belief": _("A sentence to stand beside an old one"),
    "kept.kind.share": _("Something I said"),
    "kept.kind.steady": _("Someone steady"),
    "kept.kind.step": _("A small step"),
    "steady.label": _("A name, a place, a sign only you know"),
    "steady.no_one": _("No one yet"),
    "steady.answer": _("“No one yet” is an answer, too. Nothing follows from it."),
    "steady.keep": _("Put it down"),
    "steps.title": _("One small step"),
    "steps.about": _("Nobody will ask about it. “Nothing this week” is a step of its own."),
}

TEXTS: dict[str, Text] = {**PAGE, **ENTRY, **SEALING, **FILES, **CARRYING, **NOTICING}
