"""Names of real bodies and places, and what a line of a CV that holds one is read as."""

import json

import pytest
from spacy.lang.en.stop_words import STOP_WORDS

from fitscore.errors import InputError
from fitscore.nlp import model_folder, tokens
from fitscore.nlp.concepts import read
from fitscore.vocabulary.bodies import _bodies, groups, named, spellings
from fitscore.vocabulary.thesaurus import concepts, fields, index

COMMONEST = 3000
"""So many stems of notices are taken for ordinary words, but for these, which mean nothing else."""
WELL_KNOWN = {"ibrd", "oecd", "uncdf", "undss", "unfccc", "unifem", "ifc", "miga"}


def stems(name):
    return tuple(token.stem for token in tokens(name) if token.stem[0].isalnum())


def test_there_are_names_enough_of_concepts_and_fields_that_exist():
    assert sum(len(group.names) for group in groups()) >= 3000
    assert sum(len(group.maybe_names) for group in groups()) >= 300
    for group in groups():
        assert {*group.concepts, *group.maybe_concepts} <= set(concepts())
        assert set(group.fields) <= set(fields())
        assert (group.concepts and group.names) or (group.maybe_concepts and group.maybe_names and not group.names)


@pytest.mark.parametrize("group", groups(), ids=lambda group: group.concepts[0] if group.concepts else "places")
def test_no_name_stands_twice_in_a_group(group):
    seen = {}
    for name in (*group.names, *group.maybe_names):
        assert seen.setdefault(stems(name), name) == name
    assert len(seen) == len(group.names) + len(group.maybe_names)


def test_no_name_is_an_ordinary_word():
    frequencies = json.loads((model_folder("lexical") / "idf.json").read_text(encoding="utf-8"))["idf"]
    common = set(sorted(frequencies, key=lambda stem: (frequencies[stem], stem))[:COMMONEST]) - WELL_KNOWN
    stop = {token.stem for word in STOP_WORDS for token in tokens(word)}
    for group in groups():
        for name in (*group.names, *group.maybe_names):
            for spelling in map(stems, spellings(name)):
                assert not set(spelling) <= stop, name
                assert len(spelling) > 1 or spelling[0] not in common or not group.names, name


def test_every_name_speaks_of_the_concepts_and_fields_of_its_group():
    of_concepts, of_fields = index().names, index("fields").names
    for group in groups():
        for name in (*group.names, *group.maybe_names):
            for spelling in spellings(name.replace(" .. ", " ")):
                found = {of_concepts[place]: mention.strength for place, mention in read(spelling).concepts.items()}
                assert {*group.concepts, *group.maybe_concepts} <= set(found), spelling
                assert all(found[concept] == 1.0 for concept in group.concepts if name in group.names), spelling
                assert set(group.fields) <= {of_fields[place] for place in read(spelling, "fields").concepts}, spelling


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("Auswärtiges Amt", "Auswartiges Amt"),
        ("Auswärtiges Amt", "Auswaertiges Amt"),
        ("Quai d'Orsay", "Quai d\N{RIGHT SINGLE QUOTATION MARK}Orsay"),
        ("Straż Graniczna", "Straz Graniczna"),
        ("Forsvarets høgskole", "Forsvarets hogskole"),
    ],
)
def test_a_name_is_known_in_its_other_spellings(name, spelling):
    assert spellings(name)[0] == name
    assert spelling in spellings(name)


def test_a_group_of_an_unknown_concept_is_an_input_error():
    with pytest.raises(InputError, match="there is no concept called"):
        named("concepts", frozenset())
    with pytest.raises(InputError, match="there is no field called"):
        named("fields", frozenset({"nato"}))


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"concept": ["nato"]}, "unknown key 'concept'"),
        ({"concepts": "nato"}, "not a list"),
        ({"names": [1]}, "not a list of words"),
    ],
)
def test_a_group_that_is_written_otherwise_is_an_input_error(entry, said):
    with pytest.raises(InputError, match=said):
        _bodies(entry, 1)


