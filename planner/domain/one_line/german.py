"""German: the forms of its sentences, and its tables put together."""

from __future__ import annotations

from planner.domain.angles import Angle
from planner.domain.one_line.german_days import DAYS
from planner.domain.one_line.german_words import PEOPLE, TALKS
from planner.domain.one_line.language import Language, Saying, words

PLANS = (
    Saying("{me} werde|werden|muss|mussen|soll|will|mochte {p} {what} {verb}", "no due"),
    Saying("{me} werde|werden|muss|mussen|soll|will|mochte mit {p} {what} {verb}", "no due"),
    Saying("bitte? plane|planen|vereinbare|vereinbaren|organisiere {what}"),
    Saying("{they} ruft mich|uns {what} an", "by time"),
)

PROMISES = (
    Saying("versprechen|zusage von {p} :|,? {what}", "them"),
    Saying("mein|meine? versprechen|zusage an {p} :|,? {what}", "me"),
    Saying("{they} schuldet|schulden {_my_object} noch? {what}", "them"),
    Saying("{they} hat|haben {_my_object}? versprochen|zugesagt|angeboten ,? {what}", "them"),
    Saying("{they} hat|haben {_my_object}? {what} versprochen|zugesagt|angeboten", "them"),
    Saying("{they} versprach|versprachen {_my_object}? ,? {what}", "them"),
    Saying("{they} meldet|melden sich {what}?", "them", text="sich melden"),
    Saying("{me} melde|melden mich|uns {what}", "me", text="sich melden"),
    Saying("{they} will|wollen|wird|werden|soll|sollen|sollte|muss {_my_object}? {what}", "them"),
    Saying("{me} schulde|schulden {they} noch? {what}", "me"),
    Saying("schulde {they} noch? {what}", "me"),
    Saying("{me}? habe|haben|hab {they} versprochen ,? {what}", "me"),
    Saying("{me}? habe|haben|hab {they} {what} versprochen|zugesagt", "me"),
    Saying("{me}? habe|haben|hab {they} zugesagt ,? {what}", "me"),
    Saying("{me}? habe|haben|hab versprochen|zugesagt ,? {what}", "me"),
    Saying("{they} versprochen ,? {what}", "me"),
    Saying("{they} {what} versprochen", "me"),
    Saying("{me} werde|werden {what}", "me"),
    Saying("{me}? muss|mussen|soll {what}", "me"),
    Saying("{me} will {what}", "me"),
    Saying("bitte? nicht_vergessen|erinnere_mich|todo|aufgabe :|,? {what}", "me"),
    Saying("{they} wartet auf {what} von mir|uns", "me"),
    Saying("{me} rufe {what} an", "me", text="{what} anrufen"),
    Saying("{me} {deed} {what}", "me", text="{what} {deed}"),
    Saying("{deed} ich|wir {what}", "me", text="{what} {deed}"),
    Saying("{they} hat|haben gesagt ,? {_they} {deed} {what}", "them", text="{what} {deed}"),
    Saying("{they} sagt|sagte ,? {_they} {deed} {what}", "them", text="{what} {deed}"),
    Saying("{they} ruft {what} an", "them", text="{what} anrufen"),
    Saying("bitte? {imperative} {what}", "me", text="{what} {imperative}"),
    Saying("{they} {deed} {what}", "them", text="{what} {deed}"),
    Saying("{they} braucht|brauchen|erwartet|erwarten|will|mochte {what} von mir|uns", "me"),
    Saying("{they} braucht|brauchen|erwartet|erwarten {what}", "me", needs_due=True),
    Saying("{they} bat mich|uns um {what}", "me", needs_due=True),
    Saying("{they} hat mich|uns um {what} gebeten", "me", needs_due=True),
    Saying("{deed} {they} {what}", "them", text="{what} {deed}"),
    Saying("warte auf {what} von {they}", "them"),
    Saying("{what} von {p} {more}", "them", needs_due=True),
    Saying("{what} an {p} {more}", "me", needs_due=True),
    Saying("{p} :|- {what}", "them", needs_due=True),
)

TOLD = (
    Saying("{p} hat {_my_object}? erzahlt|gesagt ,? dass? > {they}", source="they said"),
    Saying("{p} sagte|erzahlte|meinte {_my_object}? ,? dass? > {they}", source="they said"),
    Saying("{me}? habe? gelernt|gemerkt ,? dass? > {p}", source="I saw"),
    Saying("{me}? habe? gehort ,? dass? > {p}", source="somebody told me"),
    Saying("notiz|merken :? > {p}"),
)

_FEAR, _CARE, _PRESSURE, _DECIDE = Angle.FEAR, Angle.CARE, Angle.PRESSURE, Angle.DECIDE
_SUCCESS, _SEE, _LISTEN, _BEHIND = Angle.SUCCESS, Angle.SEE_YOU, Angle.LISTEN, Angle.BEHIND

