-- True if a younger list speaks for the committee today: this one then adds to the past only.
SELECT EXISTS (
    SELECT FROM graph.roster other JOIN graph.policy_document d ON d.id = other.policy_document_id
    WHERE other.committee_id = @CommitteeId AND d.issued_on > @IssuedOn::date
) OR (@IssuedOn::date IS NULL AND EXISTS (
    -- Without a date the order of the imports tells: this list was there before the other.
    SELECT FROM graph.roster this JOIN graph.roster other
        ON other.committee_id = this.committee_id AND other.id <> this.id AND other.import_run_id > this.import_run_id
    WHERE this.id = @RosterId
));
