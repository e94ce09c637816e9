"""Files that nobody would send, read by the thousand: `make fuzz`, or `python -m tests.hostile.fuzz --help`.

Valid files of every format (valid_files.py) are damaged by chance, blindly (byte_damage.py) or where their structure hurts
(structure_damage.py), and read in worker processes that are watched from outside (watched_workers.py); what comes back is judged
(judging.py). The same seed gives the same files.
"""
