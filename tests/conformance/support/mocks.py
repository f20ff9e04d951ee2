"""The mocked vendors for tests in Python, started as a process of their own on loopback."""

import os
import pathlib
import shutil
import sys
import tempfile
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.append(str(ROOT / "scripts"))

from company import Company, call  # noqa: E402

PROGRAMS = os.environ.get("CHATOPS_BIN", str(ROOT / "build" / "dev" / "bin"))


class Vendor:
    """One vendor's address and credentials (`known["token"]`), and what its mock is asked."""

    def __init__(self, known):
        self.url = known["url"]
        self.known = known

    def state(self):
        return call("GET", f"{self.url}/_mock/state")

    def advance(self, seconds):
        """Moves the vendor's clock."""
        return call("POST", f"{self.url}/_mock/clock", {"advance_s": seconds})

    def faults(self, *plan):
        return call("PUT", f"{self.url}/_mock/faults", list(plan))

    def requests(self, path="*"):
        """What was asked of it, oldest first."""
        return call("GET", f"{self.url}/_mock/requests?path={urllib.parse.quote(path)}")

    def forget_requests(self):
        return call("DELETE", f"{self.url}/_mock/requests")


class Mocks:
    """All vendors of the world `agency`."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="chatops-conformance-")
        self.company = Company(PROGRAMS, self.folder, socket_mode=False, base_port=0)
        self.company.start_mocks()

    def vendor(self, name):
        return Vendor(self.company.vendors[name])

    def stop(self):
        self.company.stop()
        for program in self.company.started:
            program.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)
