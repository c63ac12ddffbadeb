"""What flows through the house: Page, Release, Record, and the errors that stop them."""
