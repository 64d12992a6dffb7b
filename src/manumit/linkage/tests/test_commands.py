"""The commands work over files, name what cannot be read, and leave the rest standing."""

import json
from argparse import ArgumentParser

import pytest

from manumit.linkage.commands import batch, evaluate, explain, index, query, train
from manumit.linkage.record_files import BadRecord, judged_in, one_record, records_in

from .test_index import ALDER, BOB, crowd

CSV = "id,names.given,names.family,birth,height\na,Robert,Alder,1990-02-03,70\nb,Bea,Quill,,\n"


def call(command, capsys, *words) -> tuple[int, list]:
    """Run a command and return its status and the JSON lines it printed."""
    parser = ArgumentParser()
    command.arguments(parser)
    status = command.run(parser.parse_args([str(word) for word in words]))
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]


@pytest.fixture
def people(tmp_path):
    lines = [json.dumps({"id": id_, **record}) for id_, record in {**crowd(60), "a": ALDER}.items()]
    (tmp_path / "people.jsonl").write_text("\n".join([*lines, json.dumps({"id": "bad", "birth": ["long ago"]})]))
    return tmp_path


def test_train_index_query_explain(people, capsys) -> None:
    (people / "good.jsonl").write_text("\n".join((people / "people.jsonl").read_text().split("\n")[:-1]))
    model = people / "model.json"
    status, (said,) = call(train, capsys, people / "good.jsonl", "--model", model)
    assert (status, said["records"]) == (0, 61)
    where = ("--index", people / "index", "--model", model)
    status, (said,) = call(index, capsys, people / "people.jsonl", *where, "--compact")
    assert (status, said["indexed"], said["left_out"]) == (1, 61, 1)
    status, hits = call(query, capsys, json.dumps(BOB), *where, "--limit", 3)
    assert (status, hits[0]["id"], len(hits)) == (0, "a", 3)
    explain_parser = ArgumentParser()
    explain.arguments(explain_parser)
    explain.run(explain_parser.parse_args([json.dumps(BOB), json.dumps(ALDER), "--model", str(model)]))
    found = json.loads(capsys.readouterr().out)
    assert found["weight"] == hits[0]["weight"] == sum(step["weight"] for step in found["waterfall"])


def test_train_says_how_far_it_is(people, capsys, monkeypatch) -> None:
    monkeypatch.setattr(train, "TOLD_EVERY", 25)
    (people / "good.jsonl").write_text("\n".join((people / "people.jsonl").read_text().split("\n")[:-1]))
    parser = ArgumentParser()
    train.arguments(parser)
    assert train.run(parser.parse_args([str(people / "good.jsonl"), "--model", str(people / "model.json")])) == 0
    told = capsys.readouterr()
    assert told.err.splitlines() == ["25 records read", "50 records read", "learning from 61 records"]
    assert len(told.out.splitlines()) == 1


def test_what_cannot_be_read_is_named(people, capsys, model) -> None:
    (people / "model.json").write_bytes(model.to_json())
    parser = ArgumentParser()
    index.arguments(parser)
    words = [str(people / "people.jsonl"), "--index", str(people / "i"), "--model", str(people / "model.json")]
    assert index.run(parser.parse_args(words)) == 1
    assert "bad: birth: 'long ago' is no date" in capsys.readouterr().err


@pytest.fixture
def two(tmp_path, model):
    """Two people of whom one stands there twice, some strangers, and a model."""
    (tmp_path / "model.json").write_bytes(model.to_json())
    listed = {**crowd(60), "a": ALDER, "b": BOB}
    (tmp_path / "all.jsonl").write_text("\n".join(json.dumps({"id": id_, **record}) for id_, record in listed.items()))
    for name, id_ in (("one", "a"), ("other", "b")):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"id": id_, **listed[id_]}))
    return tmp_path


