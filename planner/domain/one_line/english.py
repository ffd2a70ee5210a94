"""English: the forms of its sentences, and its tables put together."""

from __future__ import annotations

from planner.domain.angles import Angle
from planner.domain.one_line.english_days import DAYS
from planner.domain.one_line.english_words import PEOPLE, TALKS
from planner.domain.one_line.language import Language, Saying, words

_WILL = "will|'ll|shall|'d|would|am_going_to|'m_going_to|are_going_to|'re_going_to|'m_to"
_THEY_WILL = "will|'ll|shall|is_going_to|'s_going_to|are_going_to|is_to|has_to|'s_to"
_BY_THEM = "{_they} will|would|'ll|'d|shall|is_going_to|wants_to|has_to"
_WANT = "will|'ll|shall|must|should|need_to|have_to|want_to|am_going_to|'m_going_to"

_HAPPENS = "retire|leave|move_to|marry|become|be_in|be_at|be_on|be_away|be_back|be_out|be_off|be_abroad"
"""What somebody will do without having promised it."""

_ACTION = "action|action_item|action_point|ai|next_step|next|to_do|todo"

PLANS = (
    Saying(f"please? {{me}} {_WANT} {{verb}} {{what}}", "no due"),
    Saying("{me} am|'m|are|'re {continuous} {what}"),
    Saying("let 's {verb} {what}"),
    Saying("{people} and i|me will|'ll|shall|should {verb} {what}"),
    Saying("{they} will|'ll|is_going_to|'s_going_to {verb} {what}", "by time"),
    Saying("need_to|have_to|must|should|want_to {verb} {what}", "no due"),
    Saying("need|needed|next|next_step|action|action_item|todo :|- {verb} {what}", "no due"),
    Saying("please? plan|schedule|arrange|book|set_up|organise|organize {what}"),
    Saying("please? remind_me_to|don't_forget_to|remember_to|to_do|todo :? {verb} {what}"),
    Saying("please? check_in|touch_base|follow_up|catch_up with {what}", "by day"),
    Saying("please? check_in|touch_base|follow_up|catch_up {what}", "by day"),
    Saying("next|then {meal} :? {what}", "by day"),
    Saying("{me}? agreed|decided|plan|planned|hope to {verb} {what}", "by day"),
    Saying("{me} will|'ll|am_going_to|'m_going_to have a|an? quick? {meal} {what}", "no due"),
    Saying("{they} wants|would_like|'d_like to {verb} {what}", "by day"),
)

