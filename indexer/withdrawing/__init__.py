"""Here are pages that may not stay: how do they leave archive and index, to the last byte?"""
