"""What is written out appears whole, and what is no file is written into and stays what it is."""

import os
import stat
import threading

from crossbearing.cli.output import writing


def test_a_pipe_is_written_into_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    with writing(pipe) as stream:
        stream.write("قُتل ثلاثة\n")
    reader.join(timeout=10)
    assert read == ["قُتل ثلاثة\n"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [file.name for file in tmp_path.iterdir()] == ["pipe"]
