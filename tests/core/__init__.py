"""The rules, tested one by one and by groups that play at random."""
