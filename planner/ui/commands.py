"""The table of commands: menus, shortcuts, the selection bar and the universal field are made from it."""

from __future__ import annotations

from planner.ui.command import Command, Needs
from planner.ui.commands_chosen import CHOSEN

__all__ = ["BY_ID", "CHARTS", "COMMANDS", "SCREEN_KEYS", "SUGGESTION", "Command", "Needs"]

_ANYWHERE: tuple[Command, ...] = (
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
    Command(
        id="backups", words="See the backups …", icon="clock", help="Restore one, or somebody out of one."
    ),
    Command(
        id="passphrase",
        words="Set or change the passphrase …",
        icon="lock",
        help="Encrypts the library and its backups.",
    ),
    Command(
        id="hide_names",
        words="Hide names, or show them again",
        keys="Ctrl+Shift+H",
        icon="eye",
        help="Initials everywhere, in exports too, for a neighbour on the plane.",
    ),
    Command(id="lock", words="Lock now", keys="Ctrl+Shift+L", icon="lock", help="Where a passphrase is set."),
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

COMMANDS: tuple[Command, ...] = (*CHOSEN, *_ANYWHERE)

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
