"""The commands that read a phrase, as a user meets them."""


def test_values_stay_on_one_line_beside_a_long_text(utdrag, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    shown = utdrag("dates", "Kurset går fra mandag 9. mars til og med onsdag 11. mars 2026.").stdout
    assert "2026-03-09/2026-03-11" in shown


def test_a_sign_in_brackets_is_shown_whole(utdrag, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    assert "div.bodytext[data-element-guid]" in utdrag("publishers").stdout
