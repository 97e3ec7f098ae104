"""The smallest agent: reads its contract, asks once, then works and says what came of it. The end of its input is the
order to stop, which a longer work would look for now and then."""

import json
import pathlib
import sys

contract = json.loads(sys.stdin.readline())


def say(**result):
    print(json.dumps({"schema": "muster.result/1", "task": contract["task"], "fence": contract["fence"], **result}))


if contract["answer"] is None:
    say(status="question", questions=["For whom is the report?"])
else:
    lines = [contract["instruction"], "For " + contract["answer"] + ".", "Nothing is broken."]
    for name in contract["deliverables"]:
        pathlib.Path(name).write_text("\n".join(lines) + "\n")
    say(status="done", outputs={"lines": len(lines)})
