"""The grammar of a claim: every line is read or refused in words, and nothing is lost."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.claims.asked import library, lines
from utils.claims.deck import BETWEEN
from utils.claims.slug import slug, unslug
from utils.claims.spec import EXAMPLES, KINDS, Group, Spec, SpecError, parse, period, written
from utils.model import Indicator, ReachSeries
from utils.model.limits import CLAIM_LETTERS

UNRESERVED = re.compile(r"[A-Za-z0-9._~:,=-]+")
IDS = some.from_regex(r"[a-z0-9][a-z0-9_-]{0,20}", fullmatch=True)
PLACES = some.from_regex(r"[A-Z0-9][A-Z0-9-]{0,11}", fullmatch=True)
DAYS = some.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31))
LABELS = some.text(some.characters(exclude_categories=["Cs"]), min_size=1, max_size=10)
BY = some.sampled_from(["sex", "age", "race", "sex_race"])


@some.composite
def specs(draw: some.DrawFn) -> Spec:
    """Claims of every kind, as the grammar allows them."""
    kind = draw(some.sampled_from(KINDS))
    first, last = sorted(draw(some.lists(DAYS, min_size=2, max_size=2, unique=True)))
    by = draw(BY)
    one = draw(some.lists(LABELS.map(lambda label: Group(by, label)), max_size=1))
    subject, other = draw(some.lists(IDS, min_size=2, max_size=2, unique=True))
    place = draw(PLACES)
    match kind:
        case "effect" | "fact":
            return Spec(kind, (subject,))
        case "attention":
            return Spec(kind, (subject,), first=first, groups=tuple(one), beside=other)
        case "together":
            end = draw(some.sampled_from([None, last]))
            began = first if end else draw(some.sampled_from([None, first]))
            return Spec(kind, (subject,), (place,), last, None, tuple(one), other, began, end)
        case "treatment-gap":
            return Spec(kind, (subject, other), (place,), first, None, tuple(one))
        case "gap":
            pair = draw(some.lists(LABELS, min_size=2, max_size=2, unique=True))
            return Spec(kind, (subject,), (place,), first, None, tuple(Group(by, x) for x in pair))
        case "change" | "peak" | "lowest":
            return Spec(kind, (subject,), (place,), first, last, tuple(one))
        case _:
            return Spec(kind, (subject,), (place,), first, None, tuple(one))


@given(specs())
def test_what_is_written_is_read_back(spec: Spec) -> None:
    line = written(spec)
    if len(line) <= CLAIM_LETTERS:
        assert parse(line) == spec
        assert UNRESERVED.fullmatch(line), line


@given(some.text(max_size=400) | some.text("levlgap:USA=.,~_20-1%", max_size=60))
def test_any_text_is_a_claim_or_an_error_in_words(text: str) -> None:
    hold(text)


@given(specs(), some.data())
def test_a_line_with_one_sign_changed_is_a_claim_or_an_error_in_words(
    spec: Spec, data: some.DataObject
) -> None:
    line = written(spec)
    at = data.draw(some.integers(0, len(line)))
    hold(line[:at] + data.draw(some.text(max_size=2)) + line[at + 1 :])


def hold(text: str) -> None:
    """Reads a text; what is read has one canonical line, what is not is told what to do."""
    try:
        spec = parse(text)
    except SpecError as error:
        said = str(error)
        assert re.search(r"Write it as in|Begin with one of|Copy the claim", said)
        assert len(said) < 500
        return
    line = written(spec)
    assert parse(line) == spec
    assert written(parse(line)) == line


@given(some.text(some.characters(exclude_categories=["Cs"])))
def test_a_slug_loses_nothing(text: str) -> None:
    if text:
        assert unslug(slug(text)) == text
    assert re.fullmatch(r"[A-Za-z0-9._~-]*", slug(text))


@pytest.mark.parametrize("text", ["", "a b", "a%20b", "~", "~G0", "~C3", "é"])
def test_what_is_no_slug_is_an_error(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011, the message is told by the grammar
        unslug(text)


def test_every_group_of_the_snapshot_fits_into_a_claim() -> None:
    for series, place, by, label in [*lines(Indicator), *lines(ReachSeries)]:
        if by != "all":
            spec = Spec(
                "level", (series,), (place,), dt.date(2020, 4, 23), None, (Group(by, label),)
            )
            assert parse(written(spec)) == spec


def test_two_of_the_longest_groups_fit_into_one_line() -> None:
    longest = sorted(lines(Indicator), key=lambda line: len(slug(line[3])))[-2:]
    series = max(library().series(), key=len)
    groups = tuple(Group(longest[0][2], line[3]) for line in longest)
    spec = Spec("gap", (series,), ("GB-E12000001",), dt.date(2020, 4, 23), None, groups)
    assert len(written(spec)) <= CLAIM_LETTERS


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (dt.date(2019, 1, 1), "2019"),
        (dt.date(2024, 9, 1), "2024-09"),
        (dt.date(2024, 8, 20), "2024-08-20"),
    ],
)
def test_a_period_is_as_short_as_it_can_be(day: dt.date, text: str) -> None:
    assert period(day) == text
    for longer in (text, day.isoformat()):
        assert parse(f"level:a:USA:{longer}").first == day


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "'' is no kind of claim"),
        ("levle:a:USA:2019", "'levle' is no kind of claim"),
        ("level", "Part 2 .* is missing: the id of a series"),
        ("level:A b:USA:2019", "Part 2 .* is not the id of a series"),
        ("level:a:usa:2019", "Part 3 .* is not the code of a place"),
        ("level:a:USA:2019-02-30", "Part 4 .* is no day of the calendar"),
        ("level:a:USA:lately", "Part 4 .* is no day, month or year"),
        ("level:a:USA:2019:sex=Female,Male", "Part 5 .* at most 1 different groups"),
        ("level:a:USA:2019:all=all", "leave it out to speak of everyone"),
        ("level:a:USA:2019:sex=~FF", "is no group that can be read"),
        ("level:a:USA:2019::", "Part 5"),
        ("level:a:USA:2019:sex=F:2020", "Part 6 .* is one too many"),
        ("change:a:USA:2019", "needs two periods"),
        ("change:a:USA:2019..2019", "ends before it begins or where it begins"),
        ("gap:a:USA:2019", "leaves one side"),
        ("treatment-gap:a:USA:2019", "needs a need and a help series"),
        ("fact:a:b", "is one too many"),
        ("level:" + "a" * 400, "at most 320 letters"),
    ],
)
def test_an_error_says_what_where_and_how_to_mend_it(text: str, words: str) -> None:
    with pytest.raises(SpecError, match=words):
        parse(text)


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_a_kind_is_canonical(kind: str) -> None:
    example = EXAMPLES[kind]  # type: ignore[index]
    assert parse(example).kind == kind
    assert written(parse(f" {example}\n")) == example


def test_twenty_usual_claims_fit_into_an_address() -> None:
    line = BETWEEN.join(["1", *(list(EXAMPLES.values()) * 2)[:20]])
    assert len("https://example.org/talking_points?deck=" + quote(line, safe="")) < 2_000
