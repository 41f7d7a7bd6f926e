"""Writes what the fuzzers of packed input, frames, states and lists begin with: fuzz/seeds.py [CORPUS]. The others begin with fixtures/."""

import base64
import gzip
import io
import json
import pathlib
import sys
import tarfile
import zipfile

ENDINGS = ["md.gz", "md.zst", "zip", "tar", "tar.gz", "tar.zst", "tgz", "txt"]  # as in targets/packed.rs
TEXT = "# 储能\n\n日期：2026-03-01\n\n- 乐观情景（30%）：价格回升 12%\n".encode()


def tar(mode):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:
        for name in ("a.md", "b/" + "c" * 120 + ".txt"):
            member = tarfile.TarInfo(name)
            member.size = len(TEXT)
            archive.addfile(member, io.BytesIO(TEXT))
    return packed.getvalue()


def zipped():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.md", TEXT)
        archive.writestr("b/c.txt", TEXT * 9)
    return packed.getvalue()


def main(corpus="fuzz/corpus"):
    packed = {"md.gz": gzip.compress(TEXT), "zip": zipped(), "tar": tar("w"), "tar.gz": tar("w:gz"), "tgz": tar("w:gz")}
    hashes = {"path": "a.md", "stamp": {"size": 3, "modified": 5}, "sha256": "00"}
    seeds = {
        "packed": {ending: bytes([ENDINGS.index(ending)]) + content for ending, content in packed.items()},
        "frames": {
            "text": json.dumps({"path": "a.md", "text": "# A\n\n- 30%"}).encode() + b"\n",
            "base64": json.dumps({"path": "a.md", "base64": base64.b64encode(TEXT).decode()}).encode(),
        },
        "state": {"lines": b"\n".join(json.dumps(line).encode() for line in [hashes, {"gone": "a.md"}, hashes])},
        "lists": {"lines": b"a.md\r\nb.zip\n.\n", "nul": b"a.md\0b.zip\0"},
    }
    for target, files in seeds.items():
        folder = pathlib.Path(corpus, target)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)


main(*sys.argv[1:])
