"""Commands about something chosen: people, plans, a conversation, a commitment."""

from __future__ import annotations

from planner.ui.command import Command, Needs

CHOSEN: tuple[Command, ...] = (
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
)
"""In the order of menus and the field."""
