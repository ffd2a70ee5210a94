"""What is to leave a library, asked for in the forms in which it leaves."""
