"""Whether the desktop blends windows that are partly transparent with what lies below."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QGuiApplication


@cache
def desktop_blends() -> bool:
    """False on an X server without a compositing manager: there a faint shadow would be an opaque margin."""
    return QGuiApplication.platformName() != "xcb" or _is_composited()


def _is_composited() -> bool:
    """Ask the X server whether a compositing manager owns its screen."""
    import ctypes  # at the first drag, and on X only

    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return False
    pointer, number, text = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_char_p
    x11.XOpenDisplay.argtypes, x11.XOpenDisplay.restype = (text,), pointer
    x11.XDefaultScreen.argtypes, x11.XDefaultScreen.restype = (pointer,), ctypes.c_int
    x11.XInternAtom.argtypes, x11.XInternAtom.restype = (pointer, text, ctypes.c_int), number
    x11.XGetSelectionOwner.argtypes, x11.XGetSelectionOwner.restype = (pointer, number), number
    x11.XCloseDisplay.argtypes = (pointer,)
    display = x11.XOpenDisplay(None)
    if not display:
        return False
    name = f"_NET_WM_CM_S{x11.XDefaultScreen(display)}".encode()
    owner = x11.XGetSelectionOwner(display, x11.XInternAtom(display, name, 0))
    x11.XCloseDisplay(display)
    return bool(owner)
