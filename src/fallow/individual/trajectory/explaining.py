"""What a trajectory cannot see, in plain sentences; they stand beside every heads-up.

They know no person and no answer. What was seen is said where the picture is drawn.
"""

LIMITS = (
    "A slow change is seen late. In simulated people, half of the slow rises were seen only after "
    "three to five months, and later if one thing alone rose.",
    "A change that came before you began to answer is part of your usual here.",
    "What is not asked is not seen.",
    "Weeks without answers hide what happened in them.",
    "Nobody can promise eight weeks of warning, and this does not.",
)
