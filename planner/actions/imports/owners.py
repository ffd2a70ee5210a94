"""Whose mail an archive is: to whom it was delivered, who sent from it, or who is in nearly all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from planner.domain.names import fold
from planner.exchange.drafts import Drafts

FEW_MESSAGES = 5
"""Below this many messages, nobody is taken for the owner only because they are in all. A convention."""

_SHARE_DELIVERED = 0.1
_SHARE_PRESENT = 0.75
_SENT = ("sent", "sent items", "sent mail", "sent messages", "gesendet", "gesendete objekte")
_SENT_FOLDERS = frozenset((*_SENT, "gesendete elemente", "outbox", "envoyes", "enviados", "inviata"))


def owners_of(files: Sequence[tuple[str, Drafts]]) -> frozenset[str]:
    """The addresses that are the owner's, going by the archives themselves."""
    archives = [(name, drafts) for name, drafts in files if drafts.messages]
    found: set[str] = set()
    silent: list[Drafts] = []
    for name, drafts in archives:
        said = Counter(drafts.owners)
        if is_sent_folder(name):
            said.update(message.sender.email for message in drafts.messages)
        whole = sum(said.values())
        found.update(email for email, count in said.items() if count >= _SHARE_DELIVERED * whole)
        if not whole:
            silent.append(drafts)
    return frozenset(found | _in_nearly_all(silent))


def is_sent_folder(name: str) -> bool:
    """Whether an archive's name says that it holds what its owner sent: 'Sent', '.Sent', 'Gesendet.mbox'."""
    last = name.replace("\\", "/").rpartition("/")[2].removesuffix(".mbox").strip(".")
    return fold(last.rpartition(".")[2]) in _SENT_FOLDERS


def _in_nearly_all(archives: Iterable[Drafts]) -> set[str]:
    present: Counter[str] = Counter()
    whole = 0
    for drafts in archives:
        for message in drafts.messages:
            whole += 1
            present.update({box.email for box in (message.sender, *message.to, *message.copied)})
    if whole < FEW_MESSAGES:
        return set()
    return {email for email, count in present.most_common(1) if count > _SHARE_PRESENT * whole}
