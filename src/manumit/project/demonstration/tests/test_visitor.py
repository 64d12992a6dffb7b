"""What a visitor finds in a page."""

from manumit.project.demonstration import visitor, walk

PAGE = b"""
<a href="#main">skip</a> <a href="/cases/">cases</a> <a href="https://elsewhere.example/">out</a>
<a href="?page=2">next</a>
<form method="post" action="/purpose/"><input type="hidden" name="csrf" value="t">
<input type="radio" name="purpose" value="a"><input type="radio" name="purpose" value="b" checked>
<input type="checkbox" name="terms"><select name="kind"><option value="x"><option value="y" selected></select>
<textarea name="note"></textarea><input type="submit" name="go"></form>
<form action="/search/"><input name="q"></form>
"""


def read() -> visitor.Page:
    return visitor._page("http://here/list/", 200, PAGE, "text/html")


def test_links_of_its_own_server_without_those_to_itself() -> None:
    assert read().links == ("http://here/cases/", "http://here/list/?page=2")


def test_forms_are_filled_with_what_they_show() -> None:
    post, get = read().forms
    assert post.fields == {"csrf": "t", "purpose": "b", "terms": "on", "kind": "y", "note": ""}
    assert (get.method, get.action, get.fields) == ("get", "http://here/search/", {"q": ""})


def test_every_address_without_a_parameter_is_known() -> None:
    assert "/" in set(walk.addresses())
    assert not [address for address in walk.addresses() if "<" in address]
