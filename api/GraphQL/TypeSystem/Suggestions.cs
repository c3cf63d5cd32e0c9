namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>"Did you mean …?" from names that exist, as the reference implementation words and orders them.</summary>
public static class Suggestions
{
    private const int ShownMax = 5;

    // Longer names are not slips of the pen, and the distance below is quadratic.
    private const int LengthMax = 100;

    /// <summary>Numbers inside names compare as numbers: <c>F2</c> before <c>F10</c>.</summary>
    internal static readonly Comparer<string> Natural = Comparer<string>.Create(CompareNaturally);

    /// <summary>Names near enough to be meant, nearest first.</summary>
    public static IReadOnlyList<string> Near(string input, IEnumerable<string> options)
    {
        if (input.Length > LengthMax)
        {
            return [];
        }

        var threshold = (int)Math.Floor(input.Length * 0.4) + 1;
        return
        [
            .. options
                .Select(option => (option, distance: Distance(input, option, threshold)))
                .Where(pair => pair.distance <= threshold)
                .OrderBy(pair => pair.distance)
                .ThenBy(pair => pair.option, Natural)
                .Select(pair => pair.option),
        ];
    }

    /// <summary>A sentence to append, with its leading space; empty when there is nothing to suggest.</summary>
    public static string DidYouMean(IEnumerable<string> names, string lead = "")
    {
        var quoted = names.Take(ShownMax).Select(name => $"\"{name}\"").ToArray();
        var prefix = " Did you mean " + (lead.Length == 0 ? "" : lead + " ");
        return quoted.Length switch
        {
            0 => "",
            1 => $"{prefix}{quoted[0]}?",
            2 => $"{prefix}{quoted[0]} or {quoted[1]}?",
            _ => $"{prefix}{string.Join(", ", quoted[..^1])}, or {quoted[^1]}?",
        };
    }

    private static int CompareNaturally(string a, string b)
    {
        var (i, j) = (0, 0);
        while (i < a.Length && j < b.Length)
        {
            var order = a[i].CompareTo(b[j]);
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                order = Number(a, ref i).CompareTo(Number(b, ref j));
            }
            else
            {
                (i, j) = (i + 1, j + 1);
            }

            if (order != 0)
            {
                return order;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    // A number with leading zeros is read as its zero alone, then the rest.
    private static double Number(string name, ref int index)
    {
        double number = 0;
        do
        {
            number = (number * 10) + (name[index++] - '0');
        } while (index < name.Length && char.IsAsciiDigit(name[index]) && number > 0);
        return number;
    }

    /// <summary>Edits between two names; a swap of neighbours is one, a difference of case alone is one.</summary>
    private static int Distance(string input, string option, int threshold)
    {
        if (input == option)
        {
            return 0;
        }

        var a = input.ToLowerInvariant();
        var b = option.ToLowerInvariant();
        if (a == b)
        {
            return 1;
        }

        if (Math.Abs(a.Length - b.Length) > threshold)
        {
            return int.MaxValue;
        }

        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, last, current) = (last, current, before);
        }

        return last[b.Length];
    }
}
