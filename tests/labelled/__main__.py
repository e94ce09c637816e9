"""`gongkai score` over the passages of the repository: tests/labelled/seen unless another folder is named.

python -m tests.labelled [FOLDER] [--by indicator|theme|rule] [--show]
"""

import sys
from pathlib import Path

from orchestration.cli import score

SEEN = Path(__file__).parent / "seen"


def main() -> None:
    arguments = sys.argv[1:]
    is_named = any(Path(argument).is_dir() for argument in arguments)
    score.main([*([] if is_named else [str(SEEN)]), *arguments], prog_name="python -m tests.labelled")


if __name__ == "__main__":
    main()