def lines_of(path) -> list:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_batch_writes_pairs_and_clusters(two, capsys) -> None:
    where = ("--model", two / "model.json", "--pairs", two / "pairs.jsonl")
    status, (said,) = call(batch, capsys, two / "all.jsonl", *where, "--clusters", two / "clusters.jsonl")
    pairs = lines_of(two / "pairs.jsonl")
    assert (status, said["records"], said["pairs"], said["not_read"]) == (0, 62, len(pairs), 0)
    assert {pairs[0]["a"], pairs[0]["b"]} == {"a", "b"}
    assert pairs == sorted(pairs, key=lambda pair: -pair["evidence"])
    clusters = {line["id"]: line["cluster"] for line in lines_of(two / "clusters.jsonl")}
    assert clusters["b"] == clusters["a"] == "a"
    (two / "apart.csv").write_text("a,b,same\na,b,no\n")
    call(batch, capsys, two / "all.jsonl", *where, "--clusters", two / "c.jsonl", "--apart", two / "apart.csv")
    assert {line["id"]: line["cluster"] for line in lines_of(two / "c.jsonl")}["b"] == "b"


def test_batch_of_two_files_looks_across_only(two, capsys) -> None:
    where = ("--model", two / "model.json", "--pairs", two / "pairs.jsonl")
    status, (said,) = call(batch, capsys, two / "one.jsonl", "--against", two / "other.jsonl", *where, "--least", 0)
    assert (status, said["records"], said["pairs"]) == (0, 2, 1)
    assert lines_of(two / "pairs.jsonl")[0].keys() == {"a", "b", "evidence"}
    words = ["--against", two / "other.jsonl", *where, "--clusters", two / "c.jsonl"]
    assert call(batch, capsys, two / "one.jsonl", *words) == (2, [])


def test_evaluate_tells_precision_and_recall_of_judged_pairs(two, capsys) -> None:
    (two / "judged.csv").write_text("a,b,same\na,b,yes\na,p0,no\nb,nobody,yes\n")
    words = (two / "all.jsonl", "--judged", two / "judged.csv", "--model", two / "model.json")
    status, (said,) = call(evaluate, capsys, *words)
    assert (status, said["pairs"], said["same"], said["left_out"]) == (1, 2, 1, 1)
    assert said["lines"][1] == {"bits": 5, "pairs": 1, "precision": 1.0, "recall": 1.0}
    assert set(said["switched"]) == {"race", "tribe"}
    assert said["calibration"] == []


def test_a_judgement_is_yes_or_no(tmp_path) -> None:
    (tmp_path / "judged.jsonl").write_text(
        '{"a": "1", "b": "2", "same": true}\n{"a": "1", "b": "3", "same": "perhaps"}'
    )
    with pytest.raises(BadRecord, match="line 2: a judged pair needs a, b, and same"):
        list(judged_in(tmp_path / "judged.jsonl"))


def test_no_index_is_made_by_asking(people, capsys, model) -> None:
    (people / "model.json").write_bytes(model.to_json())
    status, hits = call(query, capsys, "{}", "--index", people / "none", "--model", people / "model.json")
    assert (status, hits) == (1, [])
    assert not (people / "none").exists()


def test_csv_names_parts_of_fields_in_its_columns(tmp_path) -> None:
    (tmp_path / "people.csv").write_text(CSV)
    assert dict(records_in(tmp_path / "people.csv")) == {
        "a": {"names": [{"given": "Robert", "family": "Alder"}], "birth": ["1990-02-03"], "height": [70.0]},
        "b": {"names": [{"given": "Bea", "family": "Quill"}]},
    }


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("x.jsonl", '{"id": "a"}\n{"id": ', "line 2: no JSON"),
        ("x.jsonl", '{"names": []}', "line 1: a record needs its id"),
        ("x.csv", "id,sex\na,M,extra\n", "line 2: it has not as many cells"),
    ],
)
def test_a_line_that_is_no_record_is_named(tmp_path, name, text, fault) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(BadRecord, match=fault):
        list(records_in(tmp_path / name))


def test_a_record_to_ask_for_is_an_object(tmp_path) -> None:
    (tmp_path / "list.json").write_text("[]")
    with pytest.raises(BadRecord, match="a JSON object of fields"):
        one_record(str(tmp_path / "list.json"))