LINES = [
    ("Inspector, Organisation for the Prohibition of Chemical Weapons, The Hague", "international organisation"),
    ("OPCW, Verification Division", "international organisation"),
    ("Preparatory Commission for the Comprehensive Nuclear-Test-Ban Treaty (CTBTO)", "international organisation"),
    ("European Labour Authority, Bratislava", "eu agency"),
    ("European Labour Authority, Bratislava", "international organisation"),
    ("European Chemicals Agency (ECHA), Helsinki", "european union"),
    ("eu-LISA, Tallinn", "eu agency"),
    ("SESAR 3 Joint Undertaking", "eu agency"),
    ("European Court of Auditors, Chamber III", "eu institution"),
    ("Commission européenne, DG INTPA", "european commission"),
    ("Europäische Kommission, Vertretung in Wien", "european commission"),
    ("Délégation de l’Union européenne au Tchad", "eeas"),
    ("Permanent Representation of Exampleland to the European Union", "council of the european union"),
    ("EUTM Mali, Koulikoro", "csdp missions"),
    ("EULEX Kosovo, Pristina", "field experience"),
    ("European Union Monitoring Mission in Georgia", "csdp missions"),
    ("OSCE Special Monitoring Mission to Ukraine, Sievierodonetsk", "osce"),
    ("OSCE Mission to Bosnia and Herzegovina", "international organisation"),
    ("Conseil de l'Europe, Strasbourg", "council of europe"),
    ("OCDE, Paris", "oecd"),
    ("International Energy Agency", "oecd"),
    ("Supreme Headquarters Allied Powers Europe, J4", "nato command structure"),
    ("Supreme Headquarters Allied Powers Europe, J4", "military headquarters"),
    ("SHAPE, Mons (BE)", "nato command structure"),
    ("SHAPE", "military headquarters"),
    ("WHO, Regional Office for Africa", "un agencies and funds"),
    ("ACTED, Erbil", "international ngo"),
    ("Joint Force Command Brunssum", "military headquarters"),
    ("HQ Allied Rapid Reaction Corps, Innsworth", "nato"),
    ("Allied Air Command, Ramstein", "nato command structure"),
    ("1 German-Netherlands Corps, Münster", "military headquarters"),
    ("Wielonarodowy Korpus Polnocny, MNC NE", "nato command structure"),
    ("Eurocorps, Strasbourg", "military headquarters"),
    ("NATO International Staff, Operations Division", "nato headquarters"),
    ("NSPA, Capellen", "nato agencies"),
    ("NATO Communications and Information Agency", "international organisation"),
    ("Joint Air Power Competence Centre, Kalkar", "nato agencies"),
    ("Cooperative Cyber Defence Centre of Excellence", "nato"),
    ("HQ KFOR, Camp Film City", "field mission"),
    ("Resolute Support Mission, Kabul", "conflict-affected country"),
    ("Combined Joint Task Force Operation Inherent Resolve", "armed forces abroad"),
    ("Opération Barkhane, Gao", "armed forces abroad"),
    ("Combined Maritime Forces, Manama", "international environment"),
    ("UNMISS, Malakal", "un peace mission"),
    ("United Nations Mission in South Sudan", "united nations"),
    ("MINUSMA, Gao", "field experience"),
    ("UN Verification Mission in Colombia", "un peace mission"),
    ("UNOCHA, Port-au-Prince", "un secretariat"),
    ("Office of the High Commissioner for Human Rights", "un secretariat"),
    ("Haut-Commissariat aux droits de l'homme", "united nations"),
    ("Programa Mundial de Alimentos", "un agencies and funds"),
    ("PNUD Guinée", "united nations"),
    ("International Organization for Migration", "un agencies and funds"),
    ("International Criminal Court, Registry", "international court"),
    ("Cour pénale internationale", "international organisation"),
    ("Kosovo Specialist Chambers", "international court"),
    ("International Monetary Fund, Fiscal Affairs", "world bank group"),
    ("Europäische Investitionsbank, Luxemburg", "regional development bank"),
    ("Banque africaine de developpement", "development bank"),
    ("KfW Entwicklungsbank, Frankfurt", "development bank"),
    ("CERN, Geneva", "international organisation"),
    ("European Southern Observatory, Garching", "international organisation"),
    ("ESA ESTEC, Noordwijk", "space industry"),
    ("EUMETSAT, Darmstadt", "international organisation"),
    ("OCCAR-EA, Bonn", "defence procurement agency"),
    ("Interpol General Secretariat, Lyon", "police service"),
    ("African Union Commission, Addis Ababa", "regional organisation"),
    ("ASEAN Secretariat, Jakarta", "international organisation"),
    ("Hague Conference on Private International Law", "international organisation"),
    ("Comité international de la Croix-Rouge", "red cross movement"),
    ("Deutsches Rotes Kreuz, Landesverband", "humanitarian organisation"),
    ("Ärzte ohne Grenzen, Einsatz im Jemen", "international ngo"),
    ("Medecins Sans Frontieres", "humanitarian organisation"),
    ("Flyktninghjelpen, Oslo", "non-governmental organisation"),
    ("HALO Trust", "international ngo"),
    ("Deutsche Gesellschaft für Internationale Zusammenarbeit, Lilongwe", "developing country"),
    ("Agence française de développement", "development cooperation"),
    ("Swedish International Development Cooperation Agency", "national administration"),
    ("Bundesministerium der Verteidigung, Bonn", "ministry of defence"),
    ("Forsvarsdepartementet", "ministry of defence"),
    ("Ministerstwo Obrony Narodowej", "national administration"),
    ("Krasto apsaugos ministerija", "ministry of defence"),
    ("Permanent Joint Headquarters, Northwood", "military headquarters"),
    ("Einsatzfuehrungskommando der Bundeswehr", "military headquarters"),
    ("Comando Operativo di Vertice Interforze", "military authorities"),
    ("Koninklijke Landmacht", "army"),
    ("Marynarka Wojenna", "navy"),
    ("Flygvapnet, F 17", "air force"),
    ("Försvarsmakten", "armed forces"),
    ("Norwegian Defence University College", "staff college"),
    ("Führungsakademie der Bundeswehr", "staff college"),
    ("École de guerre", "staff college"),
    ("Academia Militar, Lisboa: Academia Militar Lisboa", "military academy"),
    ("Koninklijke Marechaussee", "gendarmerie"),
    ("Kustbevakningen", "coast guard service"),
    ("An Garda Síochána", "police service"),
    ("Straz Graniczna", "border guard service"),
    ("Bundesnachrichtendienst", "intelligence service"),
    ("Auswaertiges Amt, Referat 201", "ministry of foreign affairs"),
    ("Utenriksdepartementet", "national administration"),
    ("Farnesina, Direzione generale", "ministry of foreign affairs"),
    ("Najwyższa Izba Kontroli", "national administration"),
    ("Sveriges Riksbank", "national administration"),
    ("Regeringskansliet", "national administration"),
    ("Deutscher Bundestag", "legislature"),
    ("Oliver Wyman, Munich", "consulting firm"),
    ("Linklaters LLP", "law firm"),
    ("MBDA, Le Plessis", "defence industry company"),
    ("Commerzbank AG", "private company"),
    ("Munich Re", "insurance company"),
    ("Instituut Clingendael", "think tank"),
    ("Fraunhofer Institute for Optronics", "research institute"),
    ("Bocconi, Milano", "university"),
    ("Agence France-Presse", "media organisation"),
    ("Team leader, Goma", "conflict-affected country"),
    ("Field coordinator, Lilongwe", "developing country"),
]


