namespace SocietyParty.GraphQL.Language;

/// <summary>Meaning and writing of block strings, specification section 2.9.4.</summary>
internal static class BlockStrings
{
    /// <summary>Takes away the indentation common to all lines but the first, and blank lines at both ends.</summary>
    public static string Dedent(IReadOnlyList<string> lines)
    {
        var common = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var indent = LeadingWhiteSpace(lines[i]);
            if (indent == lines[i].Length)
            {
                continue;
            }

            if (first < 0)
            {
                first = i;
            }

            last = i;
            if (i > 0)
            {
                common = Math.Min(common, indent);
            }
        }

        if (first < 0)
        {
            return "";
        }

        return string.Join(
            '\n',
            lines
                .Select((line, i) => i == 0 || common == int.MaxValue ? line : line[Math.Min(common, line.Length)..])
                .Skip(first)
                .Take(last - first + 1)
        );
    }

    /// <summary>Whether a block string can say exactly this text; its grammar has no escapes for control characters.</summary>
    public static bool CanHold(string value)
    {
        if (value.Length == 0)
        {
            return true;
        }

        var lines = value.Split('\n');
        return !value.Contains('\r') && !value.Any(c => c < ' ' && c is not ('\t' or '\n')) && Dedent([" ", .. lines]) == value;
    }

    public static int LeadingWhiteSpace(string line)
    {
        var count = 0;
        while (count < line.Length && line[count] is (' ' or '\t'))
        {
            count++;
        }

        return count;
    }
}
