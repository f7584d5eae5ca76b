#!/usr/bin/env python3
"""A second reading of the specification: checks spec/vectors with nothing but `cryptography` and this page.

Covers encoding, envelope signature, content key commitment, content, leaf, inclusion, checkpoint, cosignature, mandate hashes.
Not covered: HPKE with X-Wing, which `cryptography` does not offer.
"""

import base64
import hashlib
import hmac
import json
import pathlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VECTORS = pathlib.Path(__file__).parent / "vectors"


def load(name):
    return json.loads((VECTORS / f"{name}.json").read_text())


def sha(data):
    return hashlib.sha256(data).digest()


def verify(key, signature, message):
    Ed25519PublicKey.from_public_bytes(key).verify(signature, message)


def decode(data, at=0):
    """One CBOR item and the position after it. The vectors are canonical, so this reader is not strict."""
    major, argument, at = data[at] >> 5, data[at] & 31, at + 1
    if argument >= 24:
        width = 1 << (argument - 24)
        argument, at = int.from_bytes(data[at : at + width], "big"), at + width
    if major == 0:
        return argument, at
    if major == 1:
        return -1 - argument, at
    if major in (2, 3):
        piece = data[at : at + argument]
        return (piece if major == 2 else piece.decode()), at + argument
    if major == 4:
        items = []
        for _ in range(argument):
            item, at = decode(data, at)
            items.append(item)
        return items, at
    if major == 5:
        fields = {}
        for _ in range(argument):
            key, at = decode(data, at)
            fields[key], at = decode(data, at)
        return fields, at
    return {20: False, 21: True, 22: None}[argument], at


def read(data):
    item, end = decode(data)
    assert end == len(data)
    return item


def byte_string(data):
    length = len(data)
    return (bytes([0x40 + length]) if length < 24 else bytes([0x58, length])) + data


def check_envelope():
    vector = load("envelope")
    header, wraps, ciphertext, signatures = read(bytes.fromhex(vector["envelope"]))
    signed = sha(header) + sha(wraps) + sha(ciphertext)
    assert sha(signed).hex() == vector["msg_id"]
    key = bytes.fromhex(vector["signer"])
    protected, unprotected, payload, signature = read(signatures[0][1])
    assert (unprotected, payload) == ({}, None)
    key_id = sha(b"marchland/key/1" + key)[:16]
    assert read(protected) == {1: -19, 4: key_id}
    to_sign = b"\x84\x6aSignature1" + byte_string(protected) + byte_string(b"marchland/env/1") + byte_string(signed)
    verify(key, signature, to_sign)
    fields = read(header)
    assert fields[16][1] == key_id
    content_key = bytes.fromhex(vector["content_key"])
    assert hmac.new(content_key, b"marchland/key-commit/1\x01", "sha256").digest() == fields[21]
    plain = AESGCM(content_key).decrypt(bytes(12), ciphertext, header)
    length = int.from_bytes(plain[32:36], "big")
    content, padding = plain[36 : 36 + length], plain[36 + length :]
    assert len(plain) == fields[20] and not any(padding) and content.hex() == vector["payload"]
    assert sha(b"marchland/content/1" + plain[:32] + content) == fields[22]


def root_from(leaf, index, size, proof):
    value, last = sha(b"\0" + leaf), size - 1
    for sibling in proof:
        if index & 1 or index == last:
            value = sha(b"\1" + sibling + value)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            value = sha(b"\1" + value + sibling)
        index, last = index >> 1, last >> 1
    return value


def check_log():
    vector = load("log")
    receipt = read(bytes.fromhex(vector["receipt"]))
    leaf, record, salt = receipt[1], receipt[2], receipt[3]
    assert leaf[5:] == bytes(7) + sha(b"marchland/leaf/1" + salt + record)
    assert read(record) == [2, [b"\1" * 32, 7]]
    text, lines = vector["checkpoint"].split("\n\n")
    text += "\n"
    _, size, root = text.split("\n")[:3]
    assert root_from(leaf, receipt[4], int(size), receipt[5]) == base64.b64decode(root)
    log, witness = bytes.fromhex(vector["log_key"]), bytes.fromhex(vector["witness_key"])
    found = {name: base64.b64decode(rest) for _, name, rest in (line.split(" ") for line in lines.strip().split("\n"))}
    own = found[vector["origin"]]
    assert own[:4] == sha(vector["origin"].encode() + b"\n\x01" + log)[:4]
    verify(log, own[4:], text.encode())
    other = found[vector["witness_name"]]
    assert other[:4] == sha(vector["witness_name"].encode() + b"\n\x04" + witness)[:4]
    time = int.from_bytes(other[4:12], "big")
    assert time == vector["cosigned_s"]
    verify(witness, other[12:], f"cosignature/v1\ntime {time}\n{text}".encode())


def check_mandate():
    vector = load("mandate")
    assert sha(b"marchland/root/1" + bytes.fromhex(vector["root"])).hex() == vector["root_fingerprint"]
    parent = bytes.fromhex(vector["root_fingerprint"])
    for link, expected in zip(read(bytes.fromhex(vector["chain"]))[0], vector["links"], strict=True):
        document = read(link)[0]
        assert read(document)[10] == parent
        parent = sha(b"marchland/mandate/1" + document)
        assert parent.hex() == expected


if __name__ == "__main__":
    check_envelope()
    check_log()
    check_mandate()
    print("the vectors agree with the specification")
