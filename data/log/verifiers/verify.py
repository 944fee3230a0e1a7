#!/usr/bin/env python3
"""Checks the history of Said & Done without trusting the program that wrote it.

One file, Python 3.8 or later, standard library only, no network. The Ed25519 check is written out here (RFC 8032,
section 5.1). Run it without arguments for what it can do.
"""
import base64 as b64
import hashlib
import json
import re
import sys

HELP = """Checks the history of Said & Done. Prints "ok" or "NO" and why; ends with 0 only if everything is ok.

  verify.py checkpoint FILE --key KEY [--witness KEY]...
      The log's key signed this checkpoint; every named witness cosigned it.
  verify.py proof FILE.tlog-proof... --key KEY [--witness KEY]... [--entry FILE]
      The entry stands in the log that the checkpoint speaks of.
  verify.py seal OPENING.json FILE.tlog-proof --key KEY [--witness KEY]...
      The record in the opening is the one whose seal the proved entry holds.
  verify.py continues OLD-CHECKPOINT NEW-CHECKPOINT PROOF.json --key KEY
      Nothing was changed or taken out between two checkpoints. PROOF.json is a list of hashes in base64.
  verify.py inclusion FILE.json...
  verify.py consistency FILE.json...
      Bare proofs: leafIdx, treeSize, root, leafHash, proof; or size1, size2, root1, root2, proof. Hashes in base64.

KEY is the published text of a key: name+id+base64.
"""


class No(Exception):
    """The answer is no, and why."""


# ---- bytes -----------------------------------------------------------------------------------------------------------

LARGEST_SIZE = 2**53 - 1  # more is refused, so that every verifier gives the same answer


def sha256(data):
    return hashlib.sha256(data).digest()


def leaf_hash(body):
    return sha256(b"\x00" + body)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def is_hash(value):
    return isinstance(value, bytes) and len(value) == 32


def from_base64(text):
    """Bytes of a text in base64, None where it is not written exactly as an encoder writes it."""
    try:
        data = b64.b64decode(text.encode("ascii"), validate=True)
    except (ValueError, AttributeError):
        return None
    return data if b64.b64encode(data).decode("ascii") == text else None


def from_decimal(text):
    if not re.fullmatch(r"0|[1-9][0-9]{0,15}", text, re.ASCII):
        return None
    value = int(text)
    return value if value <= LARGEST_SIZE else None


def is_size(value):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_SIZE


# ---- Ed25519 (RFC 8032 section 5.1) ----------------------------------------------------------------------------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    """The x of a point of the curve, None where no point has this y."""
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P != 0 or (x == 0 and sign == 1):
        return None
    return x if x & 1 == sign else P - x


def decode_point(data):
    number = int.from_bytes(data, "little")
    y, sign = number & ((1 << 255) - 1), number >> 255
    x = recover_x(y, sign) if y < P else None
    return None if x is None else (x, y, 1, x * y % P)


def add(one, other):
    """Sum of two points in extended coordinates (X, Y, Z, T)."""
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiply(scalar, point):
    total = (0, 1, 1, 0)
    while scalar > 0:
        if scalar & 1:
            total = add(total, point)
        point = add(point, point)
        scalar >>= 1
    return total


def is_same_point(one, other):
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (one[1] * other[2] - other[1] * one[2]) % P == 0


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y, 1, recover_x(BASE_Y, 0) * BASE_Y % P)


def is_ed25519(message, public_key, signature):
    """Whether the signature is right. Never raises."""
    if len(public_key) != 32 or len(signature) != 64:
        return False
    key, point = decode_point(public_key), decode_point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if key is None or point is None or scalar >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + public_key + message).digest()
    challenge = int.from_bytes(digest, "little") % ORDER
    return is_same_point(multiply(scalar, BASE), add(point, multiply(challenge, key)))


# ---- Merkle proofs (RFC 9162 sections 2.1.3.2 and 2.1.4.2) -------------------------------------------------------------


def verify_inclusion(index, size, leaf, root, proof):
    """Whether the leaf stands at that index in the tree of that size and root. Never raises."""
    if not is_size(index) or not is_size(size) or index >= size:
        return False
    if not is_hash(leaf) or not is_hash(root) or not isinstance(proof, list) or not all(map(is_hash, proof)):
        return False
    at, last, value = index, size - 1, leaf
    for beside in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            value = node_hash(beside, value)
            while at & 1 == 0 and at != 0:
                at, last = at >> 1, last >> 1
        else:
            value = node_hash(value, beside)
        at, last = at >> 1, last >> 1
    return last == 0 and value == root


