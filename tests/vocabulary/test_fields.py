"""Fields of study and which of them are related."""

import pytest

from fitscore.vocabulary.fields import broad_fields, is_related


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Political science", {"03"}),
        ("Scienze politiche", {"03"}),
        ("Politikwissenschaft", {"03"}),
        ("Stosunki międzynarodowe", {"03"}),
        ("Relações Internacionais", {"03"}),
        ("Economics", {"03"}),
        ("Volkswirtschaftslehre", {"03"}),
        ("Journalism", {"03"}),
        ("Law", {"042"}),
        ("Droit", {"042"}),
        ("Rechtswissenschaft", {"042"}),
        ("Giurisprudenza", {"042"}),
        ("Derecho", {"042"}),
        ("Prawo", {"042"}),
        ("Administration publique", {"041"}),
        ("Betriebswirtschaft", {"041"}),
        ("Bestuurskunde", {"041"}),
        ("Finance", {"041"}),
        ("Elektrotechnik", {"07"}),
        ("Ingeniería civil", {"07"}),
        ("Mechanical engineering", {"07"}),
        ("Ciencias Físicas", {"05"}),
        ("Mathematics", {"05"}),
        ("Informatik", {"06"}),
        ("Computer science", {"06"}),
        ("Nursing", {"09"}),
        ("Public health", {"09"}),
        ("Social work", {"09"}),
        ("Agronomía", {"08"}),
        ("History", {"02"}),
        ("Pedagogy", {"01"}),
        ("Hotel management", {"10"}),
        ("Military leadership", {"103"}),
        ("Water management", {"07"}),
        ("Management", {"041"}),
        ("Underwater basket weaving", set()),
    ],
)
def test_broad_fields(text: str, codes: set[str]) -> None:
    assert broad_fields(text) == codes


@pytest.mark.parametrize(
    ("wanted", "studied", "related"),
    [
        (["political science", "international relations"], "Sociology", True),
        (["business/public administration"], "Political Science", False),
        (["management sciences"], "Physics", False),
        (["law"], "Business administration", False),
        (["finance"], "Economics", True),
        (["defence sciences and technologies"], "Elektrotechnik", True),
        (["underwater weaving"], "Underwater basket weaving", True),
        (["underwater weaving"], "Law", False),
        ([], "Law", False),
    ],
)
def test_related_fields(wanted: list[str], studied: str, related: bool) -> None:
    assert is_related(wanted, studied) is related
