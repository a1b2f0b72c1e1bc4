"""One module a phase of a turn: what lies on the table in it, and what input means there.

A panel knows the view and gives commands; the table screen around it draws the people and the motion.
"""