LEARNED = (
    Saying("{they} sich {so}? um {what} sorgt|sorgen", angle=_FEAR),
    Saying("{they} {so}? angst vor {what} hat|haben", angle=_FEAR),
    Saying("{they} {so}? wert auf {what} legt|legen", angle=_CARE),
    Saying("{they} unter druck steht|stehen", angle=_PRESSURE),
    Saying("{they} sorgt|sorgen|furchtet|furchten sich {so}? um|vor|wegen {what}", angle=_FEAR),
    Saying("{they} macht|machen sich {so}? sorgen um|uber|wegen {what}", angle=_FEAR),
    Saying("{they} hat|haben {so}? angst vor|um|, {what}", angle=_FEAR),
    Saying("{they} furchtet|befurchtet {what}", angle=_FEAR),
    Saying("{they} ist|sind {so}? besorgt|beunruhigt wegen|uber|, {what}", angle=_FEAR),
    Saying("{they} steht|stehen {so}? unter druck {what}?", angle=_PRESSURE),
    Saying("{they} ist|sind im|in_den|in_der urlaub|ferien|elternzeit|auszeit {what}?", angle=_BEHIND),
    Saying("{they} findet|finden mich|uns|unser|unsere {what}", angle=_SEE),
    Saying("{they} ist|sind {so}? uberlastet|erschopft|gestresst {what}?", angle=_PRESSURE),
    Saying("{they} muss|mussen {what} sparen|streichen|liefern|kurzen|rechtfertigen", angle=_PRESSURE),
    Saying("{they} kampft mit {what}", angle=_PRESSURE),
    Saying("{they} entscheidet|entscheiden {what}", angle=_DECIDE),
    Saying("{they} braucht|brauchen {what}", angle=_DECIDE),
    Saying("{they} bevorzugt|bevorzugen {what}", angle=_DECIDE),
    Saying("{they} hort|horen auf {what}", angle=_LISTEN),
    Saying("{they} vertraut|vertrauen mir|uns {what}?", angle=_SEE),
    Saying("{they} vertraut|vertrauen {what}", angle=_LISTEN),
    Saying("{they} fragt|fragen {what} um rat", angle=_LISTEN),
    Saying("{they} halt|halten mich|uns fur {what}", angle=_SEE),
    Saying("{they} sieht|sehen mich|uns {what}", angle=_SEE),
    Saying("{they} schatzt|respektiert mich|uns {what}?", angle=_SEE),
    Saying("erfolg heisst|bedeutet fur {p} ,? {what}", angle=_SUCCESS, text="{what}"),
    Saying("{they} mochte|mochten|traumt|hofft {what}", angle=_SUCCESS),
    Saying("{they} wird gemessen an {what}", angle=_SUCCESS),
    Saying("{they} legt|legen {so}? wert auf {what}", angle=_CARE),
    Saying("{they} interessiert|interessieren sich {so}? fur {what}", angle=_CARE),
    Saying("{they} schatzt|schatzen {what}", angle=_CARE),
    Saying("{what} ist {p} {so}? wichtig", angle=_CARE, text="{what}"),
    Saying("fur {p} ist {what} {so}? wichtig", angle=_CARE, text="{what}"),
    Saying("{p} ist {what} wichtig", angle=_CARE, text="{what}"),
    Saying("{they} liegt {what} am herzen", angle=_CARE, text="{what}"),
    Saying("{they} mag|mogen|liebt|lieben|spielt|sammelt|segelt|singt|kocht|malt {what}", angle=_BEHIND),
    Saying("{they} hat|haben ein|eine|einen|zwei|drei|vier {what}", angle=_BEHIND),
    Saying(
        "{they} ist|sind verheiratet|vegetarisch|vegan|vegetarier|vegetarierin|schwanger|geschieden|verlobt"
        " {what}?",
        angle=_BEHIND,
    ),
    Saying("{they} wohnt|lebt|studierte|kommt|zieht|isst|trinkt {what}", angle=_BEHIND),
)

RESTS = (
    Saying("bitte? lass|lasse {people} bis {day} ruhen|in_ruhe"),
    Saying("bitte? lass|lasse {people} ruhen|in_ruhe bis? {day}?"),
    Saying("{people} bis {day} ruhen|in_ruhe lassen"),
    Saying("{people} ruhen|in_ruhe lassen bis? {day}?"),
    Saying("{people} ruht|ruhen|pausiert bis {day}"),
    Saying("pause mit|fur {people} bis? {day}"),
    Saying("{people} bis? {day}? pausieren"),
    Saying("gib|gonne {people} eine? pause|ruhe bis {day}"),
)

_DEEDS = {
    form: base
    for base, forms in {
        "schicken": "schicke|schickt|schicken|schick",
        "senden": "sende|sendet|senden",
        "geben": "gebe|gibt|geben|gib",
        "bringen": "bringe|bringt|bringen|bring",
        "liefern": "liefere|liefert|liefern",
        "prüfen": "prufe|pruft|prufen",
        "klären": "klare|klart|klaren",
        "schreiben": "schreibt",
        "zahlen": "zahle|zahlt|zahlen",
        "erledigen": "erledige|erledigt|erledigen",
        "besorgen": "besorge|besorgt|besorgen",
        "zeigen": "zeige|zeigt|zeigen",
        "bestätigen": "bestatige|bestatigt|bestatigen",
        "unterschreiben": "unterschreibe|unterschreibt|unterschreiben",
        "teilen": "teile|teilt|teilen",
    }.items()
    for form in forms.split("|")
}

GERMAN = Language(
    code="de",
    name="Deutsch",
    days=DAYS,
    people=PEOPLE,
    talks=TALKS,
    plans=PLANS,
    promises=PROMISES,
    told=TOLD,
    learned=LEARNED,
    rests=RESTS,
    deeds=_DEEDS,
    imperatives=words(
        "schick, schicke, sende, gib, bring, bringe, liefere, prufe, klare, zahle, erledige, besorge, "
        "bestatige, unterschreibe"
    ),
    kin=words("frau, mann, tochter, sohn, kinder, mutter, vater, hund"),
    meals=frozenset(),
    intensifiers=words("sehr, grosse, grossen, viel, ziemlich, etwas, keine, besonders"),
    joins=words("und, aber, auch, ausserdem") | {","},
    nouns_are_capital=True,
    verbs_end_sentences=True,
    abbreviations=words("dr, prof, std, min, ca, bzw, evtl, hr, fr, nr, z.b, st, tel"),
)
