"""What all charts share: parts that can be pointed at, the same data as a table, pictures and print."""
