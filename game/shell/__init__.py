"""Between the loop and the screens: the stack of screens, the one writer of the session, the
phase clock, and the scene that screens are shown. Both the window and the demo run on it.
"""
