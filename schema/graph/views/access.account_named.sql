-- People type a name in large or small letters, wide or narrow: it is one account all the same. Databases may have two that differ in nothing else, from before
-- such names were refused: each is meant by its own name, and neither by a third way of writing it.
CREATE OR REPLACE FUNCTION access.account_named(given text) RETURNS bigint LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT coalesce(
        (SELECT a.id FROM access.account AS a WHERE a.name = account_named.given),
        (SELECT min(a.id) FROM access.account AS a
         WHERE lower(normalize(a.name, NFKC)) = lower(normalize(account_named.given, NFKC)) HAVING count(*) = 1));
END;
COMMENT ON FUNCTION access.account_named IS 'Key of the account that a name means, whatever the size and width of its letters; null where there is none, or two and neither is written so.';
