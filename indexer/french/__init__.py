"""The stem of a French word, whether its accents were typed or not.

    réfugiée, REFUGIEE ──fold──► refugiee ──endings──► refugié ──Snowball──► refugi
    travaux            ──fold──► travaux  ──table──────────────────────────► travail

Snowball's French rules need the accents of an ending, which a capital, an old text or a hurried
searcher leaves out. So the ending is told from its letters, and spelled out for Snowball.
"""
