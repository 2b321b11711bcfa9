"""Events: rows of the timeline from dates and names, which of them tell one event, and where they cannot both hold.

Nothing is imported here: the screen cuts sentences long before it needs the rules that find events.
"""
