SELECT json_build_object('data', json_build_object('committee', (
    SELECT json_build_object('branches', json_build_object(
        'totalCount', total.count,
        'pageInfo', json_build_object('hasNextPage', total.count > 20),
        'nodes', (
            SELECT coalesce(json_agg(json_build_object(
                'id', encode(('Branch:' || page.id)::bytea, 'base64'),
                'name', page.name,
                'status', page.status,
                'society', CASE WHEN s.id IS NOT NULL THEN json_build_object(
                    'id', encode(('Society:' || s.id)::bytea, 'base64'), 'name', s.name) END,
                'latestAssessment', CASE WHEN a.year IS NOT NULL THEN json_build_object(
                    'year', a.year, 'totalScore', a.total_score, 'grade', a.grade) END) ORDER BY page.id), '[]')
            FROM (
                SELECT b.id, b.name, b.status
                FROM graph.branch b
                JOIN graph.branch_category_period p ON p.branch_id = b.id AND p.valid_during @> current_date AND p.category = $2
                WHERE b.committee_id = c.id
                ORDER BY b.id
                LIMIT 20) page
            LEFT JOIN graph.branch_society bs ON bs.branch_id = page.id AND bs.is_lead
            LEFT JOIN graph.society s ON s.id = bs.society_id
            LEFT JOIN LATERAL (
                SELECT year, total_score, grade FROM graph.assessment WHERE branch_id = page.id ORDER BY year DESC LIMIT 1) a ON true)))
    FROM graph.committee c
    CROSS JOIN LATERAL (
        SELECT count(*) AS count
        FROM graph.branch b
        JOIN graph.branch_category_period p ON p.branch_id = b.id AND p.valid_during @> current_date AND p.category = $2
        WHERE b.committee_id = c.id) total
    WHERE c.id = $1)))
