"""How much memory a process takes, where the system cannot be told to limit it."""

from __future__ import annotations

import subprocess
import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of psapi.h."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("page_fault_count", wintypes.DWORD),
            ("peak_working_set_size", ctypes.c_size_t),
            ("working_set_size", ctypes.c_size_t),
            ("quota_peak_paged_pool_usage", ctypes.c_size_t),
            ("quota_paged_pool_usage", ctypes.c_size_t),
            ("quota_peak_non_paged_pool_usage", ctypes.c_size_t),
            ("quota_non_paged_pool_usage", ctypes.c_size_t),
            ("pagefile_usage", ctypes.c_size_t),
            ("peak_pagefile_usage", ctypes.c_size_t),
        )

    def memory_of(process: subprocess.Popen[bytes]) -> int:
        """Return the bytes that a process has committed, 0 if nobody knows."""
        counters = _Counters()
        counters.cb = ctypes.sizeof(counters)
        ask = ctypes.WinDLL("kernel32").K32GetProcessMemoryInfo
        ask.argtypes = (wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD)
        handle = int(process._handle)  # type: ignore[attr-defined]  # noqa: SLF001
        known = ask(handle, ctypes.byref(counters), counters.cb)
        return int(counters.pagefile_usage) if known else 0

elif sys.platform == "darwin":

    def memory_of(process: subprocess.Popen[bytes]) -> int:
        """Return the bytes that a process keeps in memory, 0 if nobody knows."""
        asked = ["/bin/ps", "-o", "rss=", "-p", str(process.pid)]
        found = subprocess.run(asked, capture_output=True, check=False)  # noqa: S603
        return int(found.stdout.strip() or 0) * 1024

else:

    def memory_of(process: subprocess.Popen[bytes]) -> int:  # noqa: ARG001
        """Return 0: the system itself holds a process to its limit."""
        return 0
