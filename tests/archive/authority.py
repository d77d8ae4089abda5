"""A timestamp authority (RFC 3161) for tests: certificates of its own, answers made by `openssl ts`."""

import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CONFIGURATION = """
[tsa]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.311.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""
EXTENSIONS = {
    "root": "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n",
    "tsa": "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n"
           "extendedKeyUsage=critical,timeStamping\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n",
}


class Authority:
    """Answers at `url` until it is stopped. `root` is the certificate under which its own was signed."""

    def __init__(self, folder: Path, name: str = "Hill Observatory") -> None:
        self.folder = folder
        self.root = folder / "root.pem"
        self._certify(name)
        (folder / "tsa.cnf").write_text(CONFIGURATION.format(folder=folder))
        (folder / "serial").write_text("01\n")
        outer = self

        class Answering(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                assert self.headers["Content-Type"] == "application/timestamp-query"
                answer = outer.answer(body)
                self.send_response(200)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
        self.url = f"http://127.0.0.1:{self._server.server_port}/tsr"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def _certify(self, name: str) -> None:
        for who, subject in (("root", f"{name} Root"), ("tsa", name)):
            (self.folder / f"{who}.ext").write_text(EXTENSIONS[who])
            self._openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", f"{who}.key")
            self._openssl("req", "-new", "-key", f"{who}.key", "-subj", f"/CN={subject}", "-out", f"{who}.csr")
            by_root = ("-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial")
            signed = ("-signkey", "root.key") if who == "root" else by_root
            self._openssl("x509", "-req", "-in", f"{who}.csr", *signed, "-days", "2", "-extfile", f"{who}.ext",
                          "-out", f"{who}.pem")

    def _openssl(self, *arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True)

    def answer(self, request: bytes) -> bytes:
        """Return the answer to a request."""
        (self.folder / "request").write_bytes(request)
        asked = ("-queryfile", "request", "-out", "answer")
        self._openssl("ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", *asked)
        return (self.folder / "answer").read_bytes()

    def stop(self) -> None:
        """Answer nobody any more."""
        self._server.shutdown()
        self._server.server_close()
