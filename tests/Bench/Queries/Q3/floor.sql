SELECT json_build_object('data', json_build_object('committee', (
    SELECT json_build_object(
        'id', encode(('Committee:' || c.id)::bytea, 'base64'),
        'name', c.name,
        'societies', json_build_object('nodes', (
            SELECT coalesce(json_agg(json_build_object(
                'id', encode(('Society:' || s.id)::bytea, 'base64'),
                'name', s.name,
                'kind', s.kind,
                'branches', json_build_object('nodes', (
                    SELECT coalesce(json_agg(json_build_object(
                        'id', encode(('Branch:' || b.id)::bytea, 'base64'),
                        'name', b.name,
                        'status', b.status,
                        'members', json_build_object('nodes', (
                            SELECT coalesce(json_agg(json_build_object('status', m.status) ORDER BY m.id), '[]')
                            FROM (SELECT id, status FROM graph.member WHERE branch_id = b.id ORDER BY id LIMIT 5) m)))), '[]')
                    FROM (
                        SELECT b.id, b.name, b.status
                        FROM graph.branch_society bs
                        JOIN graph.branch b ON b.id = bs.branch_id
                        WHERE bs.society_id = s.id
                        ORDER BY b.id
                        LIMIT 1) b))) ORDER BY s.id), '[]')
            FROM (SELECT id, name, kind FROM graph.society WHERE committee_id = c.id ORDER BY id LIMIT 10) s)))
    FROM graph.committee c
    WHERE c.id = $1)))
