"""Measures zen-engine: decisions a second, on one thread.

    zen_decide.py [--engine table|expression] [--seconds S]

`table` evaluates the 36 rows of contact_rules.json, compiled once, with a trace, which is what explains a
decision. `expression` evaluates the same rows as one compiled expression, without a trace: the fastest thing
zen offers, and it gives no more than a name. Before measuring, both must agree on every case.
Prints {"value": N} as the last line.
"""

import argparse
import itertools
import json
import pathlib
import sys
import time

import zen

KINDS = [
    "order-tracking", "late-delivery", "not-delivered", "item-damaged", "item-defective",
    "item-not-as-described", "refund-not-received", "refund-refused", "warranty-refused", "charged-twice",
    "suspicious-message", "account-compromised", "change-of-mind", "account-access", "other",
]
MODEL = pathlib.Path(__file__).with_name("contact_rules.json")


def cases():
    """Every combination of the values below: 1,440 different cases, in an order that mixes them."""
    sellers = [("first-party", "merchant"), ("third-party", "merchant"), ("third-party", "seller")]
    combinations = itertools.product(KINDS, sellers, [True, False], [True, False], [0, 30, 49, 200], [1, 4])
    made = []
    for number, (kind, seller, can_log_in, phone_open, silence, stage) in enumerate(combinations):
        made.append({
            "kind": kind, "seller": seller[0], "fulfilledBy": seller[1], "canLogIn": can_log_in,
            "phoneOpen": phone_open, "silenceHours": silence, "stage": 3 if number % 5 == 0 else stage,
            "writtenComplaintDays": number % 400,
        })
    step = 997  # prime, and no divisor of the number of cases: every case once
    return [made[index * step % len(made)] for index in range(len(made))]


def table():
    """A function from a case to the name of a channel, through the decision table, with a trace."""
    # Made once: the model is parsed and its expressions are compiled here, not at each evaluation.
    content = zen.ZenDecisionContent(MODEL.read_text(encoding="utf-8"))
    decision = zen.ZenEngine().create_decision(content)
    options = {"trace": True}

    def decide(case):
        answer = decision.evaluate(case, options)
        if "trace" not in answer:
            raise SystemExit("zen gave no trace")
        return answer["result"]["channel"]

    return decide


def condition(field, cell):
    """One cell of the table, a test without its subject, as an expression."""
    if cell.startswith(("[", "(")):
        return f"{field} in {cell}"
    if cell.startswith((">", "<")):
        return f"{field} {cell}"
    return f"{field} in [{cell}]" if "," in cell else f"{field} == {cell}"


def expression():
    """The same function, as one chain of conditions that is compiled once."""
    nodes = json.loads(MODEL.read_text(encoding="utf-8"))["nodes"]
    content = next(node["content"] for node in nodes if node["type"] == "decisionTableNode")
    fields = [column["field"] for column in content["inputs"]]
    text = "null"
    for rule in reversed(content["rules"]):
        tests = [condition(field, rule[field]) for field in fields if rule[field]]
        # No brackets around the rest: zen's parser needs exponential time for nested ones.
        text = f"{' and '.join(tests) or 'true'} ? {rule['channel']} : {text}"
    return zen.compile_expression(text).evaluate


def check(inputs):
    """Warms up, and refuses to measure when the two ways differ or decide nothing."""
    by_table, by_expression = table(), expression()
    answers = set()
    for case in inputs:
        answer = by_table(case)
        if answer != by_expression(case):
            raise SystemExit(f"table and expression differ on {case}")
        answers.add(answer)
    if len(answers) < 10:
        raise SystemExit(f"unlikely answers: {sorted(answers)}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", choices=["table", "expression"], default="table")
    parser.add_argument("--seconds", type=float, default=3)
    arguments = parser.parse_args()
    inputs = cases()
    check(inputs)
    decide = table() if arguments.engine == "table" else expression()

    count = 0
    begin = time.monotonic()
    end = begin + arguments.seconds
    while (now := time.monotonic()) < end:
        for case in inputs[:240]:
            decide(case)
        count += 240
        inputs = inputs[240:] + inputs[:240]
    print(f"{len(inputs)} cases, {count} decisions in {now - begin:.2f} s", file=sys.stderr)
    print(json.dumps({"value": round(count / (now - begin), 1)}))


if __name__ == "__main__":
    main()
