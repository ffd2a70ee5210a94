"""Cards: heights, states, quick actions, cut names, pictures kept and dragged."""

from __future__ import annotations

from itertools import combinations
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from planner.domain.rhythm import State
from planner.ui.cards import board_card, compact_card, grid_card, suggestion_card
from planner.ui.cards.cached import CardPictures
from planner.ui.cards.card_style import CardLook
from planner.ui.cards.drag_picture import drag_margin, drag_pixmap
from planner.ui.cards.facts import Badge, CardFacts, commitment_badge
from planner.ui.cards.quick_actions import GRID_ACTIONS, CardAction
from planner.ui.theme import Theme
from planner.ui.widgets.badge import badge_height
from tests.ui.gallery import LATE, beatrix, card_states, sofie
from tests.ui.pictures import picture, shows

KINDS = (board_card, suggestion_card, compact_card, grid_card)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """A light theme that dresses nothing."""
    return Theme()


def _picture(
    theme: Theme, kind: ModuleType, facts: CardFacts, look: CardLook | None = None, width: int = 154
) -> QImage:
    height = kind.height_for_width(theme, facts, width)
    card = QRectF(10, 10, width, height)
    return picture(
        width + 20,
        height + 20,
        lambda painter, rect: kind.paint(painter, card, facts, look or CardLook(), theme),
        theme.palette.paper,
    )


def test_the_board_card_is_as_high_as_its_rows(theme: Theme) -> None:
    # 10 padding, 30 avatar, 6 + 17 name, 15 role, 15 organisation, 7 + 15 + 7 strip, 2 x 16 why, 8 + 18, 11
    assert board_card.height_for_width(theme, sofie(), 154) == 191
    assert board_card.height_for_width(theme, sofie(organisation=""), 154) == 176
    assert board_card.height_for_width(theme, sofie(strip=None), 154) == 191 - 29 + 5
    assert board_card.height_for_width(theme, sofie(badges=()), 154) == 191 - 26
    assert board_card.height_for_width(theme, beatrix(), 154) == 191 + 22


def test_a_long_reason_stops_after_three_lines_on_the_board_but_not_among_suggestions(theme: Theme) -> None:
    long = sofie(why="Ask how the return-to-site rollout is going. " * 4)
    assert board_card.height_for_width(theme, long, 154) == 191 + 16
    short = suggestion_card.height_for_width(theme, sofie(why="One line."), 240)
    assert suggestion_card.height_for_width(theme, long, 240) >= short + 3 * 16


def test_a_card_of_the_grid_has_no_empty_line_in_large_letters(theme: Theme) -> None:
    theme.set_text_scale(1.5)
    text = theme.line("name") + 3 * theme.line("caption") + theme.line("why") + badge_height(theme)
    assert 0 <= grid_card.height(theme) - text - 30 < theme.line("caption")


def test_the_other_cards_have_the_heights_of_the_design(theme: Theme) -> None:
    assert grid_card.height_for_width(theme, sofie(), 300) == 134
    assert grid_card.spacious_height(theme) == 178
    two_lines = sofie(why="You promised him the terminal outage review by 4 September; it is still open.")
    assert suggestion_card.height_for_width(theme, two_lines, 240) == 10 + 34 + 7 + 32 + 8 + 15 + 11
    assert compact_card.height_for_width(theme, sofie(), 140) == 69


@pytest.mark.parametrize("kind", KINDS)
def test_cards_follow_the_text_size(theme: Theme, kind: ModuleType) -> None:
    plain = kind.height_for_width(theme, sofie(), 240)
    theme.set_text_scale(1.5)
    assert kind.height_for_width(theme, sofie(), 360) > plain * 1.2


def test_every_state_of_a_card_looks_different(theme: Theme) -> None:
    pictures = {name: _picture(theme, board_card, sofie(), look) for name, _, look in card_states()[:6]}
    pictures["Disabled"] = _picture(theme, board_card, sofie(), CardLook(disabled=True))
    pictures["Error"] = _picture(theme, board_card, sofie(), CardLook(error=True))
    pictures["Done"] = _picture(theme, board_card, sofie(done=True))
    assert all(pictures[one] != pictures[other] for one, other in combinations(pictures, 2))


