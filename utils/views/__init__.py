"""What a view shows: its rows, its picture and its words, for the app and for a printed edition."""
