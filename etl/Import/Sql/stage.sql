-- Grain: one row per entry of the list, and one per entry and society. Gone at the end of the transaction.
CREATE TEMP TABLE roster_line (
    position int PRIMARY KEY,
    line int NOT NULL,
    name text NOT NULL,
    category text NOT NULL,
    status text NOT NULL,
    status_since date,
    form text NOT NULL,
    form_stated boolean NOT NULL,
    form_code text,
    form_name text,
    form_english_name text,
    society_stated boolean NOT NULL,
    branch_id bigint,
    needs_society boolean NOT NULL DEFAULT true,
    is_new boolean NOT NULL DEFAULT false,
    is_changed boolean NOT NULL DEFAULT false
) ON COMMIT DROP;

CREATE TEMP TABLE roster_line_society (
    position int NOT NULL,
    place int NOT NULL,
    name text NOT NULL,
    kind text,
    society_id bigint,
    by_alias boolean NOT NULL DEFAULT false,
    alias_count int NOT NULL DEFAULT 0,
    PRIMARY KEY (position, place)
) ON COMMIT DROP;

-- Grain: one row per category of which the list states a number.
CREATE TEMP TABLE roster_stated (category text PRIMARY KEY, stated int NOT NULL) ON COMMIT DROP;

-- Grain: one row per branch whose categories over time change.
CREATE TEMP TABLE category_change (
    branch_id bigint PRIMARY KEY,
    category text NOT NULL,
    action text NOT NULL,
    period_id bigint,
    period_before daterange,
    valid_during daterange NOT NULL
) ON COMMIT DROP;

-- Grain: one row per thing that does not add up.
CREATE TEMP TABLE roster_discrepancy (
    code text NOT NULL,
    subject text NOT NULL,
    stated int,
    listed int,
    message text NOT NULL,
    position int NOT NULL
) ON COMMIT DROP;