PROMISES = (
    Saying("promise|commitment from|by|of {p} :? to? {what}", "them"),
    Saying("my? promise|commitment to {p} :|- to? {what}", "me"),
    Saying("{me}? owe|owed {they} {what}", "me"),
    Saying("{me}? 've|have|still? owe {they} {what}", "me"),
    Saying("{me}? 've|have? promised|promise {they} that? {_me} will|would|'ll|'d {what}", "me"),
    Saying("{me}? 've|have? promised|promise {they} to? {what}", "me"),
    Saying("{me}? 've|have? promised|promise that? {_me} will|would|'ll|'d {what}", "me"),
    Saying("{me}? 've|have? promised|promise to {what}", "me"),
    Saying("{me}? 've|have? told|tell {they} that? {_me} will|would|'ll|'d {what}", "me"),
    Saying("{me}? 've|have? said that? {_me} will|would|'ll|'d {what}", "me"),
    Saying("{me}? 've|have? agreed|offered|committed|undertook|undertaken|volunteered to {what}", "me"),
    Saying("{me}? 've|have? agreed|committed with {they} to {what}", "me"),
    Saying(f"{{me}} {_WILL} {{what}}", "me"),
    Saying("{me}? have_to|need_to|must|should {what}", "me"),
    Saying("please? remind_me_to|don't_forget_to|remember_to|to_do|todo :? {what}", "me"),
    Saying("{me}? 've|have? promised|promise|owe {what} to {p} {more}?", "me"),
    Saying("{me}? 've|have? promised|promise|owe {what}", "me"),
    Saying("my promise|commitment to {they} :? to? {what}", "me"),
    Saying("{they} is|are? waiting|waits for {what} from me|us", "me"),
    Saying("{they} still? owes|owe {_my_object}? {what}", "them"),
    Saying(f"{{they}} will|'ll|is_going_to {_HAPPENS} {{what}}?", "nobody"),
    Saying(f"{{they}} has|have|'s? promised {{_my_object}}? that? {_BY_THEM} {{what}}", "them"),
    Saying("{they} has|have|'s? promised {_my_object}? to? {what}", "them"),
    Saying(f"{{they}} has|have|'s? said|says|told|tells {{_my_object}}? that? {_BY_THEM} {{what}}", "them"),
    Saying("{they} has|have|'s? agreed|offered|committed|undertook|volunteered to {what}", "them"),
    Saying(f"{{they}} {_THEY_WILL} {{what}}", "them"),
    Saying("{p} : will|to|promised {what}", "them"),
    Saying(f"{_ACTION}? :? {{p}} to {{deed}} {{what}}", "them", text="{deed} {what}"),
    Saying("{me}? agreed|decided that? {p} {deed} {what}", "them", text="{deed} {what}"),
    Saying("{me}? agreed|decided that? {they} will|shall|is_going_to {what}", "them"),
    Saying("{me}? agreed with {p} :|,|that|-? that? {_they} {deed} {what}", "them", text="{deed} {what}"),
    Saying("{me}? agreed with {p} :|,|that|-? that? {_they} will|'ll|shall {what}", "them"),
    Saying("{they} needs|need|wants|want|wanted|expects|expect|hopes|hope|would_like to {what}", "nobody"),
    Saying(
        "{they} needs|need|wants|want|expects|expect|awaits|requests|requested {what}", "me", needs_due=True
    ),
    Saying("{they} asks|asked {_my_object}? for|to {what}", "me", needs_due=True),
    Saying("{me}? asked|ask {they} for|to {what}", "them", needs_due=True),
    Saying("{they} {deed} {what}", "them", text="{deed} {what}"),
    Saying("waiting|wait for|on {p} 's {what}", "them"),
    Saying("waiting|wait for|on {they} to|for {what}", "them"),
    Saying("waiting for {what} from {they}", "them"),
    Saying("{what} from {p} {more}", "them", needs_due=True),
    Saying("reminder? :? {p} 's {what}", "them", needs_due=True),
    Saying("{p} :|- {what}", "them", needs_due=True),
    Saying(f"{_ACTION}? :? please? {{imperative}} {{what}}", "me", text="{imperative} {what}"),
)

_FEAR, _CARE, _PRESSURE, _DECIDE = Angle.FEAR, Angle.CARE, Angle.PRESSURE, Angle.DECIDE
_SUCCESS, _SEE, _LISTEN, _BEHIND = Angle.SUCCESS, Angle.SEE_YOU, Angle.LISTEN, Angle.BEHIND

_FEELS = "is|are|was|'s|seems|looks|feels"
_CROSS = "angry|upset|frustrated|annoyed|unhappy|disappointed|uneasy|sceptical"
_GLAD = "excited|happy|pleased|proud|curious|enthusiastic"