@pytest.mark.parametrize(("line", "concept"), LINES)
def test_an_employers_line_shows_its_setting(line, concept):
    known = index()
    shows = known.degrees[known.names.index(concept)]
    degrees = [shows.get(place, 0.0) * mention.strength for place, mention in read(line).concepts.items()]
    assert max(degrees, default=0.0) >= 0.45


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Supreme Headquarters Allied Powers Europe", "military headquarters"),
        ("Multinational Corps Northeast", "nato"),
        ("MONUSCO, Bunia", "field experience"),
        ("MONUSCO, Bunia", "conflict-affected country"),
        ("International Criminal Court", "international organisation"),
        ("Oxfam Novib", "non-governmental organisation"),
        ("Utenriksdepartementet", "national administration"),
        ("Norwegian Defence University College", "staff college"),
    ],
)
def test_an_employers_line_shows_the_broad_field(line, field):
    known = index("fields")
    assert field in {known.names[place] for place in read(line, "fields").concepts}


@pytest.mark.parametrize(
    "sentence",
    [
        "He who acts must answer for what he does",
        "Those who lead shape the plan, and all acted on it",
        "Took care of the guests and shaped the plan for the day",
        "Kept the minutes in a NATO-like setting",
        "Shape the policy of the club in Europe",
        "We fed the birds and care for the garden",
        "The data of the mine were sold as a whole",
        "Acted as first contact for the callers",
        "Met office managers every week",
        "Planned and held talks, then met the owners",
        "Put human rights first in every class",
        "Helped people in need in the parish",
        "The total was checked against the shop's books",
        "A strategy to reach new readers",
        "Shell scripts and a little Python",
        "Charitable work on weekends",
        "The guardian of the children signed the form",
        "Wrote for the economist in the next room",
        "Le temps passe, le soir tombe",
        "Die Zeit war knapp",
        "Said, with echo, that iron and ice do not mix",
        "Micah and Kaya sang with Farah",
    ],
)
def test_ordinary_sentences_name_no_body(sentence):
    named_concepts = {concept for group in groups() for concept in group.concepts}
    known = index()
    sure = {known.names[place] for place, mention in read(sentence).concepts.items() if mention.strength == 1.0}
    assert not sure & named_concepts
