"""The table of commands: menus, shortcuts, the selection bar and the universal field are made from it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Needs(StrEnum):
    """What must be there for a command to make sense."""

    NOTHING = "nothing"
    PERSON = "person"
    PLAN = "plan"
    PLANS = "plans"  # one or more
    CONVERSATION = "conversation"
    COMMITMENT = "commitment"


class Command(NamedTuple):
    """One thing a person can do. `words` begin with a verb; `keys` in Qt's portable form, '' for none.

    A command with `needs` other than NOTHING works on the screen's Subject; its single-letter key is alive
    only where a card, row or page has the focus.
    """

    id: str
    words: str
    keys: str = ""
    icon: str = ""
    needs: Needs = Needs.NOTHING
    help: str = ""


COMMANDS: tuple[Command, ...] = (
    Command(
        id="plan",
        words="Plan on …",
        keys="P",
        icon="plan",
        needs=Needs.PERSON,
        help="Opens the list of days.",
    ),
    Command(
        id="log",
        words="Log a conversation",
        keys="L",
        icon="note",
        needs=Needs.PERSON,
        help="Write down a talk.",
    ),
    Command(
        id="message",
        words="Draft message",
        keys="M",
        icon="mail",
        needs=Needs.PERSON,
        help="In your mail program.",
    ),
    Command(
        id="brief",
        words="Prepare a meeting brief",
        keys="B",
        icon="print",
        needs=Needs.PERSON,
        help="One page on paper.",
    ),
    Command(
        id="about",
        words="See all that you keep …",
        icon="book",
        needs=Needs.PERSON,
        help="To read, or to hand over.",
    ),
    Command(
        id="open",
        words="Open the person",
        keys="Return",
        icon="people",
        needs=Needs.PERSON,
        help="Their page.",
    ),
    Command(
        id="promise",
        words="Add a commitment",
        keys="C",
        icon="flag",
        needs=Needs.PERSON,
        help="Yours or theirs.",
    ),
    Command(
        id="note",
        words="Write a note",
        keys="Shift+N",
        icon="note",
        needs=Needs.PERSON,
        help="Dated; private if you like.",
    ),
    Command(
        id="reflect",
        words="Reflect on yourself with …",
        icon="user",
        needs=Needs.PERSON,
        help="Four answers, never a score.",
    ),
    Command(
        id="rest", words="Let rest until …", keys="R", icon="clock", needs=Needs.PERSON, help="No reminders."
    ),
    Command(
        id="away",
        words="Note days away …",
        icon="leave",
        needs=Needs.PERSON,
        help="Their rhythm waits.",
    ),
    Command(
        id="rhythm",
        words="Change the rhythm",
        keys="T",
        icon="cadence",
        needs=Needs.PERSON,
        help="How often.",
    ),
    Command(
        id="initiative",
        words="Add to initiative",
        keys="I",
        icon="initiatives",
        needs=Needs.PERSON,
        help="With where they stand.",
    ),
    Command(
        id="edit", words="Edit the person", keys="E", icon="edit", needs=Needs.PERSON, help="Every field."
    ),
    Command(
        id="layer", words="Move to a layer …", keys="V", icon="people", needs=Needs.PERSON, help="Or to none."
    ),
    Command(id="tag", words="Tag …", keys="G", icon="flag", needs=Needs.PERSON, help="Words of your own."),
    Command(
        id="end_rest", words="End the rest", icon="clock", needs=Needs.PERSON, help="The rhythm runs again."
    ),
    Command(
        id="archive",
        words="Archive",
        keys="X",
        icon="folder",
        needs=Needs.PERSON,
        help="Out of every list; all stays.",
    ),
    Command(id="unarchive", words="Bring back from the archive", icon="undo", needs=Needs.PERSON),
    Command(
        id="export_people",
        words="Export the card …",
        icon="download",
        needs=Needs.PERSON,
        help="Only those chosen.",
    ),
    Command(id="merge", words="Merge with …", icon="copy", needs=Needs.PERSON, help="Two of one person."),
    Command(
        id="remove", words="Move to the trash", icon="trash", needs=Needs.PERSON, help="Can be put back."
    ),
    Command(
        id="put_back", words="Put back from the trash", icon="undo", needs=Needs.PERSON, help="As before."
    ),
    Command(
        id="erase", words="Erase for good …", icon="x", needs=Needs.PERSON, help="Cannot be undone; asks."
    ),
    Command(id="day_later", words="Move a day later", keys="Alt+Right", icon="right", needs=Needs.PLANS),
    Command(id="day_earlier", words="Move a day earlier", keys="Alt+Left", icon="left", needs=Needs.PLANS),
    Command(id="later", words="Move 15 minutes later", keys="Alt+Down", icon="down", needs=Needs.PLANS),
    Command(id="earlier", words="Move 15 minutes earlier", keys="Alt+Up", icon="up", needs=Needs.PLANS),
    Command(
        id="week_later", words="Move a week later", keys="Alt+Shift+Right", icon="right", needs=Needs.PLANS
    ),
    Command(
        id="week_earlier", words="Move a week earlier", keys="Alt+Shift+Left", icon="left", needs=Needs.PLANS
    ),
    Command(id="move", words="Move to …", icon="plan", needs=Needs.PLAN, help="Opens the list of days."),
    Command(
        id="duplicate",
        words="Duplicate a week later",
        keys="Ctrl+D",
        icon="copy",
        needs=Needs.PLANS,
        help="Same people, purpose and length.",
    ),
    Command(
        id="repeat",
        words="Repeat every …",
        keys="Ctrl+R",
        icon="cadence",
        needs=Needs.PLAN,
        help="Up to 12 times.",
    ),
    Command(id="change_plan", words="Change the plan", icon="edit", needs=Needs.PLAN),
    Command(
        id="let_go",
        words="Let the plan go",
        keys="Del",
        icon="x",
        needs=Needs.PLANS,
        help="Back to To engage.",
    ),
    Command(
        id="talked",
        words="Yes, we talked",
        keys="J",
        icon="check",
        needs=Needs.PLANS,
        help="Logs it as planned.",
    ),
    Command(
        id="save_again",
        words="Save again",
        keys="F5",
        icon="redo",
        needs=Needs.PERSON,
        help="What the disk did not take.",
    ),
    Command(id="change_talk", words="Change the conversation", icon="edit", needs=Needs.CONVERSATION),
    Command(id="remove_talk", words="Remove the conversation", icon="trash", needs=Needs.CONVERSATION),
    Command(
        id="kept",
        words="Mark as kept",
        keys="K",
        icon="check",
        needs=Needs.COMMITMENT,
        help="Today, in time or not.",
    ),
    Command(id="kept_late", words="Mark as kept late", icon="clock", needs=Needs.COMMITMENT),
    Command(
        id="another_day",
        words="Agree on another day …",
        keys="D",
        icon="plan",
        needs=Needs.COMMITMENT,
        help="Or on other words.",
    ),
    Command(id="not_kept", words="Mark as not kept", icon="x", needs=Needs.COMMITMENT),
    Command(
        id="released", words="No longer needed", icon="hand", needs=Needs.COMMITMENT, help="Nobody is late."
    ),
    Command(id="reopen", words="Open it again", keys="O", icon="undo", needs=Needs.COMMITMENT),
    Command(id="change_promise", words="Change the commitment", icon="edit", needs=Needs.COMMITMENT),
    Command(id="remove_promise", words="Remove the commitment", icon="trash", needs=Needs.COMMITMENT),
    Command(id="new_promise", words="Note a commitment with …", icon="flag", help="Yours or theirs."),
    Command(id="new_plan", words="Plan a conversation", keys="Ctrl+N", icon="plus"),
    Command(id="new_log", words="Log a conversation with …", keys="Ctrl+L", icon="note"),
    Command(
        id="debrief",
        words="Debrief a conversation",
        keys="U",
        icon="chat",
        help="Trust, learned, promised; or skip.",
    ),
    Command(
        id="objectivity",
        words="Check what you expect of people",
        icon="eye",
        help="Your ratings beside the record.",
    ),
    Command(id="questions", words="Change the questions worth asking", icon="help", help="By layer."),
    Command(id="add_person", words="Add a person", keys="Ctrl+Shift+N", icon="plus"),
    Command(id="import", words="Import contacts or a calendar", keys="Ctrl+I", icon="upload"),
    Command(
        id="export",
        words="Export people, plans or everything",
        keys="Ctrl+E",
        icon="download",
        help="For other programs.",
    ),
    Command(id="field", words="Find a person or run a command", keys="Ctrl+K", icon="search"),
    Command(id="undo", words="Undo", keys="Ctrl+Z", icon="undo"),
    Command(id="redo", words="Redo", keys="Ctrl+Shift+Z", icon="redo"),
    Command(id="go_plan", words="Go to Plan", keys="Ctrl+1", icon="plan"),
    Command(id="go_people", words="Go to People", keys="Ctrl+2", icon="people"),
    Command(id="go_timeline", words="Go to Timeline", keys="Ctrl+3", icon="timeline"),
    Command(id="go_cadence", words="Go to Cadence", keys="Ctrl+4", icon="cadence"),
    Command(
        id="chart_table",
        words="Show charts as tables",
        keys="Shift+T",
        icon="table",
        help="The same data, to copy.",
    ),
    Command(id="save_chart", words="Save the chart as a picture …", icon="download", help="PNG or SVG."),
    Command(id="copy_chart", words="Copy the chart as a picture", icon="copy"),
    Command(id="replay", words="Replay a past month", keys="Shift+R", icon="clock", help="On Cadence."),
    Command(
        id="compare", words="Compare with last quarter", keys="Shift+C", icon="cadence", help="On Cadence."
    ),
    Command(id="intend", words="Change the intended shares", icon="edit", help="Of your time, by layer."),
    Command(id="forecasts", words="See how earlier forecasts held up", icon="check"),
    Command(id="zoom_in", words="Look closer", keys="+", icon="plus", help="At fewer months."),
    Command(id="zoom_out", words="Look further back", keys="-", icon="minus", help="At more months."),
    Command(id="zoom_fit", words="Show all of the time", keys="0", icon="timeline", help="On Timeline."),
    Command(id="print", words="Print", keys="Ctrl+P", icon="print", help="The page that is shown."),
    Command(id="filter_words", words="Filter by words", keys="Ctrl+F", icon="search", help="As you type."),
    Command(id="filter_choices", words="Filter by …", keys="F", icon="filter", help="With counts."),
    Command(id="clear_filters", words="Clear filters", icon="x", help="Everyone again."),
    Command(id="go_commitments", words="Go to Commitments", keys="Ctrl+Shift+C", icon="flag"),
    Command(id="go_duplicates", words="Go to Duplicates", icon="copy", help="Who is likely here twice."),
    Command(id="go_trash", words="Go to the Trash", icon="trash", help="Back, or gone for good."),
    Command(id="week_view", words="Show the week", keys="Alt+1", icon="plan"),
    Command(id="month_view", words="Show the month", keys="Alt+2", icon="plan"),
    Command(id="lanes", words="Lanes by layer, or plain days", keys="H", icon="lanes"),
    Command(id="weekend", words="Open or fold the weekend", keys="W", icon="plan"),
    Command(
        id="quick_add", words="Add in one line", keys="A", icon="plus", help="To the day; people by name."
    ),
    Command(id="suggest", words="Suggest a plan", keys="S", icon="bulb", help="For the week shown."),
    Command(
        id="accept",
        words="Accept the suggestion",
        keys="Y",
        icon="check",
        needs=Needs.PERSON,
        help="Plans it as suggested.",
    ),
    Command(
        id="drop",
        words="Take the suggestion out",
        keys="N",
        icon="x",
        needs=Needs.PERSON,
        help="Solves again without it.",
    ),
    Command(id="accept_all", words="Accept all that is suggested", keys="Ctrl+Return", icon="check"),
    Command(id="why_not", words="Why not …?", keys="Q", icon="help", help="Why somebody is not suggested."),
    Command(id="close_suggestion", words="Put the suggestion away", icon="x", help="Nothing is planned."),
    Command(
        id="time_aside",
        words="Change the time set aside",
        icon="clock",
        help="Minutes of each weekday, and holidays.",
    ),
    Command(
        id="leave",
        words="Change your own leave",
        icon="leave",
        help="Nothing is set aside, rhythms wait.",
    ),
    Command(id="previous_week", words="Previous week or month", keys="PgUp", icon="left"),
    Command(id="next_week", words="Next week or month", keys="PgDown", icon="right"),
    Command(id="this_week", words="This week or month", keys="Home", icon="plan"),
    Command(id="theme", words="Switch light and dark", keys="Ctrl+Shift+D", icon="moon"),
    Command(id="text_larger", words="Larger text", keys="Ctrl++", icon="plus"),
    Command(id="text_smaller", words="Smaller text", keys="Ctrl+-", icon="minus"),
    Command(id="back_up", words="Back up the library", icon="laptop", help="Writes a checked copy."),
    Command(id="open_library", words="Open another library", keys="Ctrl+O", icon="laptop"),
    Command(id="next_region", words="Go to the next part of the window", keys="F6", icon="right"),
    Command(id="previous_region", words="Go to the part before", keys="Shift+F6", icon="left"),
    Command(
        id="plain_keys", words="Switch plain keys on or off", icon="card", help="Single letters, ? and /."
    ),
    Command(id="keys", words="Show all keys", keys="?", icon="card"),
    Command(id="change_keys", words="Change keys", icon="gear", help="Other keys for any command."),
    Command(
        id="capture",
        words="Write one line in a small window",
        keys="Ctrl+Shift+K",
        icon="edit",
        help="Also: rapport capture.",
    ),
    Command(id="help", words="Help on what can be typed", keys="F1", icon="help", help="With examples."),
    Command(
        id="private_notes",
        words="Open private notes for 5 minutes",
        icon="eye",
        help="So that they are found; again closes them.",
    ),
    Command(id="quit", words="Quit Rapport", keys="Ctrl+Q", icon="x"),
)

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}

SUGGESTION = frozenset({"suggest", "accept", "drop", "accept_all", "why_not", "close_suggestion"})
"""Commands about a suggested plan."""

CHARTS = frozenset(
    {
        *("chart_table", "save_chart", "copy_chart", "replay", "compare", "intend", "zoom_in", "zoom_out"),
        *("print", "forecasts", "zoom_fit"),
    }
)
"""Commands of pages with charts."""

SCREEN_KEYS = frozenset(
    {
        *("weekend", "lanes", "quick_add", "previous_week", "next_week", "this_week", "keys"),
        *("chart_table", "replay", "compare", "zoom_in", "zoom_out", "zoom_fit"),
        *("suggest", "accept_all", "why_not", "filter_choices"),
    }
)
"""Commands that need nothing but whose plain keys must stay out of text fields all the same."""