LEARNED = (
    Saying("{they} worries|worry|worried about {what}", angle=_FEAR),
    Saying("{they} is|are|was|'s {so}? worried|anxious|nervous|concerned about|that {what}", angle=_FEAR),
    Saying("{they} is|are|was|'s {so}? afraid|scared|terrified of|that {what}", angle=_FEAR),
    Saying("{p} : {so}? worried|anxious|nervous|concerned about|that {what}", angle=_FEAR),
    Saying("{they} fears|fear|dreads|dread|feared {what}", angle=_FEAR),
    Saying(f"{{they}} {_FEELS} {{so}}? {_CROSS} about|with|that|at|by {{what}}", angle=_FEAR),
    Saying(f"{{they}} {_FEELS} {{so}}? {_GLAD} about|with|that|of {{what}}", angle=_CARE),
    Saying("{they} loses sleep over {what}", angle=_FEAR),
    Saying("{they} is|are|'s under {so}? pressure {what}?", angle=_PRESSURE),
    Saying(
        "{they} is|are|'s {so}? stretched|overloaded|overworked|swamped|exhausted|struggling {what}?",
        angle=_PRESSURE,
    ),
    Saying("{they} struggles|struggle with {what}", angle=_PRESSURE),
    Saying(
        f"{{they}} {_FEELS} {{so}}? stressed|tired|overwhelmed|burnt_out|under_strain {{what}}?",
        angle=_PRESSURE,
    ),
    Saying("{they} must|needs_to|has_to cut|save|deliver|justify|replace|hit|meet {what}", angle=_PRESSURE),
    Saying("{they} is|'s short of {what}", angle=_PRESSURE),
    Saying("{they} faces|face {what}", angle=_PRESSURE),
    Saying("{they} only|never|always? decides|decide|decided {what}", angle=_DECIDE),
    Saying("{they} only|never|always? signs|approves|buys {what}", angle=_DECIDE),
    Saying("{they} needs|wants to see {what}", angle=_DECIDE),
    Saying("{they} needs|wants data|numbers|figures|facts|time|proof {what}?", angle=_DECIDE),
    Saying("{they} prefers|prefer {what}", angle=_DECIDE),
    Saying("{they} makes decisions|up_her_mind|up_his_mind {what}?", angle=_DECIDE),
    Saying("{they} listens|listen to {what}", angle=_LISTEN),
    Saying("{they} trusts|trust me|us {what}?", angle=_SEE),
    Saying("{they} trusts|trust|relies_on|rely_on|follows|asks {what}", angle=_LISTEN),
    Saying("{they} reports|report to {what}", angle=_LISTEN),
    Saying("{they} takes advice|counsel from {what}", angle=_LISTEN),
    Saying("{they} looks up to {what}", angle=_LISTEN),
    Saying("{they} sees|see me|us {what}", angle=_SEE),
    Saying("{they} thinks|think|believes|finds {_me}|me|us|my|our {what}", angle=_SEE),
    Saying("{they} thinks|believes that {_me}|my|our {what}", angle=_SEE),
    Saying(
        "{they} respects|doubts|considers|likes|distrusts|mistrusts|underestimates me|us {what}?", angle=_SEE
    ),
    Saying("success for {p} is|means|looks_like|would_be {what}", angle=_SUCCESS, text="{what}"),
    Saying("{they} doubts|doubt {what}", angle=_FEAR),
    Saying("for {p} ,? success is|means|looks_like|would_be {what}", angle=_SUCCESS, text="{what}"),
    Saying("{p} 's goal|aim|ambition|dream is {what}", angle=_SUCCESS, text="{what}"),
    Saying("{they} wants|hopes|aims|dreams|tries to {what}", angle=_SUCCESS),
    Saying("{they} hopes|aims for {what}", angle=_SUCCESS),
    Saying("{they} dreams of {what}", angle=_SUCCESS),
    Saying("{they} is|are|'s measured by|on {what}", angle=_SUCCESS),
    Saying("{they} wants {what}", angle=_SUCCESS),
    Saying("{they} {so}? cares|care|cared about|for {what}", angle=_CARE),
    Saying("{they} values|value|insists_on|stands_for|believes_in {what}", angle=_CARE),
    Saying("{they} is|'s {so}? passionate|keen|serious about|on {what}", angle=_CARE),
    Saying("what matters to {p} is {what}", angle=_CARE, text="{what}"),
    Saying("{what} matters to {p}", angle=_CARE, text="{what}"),
    Saying("{what} is important to {p}", angle=_CARE, text="{what}"),
    Saying(
        "{they} {so}? likes|like|loves|love|enjoys|enjoy|hates|plays|runs|sails|collects|speaks {what}",
        angle=_BEHIND,
    ),
    Saying("{they} has|have|'s_got a|an|one|two|three|four|five|no {what}", angle=_BEHIND),
    Saying("{they} has|have|'s_got twins|children|kids|family {what}?", angle=_BEHIND),
    Saying(f"{{they}} will|'ll|is_going_to {_HAPPENS} {{what}}?", angle=_BEHIND),
    Saying(
        "{they} is|'s a|an? married|vegetarian|vegan|pregnant|divorced|engaged|retiring|allergic {what}?",
        angle=_BEHIND,
    ),
    Saying(
        "{they} lives|live|lived|grew_up|studied|comes|moved|was_born|cooks|paints|sings {what}",
        angle=_BEHIND,
    ),
    Saying("{they} moves|is_moving|'s_moving|leaves|is_leaving|'s_leaving|retires {what}", angle=_BEHIND),
    Saying("{they} does_not|doesn't|do_not|don't {so}? care about {what}", angle=_CARE),
    Saying("{they} does_not|doesn't|do_not|don't|no_longer trust|trusts me|us {what}?", angle=_SEE),
    Saying("{they} does_not|doesn't|do_not|don't|no_longer trust|trusts {what}", angle=_LISTEN),
    Saying("{they} does_not|doesn't|do_not|don't|no_longer want|wants {what}", angle=_SUCCESS),
    Saying(
        "{they} does_not|doesn't|do_not|don't|can_not|cannot|can't|no_longer eat|drink|like|likes|love|enjoy|"
        "fly|drive|drinks|eats|stand {what}",
        angle=_BEHIND,
    ),
    Saying("{they} dislikes|dislike {what}", angle=_BEHIND),
    Saying(
        "{they} is|are|'s on holiday|vacation|leave|sabbatical|maternity_leave|parental_leave {what}?",
        angle=_BEHIND,
    ),
    Saying("note|remember about|on? {p} :|, {what}", angle=_BEHIND, text="{what}"),
    Saying("{p} 's {kin} {what}", angle=_BEHIND, text="{kin} {what}"),
    Saying(
        "{p} 's new? email|e-mail|mail|phone|number|mobile|cell|address|name is|: {what}",
        angle=_BEHIND,
    ),
    Saying("{they} is_now|became|becomes|was_promoted|is_promoted {what}?", angle=_BEHIND),
    Saying("his|her|their {kin} {what}", "told", angle=_BEHIND, text="{kin} {what}"),
    Saying("{they} is|are|was|were|'s|has|had|got|gets|can|cannot|can't {what}", "told", angle=_BEHIND),
)

