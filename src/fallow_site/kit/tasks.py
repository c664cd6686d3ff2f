"""Background work, wrapped once: Django 6's interface over two small packages.

It knows queues; `fallow_site.jobs` lists what runs when.
"""

from django_tasks import task

background = task
"""This will make a function one that `enqueue`s itself in the same database transaction."""
