"""`python -m output_files.hosting`: the documentation's nginx configuration, on standard output."""

import sys

from output_files.hosting.configuration import nginx_example

if __name__ == "__main__":
    sys.stdout.write(nginx_example())
