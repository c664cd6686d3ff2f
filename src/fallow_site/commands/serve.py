"""`fallow serve`: the product on this machine, a web server and a worker."""

import argparse
import os
from typing import Any

from fallow.base.errors import FallowError
from fallow_site.commands.processes import check_free, read_port, run_together
from fallow_site.commands.product import bring_up_to_date, open_product


def add(commands: Any) -> None:
    parser = commands.add_parser("serve", help="run the product: a web server and a worker")
    parser.add_argument(
        "--host", default="127.0.0.1", help="where it listens (127.0.0.1: this machine alone)"
    )
    parser.add_argument("--port", type=read_port, default=8000)
    parser.add_argument("--workers", type=int, default=2, help="web processes (2)")
    parser.add_argument("--certificate", metavar="FILE", help="TLS certificate file (PEM)")
    parser.add_argument("--key", metavar="FILE", help="TLS key file (PEM)")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    tls = read_tls(chosen.certificate, chosen.key)
    check_free(chosen.host, chosen.port)
    open_product()
    bring_up_to_date()
    scheme = "https" if tls else "http"
    return run_together(
        host=chosen.host,
        port=chosen.port,
        workers=chosen.workers,
        tls=tls,
        once_up=f"Fallow is at {scheme}://{_shown(chosen.host)}:{chosen.port}. Ctrl-C ends it.",
    )


def read_tls(certificate: str | None, key: str | None) -> tuple[str, str] | None:
    """This will give both files, or None for neither; half of TLS is never served as none."""
    if certificate is None and key is None:
        return None
    if certificate is None or key is None:
        raise FallowError(
            "TLS needs a certificate and its key, and only one was given.",
            "Give both: --certificate FILE --key FILE",
        )
    if not all(os.access(file, os.R_OK) for file in (certificate, key)):
        raise FallowError(
            "The certificate or its key cannot be read.", "Check both names and who may read them."
        )
    return certificate, key


def _shown(host: str) -> str:
    return "localhost" if host in ("127.0.0.1", "::1") else host
