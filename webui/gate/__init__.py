"""Here is a request from outside: by which way and name did it come, and may it come in?"""
