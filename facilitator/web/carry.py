"""Lists of meetings brought in, and everything a group owns taken out."""

from datetime import datetime

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.exceptions import RequestEntityTooLarge

from facilitator.calendars.reading import BYTES_MOST, Unreadable
from facilitator.content.texts import carrying
from facilitator.house import House, house_of
from facilitator.schedule.rule import Frequency, Rule
from facilitator.use_cases.carried_rows import CarriedRow
from facilitator.use_cases.carry_list import Carried, carry_list, read_list
from facilitator.use_cases.export_group import export_group
from facilitator.use_cases.take_list import drop_list, take_list
from facilitator.web.extensions import csrf, limiter
from facilitator.web.forms import Sheet
from facilitator.web.links import own_address
from facilitator.web.signed_in import ask_who_it_is
from facilitator.web.standing import required_organizer
from facilitator.web.when import long_day_words, time_words

pages = Blueprint("carry", __name__, url_prefix="/groups/<group_id>")

pages.before_request(ask_who_it_is)

# A file that is somewhat too large is read to its end, so that a sentence can be said about it.
REQUEST_BYTES_MOST = 8 * BYTES_MOST
STEP = 10
# Where nobody watches the bar; still no transaction of more than a moment.
STEP_UNSEEN = 50
EXPORTS_MOST = "20 per minute"


@pages.get("/import")
def choose(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    return _choose(group_id, Sheet({}))


@pages.post("/import")
@csrf.exempt
def take(group_id: str) -> ResponseReturnValue:
    """The list is read and shown; nothing is planned yet."""
    required_organizer(group_id)
    # The form's token is in the body too, which may be larger here than elsewhere.
    request.max_content_length = REQUEST_BYTES_MOST
    # A file waits in the same memory while its end is looked for.
    request.max_form_memory_size = REQUEST_BYTES_MOST
    sheet = Sheet({})
    try:
        csrf.protect()
        file = request.files.get("list")
        body = file.read(BYTES_MOST + 1) if file else b""
        if body:
            list_id = take_list(_house(), group_id, body)
            return redirect(url_for(".show", group_id=group_id, list_id=list_id), 303)
        sheet.problems["list"] = str(carrying.LIST["list/none"])
    except RequestEntityTooLarge:
        sheet.problems["list"] = str(carrying.LIST["list/too_large"])
    except Unreadable as unclear:
        sheet.problems["list"] = str(carrying.LIST[str(unclear)])
    return _choose(group_id, sheet), 422


@pages.get("/import/<list_id>")
def show(group_id: str, list_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    carried = _list(group_id, list_id)
    return render_template(
        "carry/show.html",
        group_id=group_id,
        list_id=list_id,
        carried=carried,
        rows=[_card(row) for row in carried.rows],
        sums=_sums(carried),
    )


@pages.post("/import/<list_id>")
def carry_all(group_id: str, list_id: str) -> ResponseReturnValue:
    """Every row that can be is a draft. Where a script works, it asks for some at a time."""
    required_organizer(group_id)
    done, total = 0, 1
    while done < total:
        done, total = carry_list(_house(), group_id, list_id, STEP_UNSEEN) or abort(404)
    return redirect(url_for(".show", group_id=group_id, list_id=list_id), 303)


@pages.post("/import/<list_id>/step")
def carry_some(group_id: str, list_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    done, total = carry_list(_house(), group_id, list_id, STEP) or abort(404)
    return jsonify(done=done, total=total)


@pages.post("/import/<list_id>/drop")
def drop(group_id: str, list_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    _list(group_id, list_id)
    drop_list(_house(), group_id)
    return redirect(url_for(".choose", group_id=group_id), 303)


@pages.get("/export")
def about_export(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    return render_template("carry/export.html", group_id=group_id)


@pages.post("/export")
@limiter.limit(EXPORTS_MOST)
def export(group_id: str) -> ResponseReturnValue:
    """One file with everything the group owns, under a name that says nothing of it (I35)."""
    required_organizer(group_id)
    answer = Response(
        export_group(_house(), group_id, address=own_address()), mimetype="application/zip"
    )
    answer.headers["Content-Disposition"] = 'attachment; filename="export.zip"'
    return answer


def _list(group_id: str, list_id: str) -> Carried:
    return read_list(_house(), group_id, list_id) or abort(404)


def _choose(group_id: str, sheet: Sheet) -> str:
    return render_template("carry/choose.html", group_id=group_id, sheet=sheet)


def _card(row: CarriedRow) -> dict[str, object]:
    """One row in words."""
    found = row.found
    starts = datetime.fromisoformat(found.starts_local) if found.starts_local else None
    problem = carrying.ROW.get(found.problem, carrying.ROW["rule/unknown"])
    return {
        "line": found.line,
        "title": found.title or _("Without a title"),
        "day": long_day_words(starts.date()) if starts else "",
        "time": time_words(starts) if starts else "",
        "zone": found.zone.replace("_", " ").replace("/", ", "),
        "minutes": found.minutes,
        "repeats": _repeats(found.rule) if starts else "",
        "result": problem if found.problem else carrying.RESULTS[row.result],
        "is_clear": not found.problem,
        "notes": [carrying.NOTES[note] for note in found.notes],
    }


def _repeats(rule: Rule) -> str:
    if rule.frequency is Frequency.ONCE:
        return str(_("Once"))
    if rule.frequency is Frequency.WEEKLY:
        return str(ngettext("Every week", "Every %(num)d weeks", rule.interval))
    return str(ngettext("Every month", "Every %(num)d months", rule.interval))


def _sums(carried: Carried) -> list[str]:
    """What becomes of the list, in sentences; what doesn't happen isn't said."""
    counts = {name: carried.count(name) for name in ("", "made", "here")}
    said = {
        "": ngettext("%(num)d row will be a draft.", "%(num)d rows will be drafts.", counts[""]),
        "made": ngettext("%(num)d row is a draft now.", "%(num)d are drafts now.", counts["made"]),
        "here": ngettext("%(num)d is here already.", "%(num)d are here already.", counts["here"]),
    }
    sums = [sentence for name, sentence in said.items() if counts[name]]
    if carried.unclear:
        left = "%(num)d can’t be planned as it stands.", "%(num)d can’t be planned as they stand."
        sums.append(ngettext(*left, carried.unclear))
    return sums


def _house() -> House:
    return house_of(current_app)
