"""Dates: found in a text (`find`), valued (`edtf`), put into words (`words`), and able to say why (`explain`).

Nothing is imported here: the screen shows dates in words long before it needs the engine that finds them.
"""
