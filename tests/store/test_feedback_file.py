"""Where answers lie in SQLite's file: whoever holds the disk reads no order and no company."""

from pathlib import Path

from facilitator.use_cases.take_answers import take_answers
from tests.store.houses import a_house, migrated
from tests.store.test_feedback import ALL, a_group, ticket


def test_where_an_answer_lies_in_the_file_does_not_follow_its_arrival(tmp_path: Path) -> None:
    """The first of three lies at each of the three places, over many houses."""
    places = set()
    for number in range(40):
        folder = tmp_path / str(number)
        folder.mkdir()
        house = migrated(a_house(f"sqlite:///{folder / 'house.db'}", folder))
        group = a_group(house)
        for answer in ("not_really", "yes", "mostly"):
            take_answers(house, ticket(house, group), {"free": answer})
        house.database.dispose()
        body = (folder / "house.db").read_bytes()
        at = {
            answer: body.find(b"free" + answer.encode())
            for answer in ("not_really", "yes", "mostly")
        }
        assert min(at.values()) > 0
        places.add(sorted(at, key=lambda answer: at[answer]).index("not_really"))

    assert places == {0, 1, 2}


def test_nothing_of_an_answer_lies_beside_the_database(tmp_path: Path) -> None:
    """SQLite's log would show which answers came together with which ticket."""
    house = migrated(a_house(f"sqlite:///{tmp_path / 'house.db'}", tmp_path))
    group = a_group(house)

    take_answers(house, ticket(house, group), ALL)

    assert (tmp_path / "house.db-wal").stat().st_size == 0
    house.database.dispose()