RESTS = (
    Saying("please? let {people} rest until|till|to|for? {day}|{length}?"),
    Saying("{people} rests|rest|is_resting|should_rest|can_rest|may_rest|needs_rest until|till|to? {day}"),
    Saying("rest|pause {people} until|till|to? {day}?"),
    Saying("give {people} a rest|break|pause until|till? {day}?"),
    Saying("leave {people} alone|in_peace until|till? {day}"),
    Saying("no contact|conversations|calls with {people} until|till? {day}"),
    Saying("please? don't|do_not call|contact|bother|disturb {people} until|till? {day}"),
)

_VERBS = words(
    "send, give, get, prepare, check, introduce, share, forward, deliver, bring, pay, return, draft, "
    "confirm, sign, order, fix, finish, find, provide, propose"
)
_DEEDS = {word: base for base in sorted(_VERBS) for word in (base, f"{base}s")} | {
    "reviews": "review",
    "writes": "write",
    "follows up": "follow up",
    "lets": "let",
}

ENGLISH = Language(
    code="en",
    name="English",
    days=DAYS,
    people=PEOPLE,
    talks=TALKS,
    plans=PLANS,
    promises=PROMISES,
    learned=LEARNED,
    rests=RESTS,
    told=(
        Saying("{p} told|tells {_my_object}? that? > {they}|his|their", source="they said"),
        Saying("{p} said|says|mentioned that? > {they}|his|their", source="they said"),
        Saying("{me}? learned|learnt|found_out|know that? > {they}"),
        Saying("{me}? heard|hear that? > {they}", source="somebody told me"),
        Saying("{me}? noticed|saw|see|notice that? > {p}", source="I saw"),
        Saying("note|remember :|that? > {p}"),
    ),
    deeds=_DEEDS,
    imperatives=_VERBS | words("follow up, look into, find out"),
    kin=words(
        "wife, husband, partner, daughter, son, children, kids, mother, father, sister, brother, dog, cat, "
        "family, birthday, house, hobby, favourite, favorite, boss, parents, brothers, sisters, grandson, "
        "granddaughter, boyfriend, girlfriend, fiancee"
    ),
    meals=words(
        "lunch, dinner, breakfast, brunch, coffee, tea, drinks, drink, beer, call, chat, talk, meeting, "
        "walk, catch-up, video call"
    ),
    intensifiers=words("very, really, deeply, quite, rather, so, a lot of, much, a bit"),
    joins=words("and, but, also") | {","},
    nouns_are_capital=False,
    verbs_end_sentences=False,
    abbreviations=words("dr, prof, mr, mrs, ms, st, approx, min, std, no, vs, ca"),
)
