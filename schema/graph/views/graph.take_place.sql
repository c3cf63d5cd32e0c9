-- What belongs to a committee takes its place from what it belongs to. An unknown key gives 0, which the foreign key refuses by its own name.
CREATE OR REPLACE FUNCTION graph.take_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    CASE TG_ARGV[0]
        WHEN 'committee' THEN NEW.place := coalesce((SELECT u.place FROM graph.committee AS u WHERE u.id = NEW.committee_id), 0);
        WHEN 'branch' THEN NEW.place := coalesce((SELECT u.place FROM graph.branch AS u WHERE u.id = NEW.branch_id), 0);
        WHEN 'society' THEN NEW.place := coalesce((SELECT u.place FROM graph.society AS u WHERE u.id = NEW.society_id), 0);
        WHEN 'other society' THEN NEW.society_place := coalesce((SELECT u.place FROM graph.society AS u WHERE u.id = NEW.society_id), 0);
        WHEN 'council_term' THEN NEW.place := coalesce((SELECT u.place FROM graph.council_term AS u WHERE u.id = NEW.council_term_id), 0);
        WHEN 'leading_group' THEN NEW.place := coalesce((SELECT u.place FROM graph.leading_group AS u WHERE u.id = NEW.leading_group_id), 0);
        ELSE NEW.place := coalesce((SELECT u.place FROM graph.assessment AS u WHERE u.id = NEW.assessment_id), 0);
    END CASE;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.take_place IS 'Gives a row the place of what it belongs to.';
DO $$
DECLARE
    carrier record;
BEGIN
    FOR carrier IN SELECT * FROM (VALUES
        ('society', 'committee', 'committee_id', 'place'),
        ('branch', 'committee', 'committee_id', 'place'),
        ('branch_society', 'branch', 'branch_id', 'place'),
        ('branch_society', 'other society', 'society_id', 'society_place'),
        ('branch_category_period', 'branch', 'branch_id', 'place'),
        ('branch_status_period', 'branch', 'branch_id', 'place'),
        ('member', 'branch', 'branch_id', 'place'),
        ('activity', 'branch', 'branch_id', 'place'),
        ('assessment', 'branch', 'branch_id', 'place'),
        ('assessment_entry', 'branch', 'branch_id', 'place'),
        ('assessment_item_score', 'assessment', 'assessment_id', 'place'),
        ('council_term', 'society', 'society_id', 'place'),
        ('leading_group', 'council_term', 'council_term_id', 'place'),
        ('leading_group_composition', 'leading_group', 'leading_group_id', 'place'),
        ('leading_group_meeting', 'leading_group', 'leading_group_id', 'place')
    ) AS listed (name, upper, key, place) LOOP
        -- Whoever states a place states the right one, or the foreign key refuses it.
        EXECUTE format('CREATE OR REPLACE TRIGGER %1$s_is_taken BEFORE INSERT ON graph.%2$I FOR EACH ROW WHEN (NEW.%1$I IS NULL) '
            'EXECUTE FUNCTION graph.take_place(%3$L)', carrier.place, carrier.name, carrier.upper);
        EXECUTE format('CREATE OR REPLACE TRIGGER %1$s_is_taken_anew BEFORE UPDATE ON graph.%2$I FOR EACH ROW WHEN (OLD.%4$I IS DISTINCT FROM NEW.%4$I) '
            'EXECUTE FUNCTION graph.take_place(%3$L)', carrier.place, carrier.name, carrier.upper, carrier.key);
    END LOOP;
END $$;
