-- Two names are one where they differ only in how they are written: in width, blanks, brackets and dots, and in radicals that look like
-- the character, as texts out of PDF files have them: 学会（重庆） and 学会(重庆), ⽂学 and 文学. Names stay as they were published; this is what
-- they are compared by, in sheets, published lists and mutations. Most names have nothing to fold, which is quickly seen.
CREATE OR REPLACE FUNCTION graph.name_key(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN name ~ U&'[^0-9A-Za-z()\4E00-\9FFF]' THEN translate(
        -- Compatibility: width, Kangxi radicals, compatibility ideographs, ① and 1.
        normalize(
            -- Radicals of the supplement have no compatible character in Unicode's tables.
            translate(name,
                U&'\2E81\2E85\2E89\2E8B\2E8F\2E90\2E91\2E95\2E98\2E9F\2EA0\2EA1\2EA2\2EA5\2EA9\2EAA\2EAC\2EAD\2EAF\2EBA\2EC1\2EC4\2EC5\2EC6\2EC8\2ECB\2ED3\2ED4\2ED6\2ED8\2ED9\2EDA\2EDB\2EDC\2EDD\2EDE\2EDF\2EE0\2EE2\2EE4\2EE5\2EE6\2EE7\2EE8\2EE9\2EEA\2EEB\2EEC\2EED\2EEE\2EEF\2EF0\2EF1\2EF2\2EF3',
                '厂亻刂㔾兀尣尢巳扌母民氵氺爫王疋示礻糹肀虎西见角讠车长门阜青韦页风飞食飠飠饣马鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'),
            NFKC),
        -- Brackets and dots of every shape; blanks go.
        U&'\3010\3014\3016\3018\301A\3008\300A\005B\007B\3011\3015\3017\3019\301B\3009\300B\005D\007D\2022\2027\2219\22C5\30FB\2013\2014\2010\2011\2212'
            || U&'\0009\000A\000B\000C\000D\0020\0085\00A0\1680\180E\2000\2001\2002\2003\2004\2005'
            || U&'\2006\2007\2008\2009\200A\200B\200C\200D\200E\200F\2028\2029\202F\205F\2060\3000\FEFF',
        '((((((((()))))))))' || U&'\00B7\00B7\00B7\00B7\00B7-----')
    ELSE name END;
COMMENT ON FUNCTION graph.name_key IS 'A name as it is compared: width, blanks, radicals, brackets and dots folded.';