@pytest.mark.parametrize("kind", KINDS)
def test_cards_differ_in_light_and_dark(theme: Theme, kind: ModuleType) -> None:
    light = _picture(theme, kind, sofie(), width=240)
    theme.set_dark(True)
    assert _picture(theme, kind, sofie(), width=240) != light


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_that_looks_like_markup_is_drawn_as_it_is(theme: Theme, kind: ModuleType) -> None:
    assert _picture(theme, kind, sofie(name="<b>x</b>"), width=240) != _picture(
        theme, kind, sofie(name="x"), width=240
    )


def test_done_cards_show_no_strip_and_a_full_circle(theme: Theme) -> None:
    done = sofie(done=True, state_words="Talked")
    assert done.shown_state is State.ON_RHYTHM
    assert _picture(theme, board_card, done) == _picture(theme, board_card, done._replace(strip=None))
    assert shows(_picture(theme, board_card, done), theme.palette.due.ink) == 0


def test_the_board_card_offers_its_actions_only_under_the_pointer(theme: Theme) -> None:
    card = QRectF(0, 0, 154, 191)
    spots = {
        board_card.action_at(theme, sofie(), card, CardLook(hovered=True), QPointF(x, 170))
        for x in range(154)
    }
    assert spots == {CardAction.LOG, CardAction.PLAN, CardAction.MORE, None}
    for look in (CardLook(), CardLook(hovered=True, disabled=True), CardLook(hovered=True, ghost=True)):
        assert board_card.action_at(theme, sofie(), card, look, QPointF(20, 170)) is None
    assert board_card.action_at(theme, sofie(), card, CardLook(hovered=True), QPointF(20, 40)) is None


def test_a_card_that_could_not_be_saved_offers_retry(theme: Theme) -> None:
    look = CardLook(error=True)
    card = QRectF(0, 0, 154, board_card.height_for_width(theme, sofie(), 154, look))
    spots = {board_card.action_at(theme, sofie(), card, look, QPointF(x, 172)) for x in range(154)}
    assert spots == {CardAction.RETRY, None}


def test_suggestions_and_the_grid_have_actions_too(theme: Theme) -> None:
    hovered = CardLook(hovered=True)
    low = suggestion_card.height_for_width(theme, sofie(), 240)
    suggested = {
        suggestion_card.action_at(theme, sofie(), QRectF(0, 0, 240, low), hovered, QPointF(x, low - 20))
        for x in range(240)
    }
    assert {CardAction.LOG, CardAction.PLAN, CardAction.MORE} < suggested
    grid = {
        grid_card.action_at(theme, sofie(), QRectF(0, 0, 300, 134), hovered, QPointF(x, 112))
        for x in range(300)
    }
    assert grid == {*GRID_ACTIONS, None}


def test_names_that_are_cut_are_told_in_full(theme: Theme) -> None:
    long = sofie(name="Wilhelmina Featherstonehaugh-Cholmondeley", role="Chair", organisation="Norvane")
    assert board_card.cut_names(theme, long, 132) == long.name
    assert board_card.cut_names(theme, sofie(), 132) == ""
    assert long.name in suggestion_card.cut_names(theme, long, 240)
    assert long.name in compact_card.cut_names(theme, long, 140)
    assert long.name in grid_card.cut_texts(theme, long, QRectF(0, 0, 260, 134))


def test_a_badge_explains_itself(theme: Theme) -> None:
    facts = sofie(badges=(commitment_badge(2, 1, tooltip="2 promises from you, 1 from her"),))
    card = QRectF(0, 0, 154, board_card.height_for_width(theme, facts, 154))
    assert board_card.tooltip_at(theme, facts, card, QPointF(20, 172)) == "2 promises from you, 1 from her"
    assert board_card.tooltip_at(theme, facts, card, QPointF(20, 30)) == ""
    grid = QRectF(0, 0, 300, 134)
    assert grid_card.tooltip_at(theme, facts, grid, QPointF(280, 112)) == "2 promises from you, 1 from her"


