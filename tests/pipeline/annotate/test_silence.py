"""Reading a text tells nobody: no library leaves or sends word of it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_the_model_leaves_nothing_at_home(tmp_path):
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    code = "from pipeline.encoder.model import loaded; loaded()"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={**os.environ, **home}, check=True)
    assert not [*tmp_path.rglob("*")]
