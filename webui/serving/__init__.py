"""Here is a site: how does it stay up, whoever asks, however slowly?"""