def verify_consistency(old_size, new_size, old_root, new_root, proof):
    """Whether the new tree begins with the old one. From size 0: no. Never raises."""
    if not is_size(old_size) or not is_size(new_size) or old_size < 1 or old_size > new_size:
        return False
    if not isinstance(old_root, bytes) or not isinstance(new_root, bytes) or not old_root:
        return False
    if not isinstance(proof, list) or not all(map(is_hash, proof)):
        return False
    if old_size == new_size:
        return not proof and old_root == new_root
    if not proof or not is_hash(old_root) or not is_hash(new_root):
        return False
    path = [old_root] + proof if old_size & (old_size - 1) == 0 else proof
    at, last = old_size - 1, new_size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    before = after = path[0]
    for beside in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            before, after = node_hash(beside, before), node_hash(beside, after)
            while at & 1 == 0 and at != 0:
                at, last = at >> 1, last >> 1
        else:
            after = node_hash(after, beside)
        at, last = at >> 1, last >> 1
    return last == 0 and before == old_root and after == new_root


# ---- signed notes and checkpoints (c2sp.org) ---------------------------------------------------------------------------

ED25519, COSIGNATURE = 0x01, 0x04


def read_key(text):
    """"name+id+base64(type, key)" -> (name, id, type, public key), or None."""
    match = re.fullmatch(r"([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)", text)
    data = from_base64(match.group(3)) if match else None
    if data is None or len(data) != 33 or data[0] not in (ED25519, COSIGNATURE):
        return None
    name, key_id = match.group(1), match.group(2)
    if sha256(name.encode() + b"\n" + data)[:4].hex() != key_id:
        return None
    return (name, key_id, data[0], data[1:])


def is_signed_by(key, text, signature):
    if key[2] == ED25519:
        return is_ed25519(text.encode(), key[3], signature)
    if len(signature) != 72:
        return False
    message = "cosignature/v1\ntime %d\n%s" % (int.from_bytes(signature[:8], "big"), text)
    return is_ed25519(message.encode(), key[3], signature[8:])


def open_note(note, keys):
    """Text of a note, and which of the keys signed it."""
    at = note.rfind("\n\n")
    if at < 0 or not note.endswith("\n") or re.search(r"[\x00-\x09\x0b-\x1f]", note):
        raise No("this is not a signed note")
    text, signers = note[: at + 1], []
    for line in note[at + 2 : -1].split("\n"):
        match = re.fullmatch("\u2014 ([^\\s+]+) (\\S+)", line)
        data = from_base64(match.group(2)) if match else None
        if data is None or len(data) < 5:
            raise No("this is not a signed note")
        key = next((known for known in keys if known[0] == match.group(1) and known[1] == data[:4].hex()), None)
        if key is None:
            continue
        if not is_signed_by(key, text, data[4:]):
            raise No("the signature of %s is wrong" % key[0])
        signers.append(key)
    if not signers:
        raise No("no key that you named has signed this")
    return text, signers


def open_checkpoint(note, log_key, witness_keys):
    """A signed checkpoint -> (origin, size, root); every key must have signed it."""
    text, signers = open_note(note, [log_key] + witness_keys)
    for key in [log_key] + witness_keys:
        if key not in signers:
            raise No("%s has not signed this" % key[0])
    lines = text.split("\n")
    size = from_decimal(lines[1]) if len(lines) == 4 else None
    root = from_base64(lines[2]) if len(lines) == 4 else None
    if size is None or not is_hash(root):
        raise No("this is not a checkpoint")
    if lines[0] != log_key[0]:
        raise No("this is a checkpoint of %s" % lines[0])
    return lines[0], size, root


# ---- proof files and seals ---------------------------------------------------------------------------------------------


def read_proof(text):
    """Text of a .tlog-proof file -> (entry or None, index, hashes, note)."""
    head, blank, note = text.partition("\n\n")
    lines = head.split("\n")
    entry = None
    if not blank or lines.pop(0) != "c2sp.org/tlog-proof@v1":
        raise No("this is not a proof file")
    if lines and lines[0].startswith("extra "):
        entry = from_base64(lines.pop(0)[6:])
        if entry is None:
            raise No("this is not a proof file")
    index_line = lines.pop(0) if lines else ""
    index = from_decimal(index_line[6:]) if index_line.startswith("index ") else None
    hashes = [from_base64(line) for line in lines]
    if index is None or not all(map(is_hash, hashes)):
        raise No("this is not a proof file")
    return entry, index, hashes, note


def check_proof(text, entry, log_key, witness_keys):
    """What the file proves: (entry, index, size, origin)."""
    own_entry, index, hashes, note = read_proof(text)
    if entry is not None and own_entry is not None and entry != own_entry:
        raise No("the file is about another entry")
    body = own_entry if entry is None else entry
    if body is None:
        raise No("the file does not hold the entry: name it with --entry")
    origin, size, root = open_checkpoint(note, log_key, witness_keys)
    if not verify_inclusion(index, size, leaf_hash(body), root, hashes):
        raise No("the entry does not stand there in that log")
    return body, index, size, origin


