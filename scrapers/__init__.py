"""Where the world comes in: from a file or an address to a page, from a page to a release."""
