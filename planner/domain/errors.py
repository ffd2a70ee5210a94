"""Errors that a person can understand and act on."""

from __future__ import annotations


class KnownError(Exception):
    """Something that a person or the machine did, with the sentence to show.

    `str(error)` is one plain-text sentence: what happened, what is safe, what to do.
    Everything that is not a KnownError is a bug.
    """


class NotWrittenError(KnownError):
    """The file or the disk did not take a change; it can be tried again once the sentence was followed."""


class PassphraseNeededError(KnownError):
    """A library is locked with a passphrase, and none or another one was given."""


class DisplacedError(KnownError):
    """The file of an open library is gone from its place; what it held can still be saved as a copy."""


class Cancelled(Exception):  # noqa: N818  (no error: the person asked for it)
    """Long work was stopped by the person; nothing was changed."""
