"""`python -m tests.golden.write` keeps the answers of today as the golden ones.

Look at the difference before you commit it: each changed line is something a person will read
otherwise. Figures that change have to change in test_figures_by_hand.py too, by hand.
"""

from tests.golden.asking import CASES, answer_all, keep_answers
from tests.golden.rooms import answer_room, keep_room_answers


def main() -> None:
    """This will write expected.jsonl of every case anew."""
    for case in CASES:
        answers = answer_all(case)
        keep_answers(case, answers)
        print(f"{case}: {len(answers)} answers kept.")
    keep_room_answers(answer_room())
    print("room: the answers of the models are kept.")


if __name__ == "__main__":
    main()