def check_seal(opening_text, entry):
    """That the record in the opening is the one whose seal the entry holds."""
    try:
        opening = json.loads(opening_text)
        salt, sealed = bytes.fromhex(opening["salt"]), opening["text"]
        content = json.loads(sealed)
        record_id, record_kind = content["record"]["id"], content["recordKind"]
        is_opening = opening["format"] == "said-and-done/opening@1" and salt.hex() == opening["salt"] and len(salt) == 32
        seal = sha256(b"said-and-done/v1/text\0" + salt + sealed.encode()).hex()
    except (ValueError, KeyError, TypeError, AttributeError):
        is_opening = False
    if not is_opening:
        raise No("this is not an opening")
    try:
        said = json.loads(entry)
    except ValueError:
        raise No("the entry is not JSON")
    is_rows = record_kind == "set-aside-rows"
    if said.get("recordId") != record_id or (not is_rows and said.get("recordKind") != record_kind):
        raise No("the entry is about another record")
    if said.get("setAsideSeal" if is_rows else "seal") != seal:
        raise No("the seal in the log is another: this is not the record that was sealed")


# ---- command line --------------------------------------------------------------------------------------------------------


def read_text(file):
    with open(file, "rb") as handle:
        return handle.read().decode("utf-8")


def hashes_of(values):
    if values is None:
        return []
    return [from_base64(value) for value in values] if isinstance(values, list) else None


def check_bare(command, text):
    value = json.loads(text)
    if not isinstance(value, dict):
        raise No("this is not a bare proof")
    proof, hashed = hashes_of(value.get("proof")), lambda name: from_base64(value.get(name))
    if command == "inclusion":
        is_right = verify_inclusion(value.get("leafIdx"), value.get("treeSize"), hashed("leafHash"), hashed("root"), proof)
    else:
        is_right = verify_consistency(value.get("size1"), value.get("size2"), hashed("root1"), hashed("root2"), proof)
    if not is_right:
        raise No("the proof does not hold")
    return None


def check_continues(files, log_key):
    before = open_checkpoint(read_text(files[0]), log_key, [])
    after = open_checkpoint(read_text(files[1]), log_key, [])
    proof = hashes_of(json.loads(read_text(files[2])))
    if not verify_consistency(before[1], after[1], before[2], after[2], proof):
        raise No("the new log does not continue the old one")
    return "%d entries, then %d" % (before[1], after[1])


def check_one(command, files, keys, witnesses, entry_file):
    if command in ("inclusion", "consistency"):
        return check_bare(command, read_text(files[0]))
    if not keys:
        raise No("name the key of the log with --key")
    if command == "checkpoint":
        origin, size, _ = open_checkpoint(read_text(files[0]), keys[0], witnesses)
        return "%d entries in %s" % (size, origin)
    if command == "continues":
        return check_continues(files, keys[0])
    entry = None
    if entry_file is not None:
        with open(entry_file, "rb") as handle:
            entry = handle.read()
    body, index, size, origin = check_proof(read_text(files[-1]), entry, keys[0], witnesses)
    if command == "seal":
        check_seal(read_text(files[0]), body)
    return "entry %d of %d in %s" % (index, size, origin)


def read_arguments(arguments):
    keys, witnesses, entry_file, files = [], [], None, []
    rest = list(arguments)
    while rest:
        argument = rest.pop(0)
        if argument == "--entry":
            entry_file = rest.pop(0) if rest else None
        elif argument in ("--key", "--witness"):
            text = rest.pop(0) if rest else "nothing"
            key = read_key(text)
            if key is None:
                sys.exit("%s: %s is no published key" % (argument, text))
            (keys if argument == "--key" else witnesses).append(key)
        else:
            files.append(argument)
    return keys, witnesses, entry_file, files


FILES_OF = {"checkpoint": 1, "proof": 1, "seal": 2, "continues": 3, "inclusion": 1, "consistency": 1}


def main(arguments):
    command = arguments[0] if arguments else ""
    if command not in FILES_OF:
        sys.stdout.write(HELP)
        return 2
    keys, witnesses, entry_file, files = read_arguments(arguments[1:])
    rounds = [files] if FILES_OF[command] > 1 else [[file] for file in files]
    failed_count = 0 if files and all(len(one) == FILES_OF[command] for one in rounds) else 1
    for one in rounds if failed_count == 0 else []:
        try:
            note, mark = check_one(command, one, keys, witnesses, entry_file), "ok"
        except No as reason:
            note, mark = str(reason), "NO"
        except (OSError, ValueError, RecursionError) as error:
            note, mark = "cannot be read: %s" % error, "NO"
        failed_count += mark == "NO"
        print("%s %s%s" % (mark, one[0], "" if note is None else ": " + note))
    return 0 if failed_count == 0 else 1


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
