-- One import at a time: two at once could each miss what the other adds.
SELECT graph.take_import_turn();
