"""
What differs between Linux, macOS and Windows: processes, signals, accounts, files, memory, the console.

Nothing else in the package asks which system it runs on.  Where a choice is made it is made by the name that
`sys.platform` has, which is passed in, so that each system's choice can be looked at on any.
"""
