SELECT json_build_object('data', json_build_object('branch', (
    SELECT json_build_object(
        'id', encode(('Branch:' || b.id)::bytea, 'base64'),
        'name', b.name,
        'category', coalesce(p.category, 'UNCLASSIFIED'),
        'status', b.status,
        'form', b.form,
        'society', CASE WHEN s.id IS NOT NULL THEN json_build_object(
            'id', encode(('Society:' || s.id)::bytea, 'base64'), 'name', s.name, 'kind', s.kind, 'level', s.level) END,
        'supportingUnit', CASE WHEN u.id IS NOT NULL THEN json_build_object(
            'id', encode(('SupportingUnit:' || u.id)::bytea, 'base64'), 'name', u.name) END)
    FROM graph.branch b
    LEFT JOIN graph.branch_category_period p ON p.branch_id = b.id AND p.valid_during @> current_date
    LEFT JOIN graph.branch_society bs ON bs.branch_id = b.id AND bs.is_lead
    LEFT JOIN graph.society s ON s.id = bs.society_id
    LEFT JOIN graph.society_supporting_unit su ON su.society_id = s.id AND su.is_lead AND su.valid_during @> current_date
    LEFT JOIN graph.supporting_unit u ON u.id = su.supporting_unit_id
    WHERE b.id = $1)))
