"""The arithmetic of a week: plain functions over sorted, flat whole minutes.

They know nothing of appointments, kinds or zones, so that they can be compiled one day.
Every span is half-open [start, end); every list of starts is in ascending order.
"""

Minutes = list[int]
Spans = tuple[Minutes, Minutes]


def clip_spans(starts: Minutes, ends: Minutes, low: int, high: int) -> Spans:
    """This will give the parts of spans that lie inside [low, high)."""
    clipped_starts: Minutes = []
    clipped_ends: Minutes = []
    for index in range(len(starts)):
        start = starts[index] if starts[index] > low else low  # `max` takes twice as long here
        end = ends[index] if ends[index] < high else high
        if start < end:
            clipped_starts.append(start)
            clipped_ends.append(end)
    return clipped_starts, clipped_ends


def merge_spans(starts: Minutes, ends: Minutes, gap: int = 0) -> Spans:
    """This will join spans that overlap or lie less than `gap` minutes (or not at all) apart."""
    merged_starts: Minutes = []
    merged_ends: Minutes = []
    for index in range(len(starts)):
        touches = merged_ends and (
            starts[index] <= merged_ends[-1] or starts[index] - merged_ends[-1] < gap
        )
        if touches:
            merged_ends[-1] = max(merged_ends[-1], ends[index])
        else:
            merged_starts.append(starts[index])
            merged_ends.append(ends[index])
    return merged_starts, merged_ends


def total_minutes(starts: Minutes, ends: Minutes) -> int:
    """This will give the minutes that spans cover, each minute counted once."""
    total = 0
    reached = -(2**62)
    for index in range(len(starts)):
        start = max(starts[index], reached)
        if ends[index] > start:
            total += ends[index] - start
            reached = ends[index]
    return total


def shared_minutes(first: Spans, second: Spans) -> int:
    """This will give the minutes that lie in both of two merged lists of spans."""
    total = left = right = 0
    while left < len(first[0]) and right < len(second[0]):
        start = max(first[0][left], second[0][right])
        end = min(first[1][left], second[1][right])
        if start < end:
            total += end - start
        if first[1][left] < second[1][right]:
            left += 1
        else:
            right += 1
    return total


def longest_run(blocks: Spans, sessions: Spans) -> tuple[int, int, int]:
    """This will give the most sessions in one block, from when, and until when; else three zeros.

    Of two runs with as many sessions the one that takes longer counts, then the earlier one.
    """
    most = began = ended = index = 0
    for block in range(len(blocks[0])):
        count = first = last = 0
        while index < len(sessions[0]) and sessions[0][index] < blocks[1][block]:
            if sessions[0][index] >= blocks[0][block]:
                first = sessions[0][index] if count == 0 else first
                last = max(last, sessions[1][index])
                count += 1
            index += 1
        if count > most or (count == most and last - first > ended - began):
            most, began, ended = count, first, last
    return most, began, ended


def count_gaps(
    blocks: Spans, long_blocks: Spans, sessions: Spans, midnights: Minutes, most_in_a_row: int
) -> tuple[int, int]:
    """This will give how many pauses between a day's sessions were long enough, and of how many.

    `blocks` and `long_blocks` are work joined over pauses that are too short, and over those that
    are not long. After `most_in_a_row` sessions without a long pause, only a long one is enough.
    """
    kept = possible = in_a_row = reached = 0
    for index in range(len(sessions[0])):
        start, before = sessions[0][index], sessions[0][max(index - 1, 0)]
        if index == 0 or span_index(midnights, before) != span_index(midnights, start):
            in_a_row = 0
        elif start >= reached:
            possible += 1
            is_long = span_index(long_blocks[0], before) != span_index(long_blocks[0], start)
            is_pause = span_index(blocks[0], before) != span_index(blocks[0], start)
            kept += is_long if in_a_row >= most_in_a_row else is_pause
            in_a_row = 0 if is_long else in_a_row
        in_a_row += 1
        reached = max(reached, sessions[1][index])
    return kept, possible


def span_index(starts: Minutes, minute: int) -> int:
    """This will give the place of the last start that is not after `minute`, or -1."""
    low, high = 0, len(starts)
    while low < high:
        middle = (low + high) // 2
        if starts[middle] <= minute:
            low = middle + 1
        else:
            high = middle
    return low - 1


def minutes_by_day(spans: Spans, midnights: Minutes) -> Minutes:
    """This will give covered minutes for each day between neighbouring midnights."""
    days: Minutes = []
    for index in range(len(midnights) - 1):
        starts, ends = clip_spans(spans[0], spans[1], midnights[index], midnights[index + 1])
        days.append(total_minutes(starts, ends))
    return days


def shortest_night(spans: Spans, midnights: Minutes) -> tuple[int, int]:
    """This will give the shortest span from one day's last work to the next day's first.

    `spans` are merged. Work belongs to the day on which it starts, so that a session across
    midnight ends its own day late. (-1, -1) when no two neighbouring days hold work.
    """
    ended = began = -1
    for index in range(1, len(spans[0])):
        days = span_index(midnights, spans[0][index]) - span_index(midnights, spans[0][index - 1])
        night = spans[0][index] - spans[1][index - 1]
        if days == 1 and (ended < 0 or night < began - ended):
            ended, began = spans[1][index - 1], spans[0][index]
    return ended, began


def weigh_minutes(minutes: Minutes, weights: Minutes) -> int:
    """This will add minutes times weight, exactly; weights are in ten-thousandths."""
    total = 0
    for index in range(len(minutes)):
        total += minutes[index] * weights[index]
    return total
