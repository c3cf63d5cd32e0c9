-- Two names are one where they differ only in width and blanks: 学会（重庆） and 学会(重庆). Names stay as they were published; this is what
-- they are compared by, in sheets, published lists and mutations. Most names have nothing to translate, which is quickly seen.
CREATE OR REPLACE FUNCTION graph.name_key(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN name ~ U&'[\FF01-\FF5E\0009-\000D\0020\0085\00A0\1680\180E\2000-\200F\2028\2029\202F\205F\2060\3000\FEFF]' THEN translate(name,
        '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～'
            || U&'\0009\000A\000B\000C\000D\0020\0085\00A0\1680\180E\2000\2001\2002\2003\2004\2005'
            || U&'\2006\2007\2008\2009\200A\200B\200C\200D\200E\200F\2028\2029\202F\205F\2060\3000\FEFF',
        '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~')
    ELSE name END;
COMMENT ON FUNCTION graph.name_key IS 'A name without blanks and in half-width characters, by which names are compared.';
