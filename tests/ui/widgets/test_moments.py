from datetime import UTC, datetime, timedelta

import pytest

from ui.widgets.moments import readable_date, readable_moment

BEFORE = datetime(2022, 5, 8, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("stored", "short", "full"),
    [
        ("2007-11-06", "6 Nov 2007", "6 November 2007"),
        ("2022-11", "Nov 2022", "November 2022"),
        ("2022", "2022", "2022"),
        ("", "undated", "undated"),
        ("2022-13", "2022-13", "2022-13"),
        ("not a date", "not a date", "not a date"),
    ],
)
def test_dates_read_as_people_write_them(stored, short, full):
    assert readable_date(stored) == short
    assert readable_date(stored, in_full=True) == full


@pytest.mark.parametrize("with_time", [False, True])
def test_a_moment_of_today_reads_as_its_local_time(with_time):
    now = datetime.now().astimezone()
    shown = readable_moment(now.astimezone(UTC), with_time=with_time)
    assert shown == f"{now:%H:%M}"


def test_a_moment_of_before_reads_as_its_day():
    local = BEFORE.astimezone()
    assert readable_moment(BEFORE) == "8 May 2022"
    assert readable_moment(BEFORE, with_time=True) == f"8 May 2022, {local:%H:%M}"


def test_yesterday_is_not_today():
    assert "20" in readable_moment(datetime.now(UTC) - timedelta(days=1))
