INSERT INTO graph.committee (name, region_code) VALUES (@Committee, @Region) RETURNING id;
