#!/usr/bin/python3
"""Breaks every call by which a command changes or reads its files, one at a time, with strace.

usage: inject.py PROGRAM SAMPLES [--every N] [COMMAND…]

Each named command (all, if none is named) is run once to count its calls on the vault, on the state
folder and on what it writes; then again and again, each time with one call killed in, failing with
EIO, or failing with ENOSPC. After each: what was acknowledged is there, what was refused was refused
in one line with exit code 3, `ugoda verify` says intact, and the same command without a fault works.
--every N: only each N-th call, beginning somewhere in the first N by chance; the beginning is printed.
"""
import collections
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

READING = ["openat", "read", "pread64"]
CHANGING = ["write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "link", "unlink", "mkdir",
            "rmdir", "fchmod", "fallocate"]
# Linux gives the descriptor back even if close fails, and nobody can act on it: killed in only.
ENDING = ["close", "exit_group"]
OURS = {0, 1}  # done; done, and something was told


def faults_of(call):
    if call in ENDING:
        return ["signal=KILL"]
    return ["signal=KILL", "error=EIO"] + (["error=ENOSPC"] if call in CHANGING + ["openat"] else [])


class Salon:
    """A vault with a complaint and four photographs, kept aside and put back before every run."""

    def __init__(self, program, samples, folder):
        self.program, self.folder = program, folder
        self.kept = folder / "kept"
        self.live = folder / "live"
        self.live.mkdir()
        self.samples = samples
        self.ok("init", self.live / "vault", "--salon", samples / "salon-pl.toml")
        self.ok("case", "open", samples / "pl-hair.json")
        self.case = json.loads(self.ok("case", "list", "--json"))["cases"][0]["case"]
        (self.live / "papers").mkdir()
        shutil.copytree(self.live, self.kept)

    def put_back(self):
        shutil.rmtree(self.live)
        shutil.copytree(self.kept, self.live)

    def run(self, words, before=()):
        environment = dict(os.environ, UGODA_VAULT=str(self.live / "vault"),
                           XDG_STATE_HOME=str(self.live / "state"))
        return subprocess.run([*before, self.program, *map(str, words)], env=environment, capture_output=True,
                              text=True, errors="replace", timeout=120)

    def ok(self, *words):
        done = self.run(words)
        if done.returncode not in OURS:
            sys.exit(f"ugoda {' '.join(map(str, words))}: exit code {done.returncode}\n{done.stderr}")
        return done.stdout

    def events(self, kind):
        trail = json.loads(self.ok("trail", self.case, "--json"))
        return sum(event["kind"] == kind for event in trail["events"])


class Command:
    """What is run, the kind of event that acknowledges it, and what has to be done before."""

    def __init__(self, words, kind, before=()):
        self.words, self.kind, self.before = words, kind, before


def commands(salon):
    photo = salon.samples / "photographs/after-1.jpg"
    issue = ["issue", "settlement", salon.case, "--out", salon.live / "papers"]
    return {
        "issue": Command(issue, "record.issued"),
        "photo": Command(["photo", "add", salon.case, "--after", photo], "photo.added"),
        "note": Command(["note", salon.case, "Called back.", "--channel", "phone", "--with", "the client"],
                        "note.added"),
        "close": Command(["case", "close", salon.case, "--despite", "tried", "--by", "owner"], "case.closed"),
    }


def calls_of(salon, words):
    """{call: which of it, counted in each thread as strace counts, touch our folders}"""
    log = salon.folder / "strace"
    salon.put_back()
    names = READING + CHANGING + ENDING
    done = salon.run(words, ["strace", "-f", "-y", "-s", "0", "-o", str(log), "-e", "trace=" + ",".join(names)])
    if done.returncode not in OURS:
        sys.exit(f"without a fault: exit code {done.returncode}\n{done.stderr}")
    counted, places = collections.Counter(), collections.defaultdict(set)
    for line in log.read_text(errors="replace").splitlines():
        begun = re.match(r"(\d+) +(\w+)\(", line)
        if not begun:
            continue
        counted[begun.groups()] += 1
        if str(salon.live) in line or begun[2] == "exit_group":
            places[begun[2]].add(counted[begun.groups()])
    return {call: sorted(found) for call, found in places.items()}


def wrong_after(salon, command, known, fault, done):
    """What is not as promised, in words; nothing if all is well. SQLite takes a page that the disk cannot
    read for a damaged one, which is refused with 4."""
    killed = done.returncode in (-9, 137)
    if not killed and done.returncode not in OURS:
        told = done.stderr.strip().splitlines()
        if done.returncode not in (3, 4 if fault == ("pread64", "error=EIO") else 3):
            return f"exit code {done.returncode}: {done.stderr[-300:]}"
        if not told or not told[-1].startswith("ugoda: "):
            return f"refused without a line: {done.stderr[-300:]}"
    verified = salon.run(["verify"])
    if verified.returncode != 0:
        return f"verify: {verified.returncode} {verified.stderr[-300:]}"
    is_there = salon.events(command.kind) > known
    if done.returncode in OURS and not is_there:
        return "acknowledged, and not there"
    again = salon.run(command.words)
    if again.returncode not in OURS and not (is_there and again.returncode == 2):  # refused as done already
        return f"the next command: {again.returncode} {again.stderr[-300:]}"
    if salon.events(command.kind) <= known:
        return "the next command did nothing"
    verified = salon.run(["verify"])
    return None if verified.returncode == 0 else f"verify after the next: {verified.stderr[-300:]}"


def sweep(salon, name, command, every):
    known = salon.events(command.kind)
    places = calls_of(salon, command.words)
    todo = [(call, fault, at) for call in places for fault in faults_of(call) for at in places[call]]
    todo = todo[random.randrange(every) if every > 1 else 0::every]
    broken, ends = [], collections.Counter()
    for call, fault, at in todo:
        salon.put_back()
        inject = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + call,
                  "-e", f"inject={call}:{fault}:when={at}"]
        done = salon.run(command.words, inject)
        ends[done.returncode] += 1
        if wrong := wrong_after(salon, command, known, (call, fault), done):
            broken.append(f"{name}: {call} {at} {fault}: {wrong}")
    total = sum(map(len, places.values()))
    print(f"{name}: {total} calls, {len(todo)} faults, ends {dict(ends)}, {len(broken)} broken promises", flush=True)
    return broken


def main(words):
    every = 1
    if "--every" in words:
        at = words.index("--every")
        every = int(words[at + 1])
        del words[at:at + 2]
    seed = random.randrange(1 << 30)
    if every > 1:
        random.seed(int(os.environ.get("UGODA_FAULT_SEED", seed)))
        print(f"UGODA_FAULT_SEED={os.environ.get('UGODA_FAULT_SEED', seed)}")
    with tempfile.TemporaryDirectory(dir=os.environ.get("UGODA_FAULT_FOLDER")) as folder:
        salon = Salon(words[0], pathlib.Path(words[1]).resolve(), pathlib.Path(folder).resolve())
        known = commands(salon)
        broken = []
        for name in words[2:] or known:
            broken += sweep(salon, name, known[name], every)
    print("\n".join(broken))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
