"""Which statements of two texts say the same: one module a step.

`statements` prepares each text once; `aligning` and `twinning` are the doors.
"""
