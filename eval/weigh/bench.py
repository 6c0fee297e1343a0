#!/usr/bin/env python3
"""Posteriors of all variables of a network: this program against pgmpy and pyAgrum.

    pip install pgmpy pyagrum
    python3 eval/weigh/bench.py ../shared/eval/weigh/bif/alarm.bif > eval/results/DATE-networks.md

One run on one machine, one thread; each program in its own process memory, the best of many
runs. "Anew": from a network that is read to all posteriors. Reading the file and starting the
program are not counted for any of them. The answers are compared too.
"""
import json
import os
import platform
import subprocess
import sys
import time
import warnings
from importlib.metadata import version

os.environ.setdefault("OMP_NUM_THREADS", "1")
warnings.filterwarnings("ignore")
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
EVIDENCE = {"HRBP": "HIGH", "CVP": "LOW"}


def best(runs, work):
    least = float("inf")
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        least = min(least, time.perf_counter() - begin)
    return least


def ours(path, evidence):
    known = [f"{name}={state}" for name, state in evidence.items()]
    command = ["cargo", "run", "--release", "--quiet", "-p", "alpheus-weigh", "--example"]
    told = subprocess.run(command + ["network", "--", path, "2000"] + known, cwd=ROOT,
                          check=True, capture_output=True, text=True).stdout
    told = json.loads(told)
    return told["anew"], told["posteriors"]


def agrum(path, evidence):
    import pyagrum as gum
    gum.setNumberOfThreads(1)
    network = gum.loadBN(path)
    result = {}

    def work():
        engine = gum.LazyPropagation(network)
        engine.setEvidence(evidence)
        engine.makeInference()
        for name in network.names():
            result[name] = engine.posterior(name)

    seconds = best(200, work)
    return seconds, {
        name: {network.variable(name).label(i): float(table[i])
               for i in range(network.variable(name).domainSize())}
        for name, table in result.items()}


def pgmpy(path, evidence):
    from pgmpy.inference import VariableElimination
    from pgmpy.readwrite import BIFReader
    network = BIFReader(path).get_model()
    names = [name for name in network.nodes() if name not in evidence]
    result = {}

    def work():
        engine = VariableElimination(network)
        for name in names:
            result[name] = engine.query([name], evidence=evidence, show_progress=False)

    seconds = best(3, work)
    return seconds, {name: dict(zip(factor.state_names[name], map(float, factor.values)))
                     for name, factor in result.items()}


def states(path):
    """The order of the states of each variable, which our posteriors come in."""
    import pyagrum as gum
    network = gum.loadBN(path)
    return {name: network.variable(name).labels() for name in network.names()}


def apart(posteriors, others, labels):
    return max(abs(p - others[name][label]) for name in others
               for p, label in zip(posteriors[name], labels[name]))


def processor():
    with open("/proc/cpuinfo") as info:
        for line in info:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return "unknown"


def main(path):
    path = os.path.abspath(path)
    labels = states(path)
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True,
                            text=True).stdout.strip()
    print(f"# All posteriors of {os.path.basename(path)}\n")
    print(f"- date: {time.strftime('%Y-%m-%d')}\n- commit: {commit}")
    print(f"- processor: {processor()}, {os.cpu_count()} cores\n- kernel: {platform.release()}")
    print(f"- Python {platform.python_version()}, pgmpy {version('pgmpy')}, "
          f"pyAgrum {version('pyagrum')}")
    print(f"- load when measured: {os.getloadavg()[0]:.1f}\n")
    print("| evidence | program | time | times slower | farthest from ours |")
    print("| --- | --- | ---: | ---: | ---: |")
    for name, evidence in [("none", {}), ("two variables", EVIDENCE)]:
        seconds, posteriors = ours(path, evidence)
        print(f"| {name} | this program | {seconds * 1e6:.0f} µs | 1 | |")
        for program, run in [("pyAgrum, lazy propagation", agrum), ("pgmpy, variable elimination", pgmpy)]:
            other, others = run(path, evidence)
            print(f"| {name} | {program} | {other * 1e6:.0f} µs | {other / seconds:.0f} | "
                  f"{apart(posteriors, others, labels):.1e} |")


if __name__ == "__main__":
    main(sys.argv[1])
