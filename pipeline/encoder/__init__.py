"""The trained Norwegian encoder: its model file and what reads and feeds it."""

import os

# onnxruntime would otherwise keep a number for the device and what it was used for, and send them to its maker
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
