"""Where a construct stands week by week, how sure that is, and when a change is more than noise.

It knows answers, weeks and weighted hours; it knows no clinician, no organization and no label.
"""
