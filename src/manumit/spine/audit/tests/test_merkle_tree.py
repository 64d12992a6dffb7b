"""The tree against the reference vectors of Certificate Transparency, and against the definition in RFC 9162."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.spine.audit import merkle

CONTENTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
HASHES = b"".join(merkle.leaf_hash(bytes.fromhex(content)) for content in CONTENTS)
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LEAF_2 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
NODE_34 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
NODE_56 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
NODE_78 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
NODE_58 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
LEAF_5 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
INCLUSION = {
    (0, 1): [],
    (0, 8): [LEAF_2, NODE_34, NODE_58],
    (5, 8): [LEAF_5, NODE_78, ROOTS[4]],
    (2, 3): [ROOTS[2]],
    (1, 5): [ROOTS[1], NODE_34, LEAF_5],
}
CONSISTENCY = {
    (1, 1): [],
    (1, 8): [LEAF_2, NODE_34, NODE_58],
    (6, 8): [NODE_56, NODE_78, ROOTS[4]],
    (2, 5): [NODE_34, LEAF_5],
}


def first(size: int, hashes: bytes = HASHES) -> bytes:
    return hashes[: size * merkle.WIDTH]


def defined_root(leaves: list[bytes]) -> bytes:
    """MTH as RFC 9162 writes it, recursively."""
    if len(leaves) < 2:
        return leaves[0] if leaves else hashlib.sha256().digest()
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return merkle.node_hash(defined_root(leaves[:half]), defined_root(leaves[half:]))


@pytest.mark.parametrize("size", range(9))
def test_roots_are_the_published_ones(size):
    assert merkle.root(first(size)).hex() == ROOTS[size]


@pytest.mark.parametrize(("at", "path"), INCLUSION.items())
def test_inclusion_paths_are_the_published_ones(at, path):
    assert [node.hex() for node in merkle.inclusion_proof(first(at[1]), at[0])] == path


@pytest.mark.parametrize(("sizes", "path"), CONSISTENCY.items())
def test_consistency_paths_are_the_published_ones(sizes, path):
    assert [node.hex() for node in merkle.consistency_proof(first(sizes[1]), sizes[0])] == path


trees = st.integers(1, 150).map(lambda size: [merkle.leaf_hash(str(leaf).encode()) for leaf in range(size)])


@given(trees)
def test_a_growing_tree_has_the_root_of_the_definition(leaves):
    assert merkle.root(b"".join(leaves)) == defined_root(leaves)


@given(trees, st.data())
def test_a_proof_of_inclusion_holds_for_its_leaf_alone(leaves, data):
    index = data.draw(st.integers(0, len(leaves) - 1))
    other = data.draw(st.integers(0, len(leaves) - 1))
    path = merkle.inclusion_proof(b"".join(leaves), index)
    root = defined_root(leaves)
    merkle.verify_inclusion(leaves[index], index, len(leaves), path, root)
    if other != index:
        with pytest.raises(merkle.BadProof):
            merkle.verify_inclusion(leaves[other], index, len(leaves), path, root)
        with pytest.raises(merkle.BadProof):
            merkle.verify_inclusion(leaves[index], other, len(leaves), path, root)


@given(trees, st.data())
def test_a_proof_of_consistency_holds_for_its_trees_alone(leaves, data):
    earlier = data.draw(st.integers(1, len(leaves)))
    path = merkle.consistency_proof(b"".join(leaves), earlier)
    roots = defined_root(leaves[:earlier]), defined_root(leaves)
    merkle.verify_consistency(earlier, len(leaves), path, *roots)
    for wrong in ((roots[0], bytes(32)), (bytes(32), roots[1])):
        with pytest.raises(merkle.BadProof):
            merkle.verify_consistency(earlier, len(leaves), path, *wrong)


@given(trees, st.data())
def test_a_path_longer_or_shorter_proves_nothing(leaves, data):
    index = data.draw(st.integers(0, len(leaves) - 1))
    path = merkle.inclusion_proof(b"".join(leaves), index)
    root = defined_root(leaves)
    for wrong in (path[:-1] if path else [bytes(32)], [*path, bytes(32)]):
        with pytest.raises(merkle.BadProof):
            merkle.verify_inclusion(leaves[index], index, len(leaves), wrong, root)


@pytest.mark.parametrize("index", [-1, 8])
def test_no_proof_outside_the_tree(index):
    with pytest.raises(IndexError):
        merkle.inclusion_proof(HASHES, index)
    with pytest.raises(merkle.BadProof):
        merkle.verify_inclusion(bytes(32), index, 8, [], bytes(32))


@pytest.mark.parametrize("earlier", [0, 9])
def test_no_consistency_with_no_tree_or_a_larger_one(earlier):
    with pytest.raises(IndexError):
        merkle.consistency_proof(HASHES, earlier)
    with pytest.raises(merkle.BadProof):
        merkle.verify_consistency(earlier, 8, [], bytes(32), bytes(32))
