import pytest

from indexer.metadata.years import find_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 2017, after 1998.", (1998, 2017)),
        ("the 2015-16 season, 2003–2007", (2003, 2007, 2015, 2016)),
        ("on 2015-11-25 and Dec/17/2014, 25/12/2013", (2013, 2014, 2015)),
        ("Vancouver (2016), l’an 2012, the 1980s", (1980, 2012, 2016)),
        ("$2000, 2000 people, 12,2019, 647-555-2018, 20170220, v.2019, 2010%, 3024", ()),
        ("", ()),
    ],
)
def test_years_are_told_from_other_numbers(text, years):
    assert find_years(text) == years
