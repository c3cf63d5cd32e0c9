SELECT json_build_object('data', json_build_object('branches', json_build_object('nodes', (
    SELECT coalesce(json_agg(json_build_object(
        'id', encode(('Branch:' || b.id)::bytea, 'base64'),
        'name', b.name,
        'latestAssessment', CASE WHEN a.id IS NOT NULL THEN json_build_object(
            'year', a.year,
            'totalScore', a.total_score,
            'items', (
                SELECT coalesce(json_agg(json_build_object(
                    'itemCode', i.item_code, 'section', i.section, 'maximum', i.maximum, 'score', i.score) ORDER BY i.item_code), '[]')
                FROM graph.assessment_item_score i
                WHERE i.assessment_id = a.id)) END) ORDER BY b.id), '[]')
    FROM (SELECT id, name FROM graph.branch WHERE id > $1 ORDER BY id LIMIT 200) b
    LEFT JOIN LATERAL (
        SELECT id, year, total_score FROM graph.assessment WHERE branch_id = b.id ORDER BY year DESC LIMIT 1) a ON true))))
