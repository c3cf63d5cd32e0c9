namespace SocietyParty.Schema.Database;

/// <summary>One statement of a file and where it begins, so that an error can name the file's line.</summary>
/// <param name="Text">Without the closing semicolon.</param>
/// <param name="Start">Offset of <paramref name="Text"/> in the file.</param>
internal sealed record SqlStatement(string Text, int Start)
{
    /// <summary>The first word in lower case, comments skipped.</summary>
    public string FirstWord { get; private init; } = "";

    /// <summary>Splits at semicolons outside strings, quoted names, dollar quotes, comments and BEGIN ATOMIC bodies.</summary>
    public static IReadOnlyList<SqlStatement> Split(string sql)
    {
        var statements = new List<SqlStatement>();
        int start = -1,
            depth = 0;
        string firstWord = "",
            lastWord = "";
        var at = 0;
        while (at < sql.Length)
        {
            var next = SkipQuietly(sql, at);
            if (next > at)
            {
                at = next;
                continue;
            }

            if (sql[at] == ';' && depth == 0)
            {
                if (start >= 0)
                {
                    statements.Add(new SqlStatement(sql[start..at], start) { FirstWord = firstWord });
                }

                (start, firstWord, lastWord) = (-1, "", "");
                at++;
                continue;
            }

            if (start < 0)
            {
                start = at;
            }

            if (!IsWordStart(sql[at]))
            {
                at = SkipQuoted(sql, at);
                continue;
            }

            var end = at;
            while (end < sql.Length && IsWordPart(sql[end]))
            {
                end++;
            }

            var word = sql[at..end].ToLowerInvariant();
            // E'...' escapes with backslashes: its quotes end elsewhere.
            if (word == "e" && end < sql.Length && sql[end] == '\'')
            {
                end = SkipString(sql, end, backslashes: true);
            }

            if (firstWord.Length == 0)
            {
                firstWord = word;
            }

            if ((word == "atomic" && lastWord == "begin") || (depth > 0 && word == "case"))
            {
                depth++;
            }
            else if (depth > 0 && word == "end")
            {
                depth--;
            }

            lastWord = word;
            at = end;
        }

        if (start >= 0)
        {
            statements.Add(new SqlStatement(sql[start..].TrimEnd(), start) { FirstWord = firstWord });
        }

        return statements;
    }

    /// <summary>Counted from 1.</summary>
    public static int LineAt(string sql, int offset) => 1 + sql.AsSpan(0, Math.Clamp(offset, 0, sql.Length)).Count('\n');

    /// <summary>Past white space and comments.</summary>
    private static int SkipQuietly(string sql, int at)
    {
        if (char.IsWhiteSpace(sql[at]))
        {
            return at + 1;
        }

        if (Follows(sql, at, "--"))
        {
            var line = sql.IndexOf('\n', at);
            return line < 0 ? sql.Length : line + 1;
        }

        if (!Follows(sql, at, "/*"))
        {
            return at;
        }
        // PostgreSQL's comments nest.
        var nested = 0;
        do
        {
            var step = 1;
            if (Follows(sql, at, "/*"))
            {
                (nested, step) = (nested + 1, 2);
            }
            else if (Follows(sql, at, "*/"))
            {
                (nested, step) = (nested - 1, 2);
            }

            at += step;
        } while (nested > 0 && at < sql.Length);
        return at;
    }

    /// <summary>Past a string, a quoted name, a dollar quote, or one other character.</summary>
    private static int SkipQuoted(string sql, int at)
    {
        switch (sql[at])
        {
            case '\'':
                return SkipString(sql, at, backslashes: false);
            case '"':
                var close = sql.IndexOf('"', at + 1);
                return close < 0 ? sql.Length : close + 1;
            case '$':
                var tagEnd = at + 1;
                while (tagEnd < sql.Length && IsWordPart(sql[tagEnd]) && sql[tagEnd] != '$')
                {
                    tagEnd++;
                }

                if (tagEnd >= sql.Length || sql[tagEnd] != '$')
                {
                    return at + 1;
                }

                var tag = sql[at..(tagEnd + 1)];
                var end = sql.IndexOf(tag, tagEnd + 1, StringComparison.Ordinal);
                return end < 0 ? sql.Length : end + tag.Length;
            default:
                return at + 1;
        }
    }

    private static int SkipString(string sql, int at, bool backslashes)
    {
        for (at++; at < sql.Length; at++)
        {
            if (backslashes && sql[at] == '\\')
            {
                at++;
            }
            else if (sql[at] != '\'')
            {
                continue;
            }
            else if (Follows(sql, at, "''"))
            {
                at++;
            }
            else
            {
                return at + 1;
            }
        }

        return sql.Length;
    }

    private static bool Follows(string sql, int at, string mark) => string.CompareOrdinal(sql, at, mark, 0, mark.Length) == 0;

    private static bool IsWordStart(char letter) => char.IsLetter(letter) || letter == '_';

    // PostgreSQL allows $ inside a name: a$b$ opens no dollar quote.
    private static bool IsWordPart(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '$';
}
