"""`fallow serve`: the product on this machine, a web server and a worker."""

import argparse
from typing import Any

from fallow_site.commands.processes import run_together
from fallow_site.commands.product import bring_up_to_date, open_product


def add(commands: Any) -> None:
    parser = commands.add_parser("serve", help="run the product: a web server and a worker")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--certificate", help="TLS certificate file (PEM)")
    parser.add_argument("--key", help="TLS key file (PEM)")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    open_product()
    bring_up_to_date()
    tls = (chosen.certificate, chosen.key) if chosen.certificate and chosen.key else None
    scheme = "https" if tls else "http"
    print(
        f"Fallow is at {scheme}://{_shown(chosen.host)}:{chosen.port}. Ctrl-C ends it.", flush=True
    )
    return run_together(host=chosen.host, port=chosen.port, workers=chosen.workers, tls=tls)


def _shown(host: str) -> str:
    return "localhost" if host in ("127.0.0.1", "::1") else host