def test_the_grid_keeps_its_last_badge_and_the_strip_apart(theme: Theme) -> None:
    crowded = sofie(
        strip=LATE,
        badges=(*(Badge("clock", f"promise number {n}") for n in range(4)), Badge("calendar", "Fri 11:00")),
    )
    fewer = crowded._replace(badges=crowded.badges[-1:])
    assert _picture(theme, grid_card, crowded, width=260) == _picture(theme, grid_card, fewer, width=260)


@settings(deadline=None, max_examples=25)
@given(
    name=st.text(max_size=60),
    role=st.text(max_size=60),
    why=st.text(max_size=200),
    width=st.integers(120, 420),
    scale=st.sampled_from([0.9, 1.0, 1.25, 1.5]),
)
def test_any_words_fit_any_card(
    qapp: QApplication, name: str, role: str, why: str, width: int, scale: float
) -> None:
    theme = Theme(text_scale=scale)
    facts = sofie(name=name, role=role, why=why, initials=name[:2])
    for kind in KINDS:
        assert kind.height_for_width(theme, facts, width) > 40
        image = _picture(theme, kind, facts, width=width)
        edge = {image.pixel(x, y) for x in (0, width + 19) for y in range(image.height())}
        assert edge == {theme.palette.paper.rgb()}


def test_kept_pictures_equal_what_the_card_paints(theme: Theme) -> None:
    pictures = CardPictures(theme, board_card.paint)
    card = QRectF(10, 10, 154, 191)

    def kept(painter: QPainter, rect: QRectF) -> None:
        pictures.paint(painter, card, sofie(), CardLook(selected=True))

    once = picture(174, 211, kept, theme.palette.paper)
    again = picture(174, 211, kept, theme.palette.paper)
    direct = _picture(theme, board_card, sofie(), CardLook(selected=True))
    assert once == again
    apart = sum(
        abs(once.pixelColor(x, y).lightness() - direct.pixelColor(x, y).lightness()) > 6
        for x in range(174)
        for y in range(211)
    )
    assert apart == 0


def test_kept_pictures_follow_facts_and_theme(theme: Theme) -> None:
    pictures = CardPictures(theme, board_card.paint)

    def drawn(facts: CardFacts) -> QImage:
        card = QRectF(10, 10, 154, 191)
        return picture(174, 211, lambda painter, rect: pictures.paint(painter, card, facts, CardLook()))

    first = drawn(sofie())
    assert drawn(sofie(why="Something else entirely, this time.")) != first
    theme.set_dark(True)
    assert drawn(sofie()) != first


def test_a_kept_picture_is_known_to_be_kept(theme: Theme) -> None:
    pictures, card, known = CardPictures(theme, board_card.paint), QRectF(10, 10, 154, 191), []

    def look(painter: QPainter, rect: QRectF) -> None:
        known.append(pictures.has(painter, card, sofie(), CardLook()))
        pictures.paint(painter, card, sofie(), CardLook())
        known.append(pictures.has(painter, card, sofie(), CardLook()))

    picture(174, 211, look)
    picture(174, 211, look)
    theme.set_high_contrast(True)
    picture(174, 211, look)
    assert known == [False, True, True, True, False, True]


def test_a_dragged_card_carries_its_shadow_and_a_count(theme: Theme) -> None:
    margin = drag_margin(theme)
    one = drag_pixmap(theme, sofie(), 154, 2.0)
    assert one.deviceIndependentSize().width() == 154 + 2 * margin
    image = one.toImage()
    below = image.pixelColor(image.width() // 2, image.height() - margin)
    assert 0 < below.alpha() < 255
    assert drag_pixmap(theme, sofie(), 154, 2.0, count=3).toImage() != image
