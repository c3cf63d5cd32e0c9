using System.Text.RegularExpressions;

namespace SocietyParty.Etl.Import;

/// <summary>Numbers and bullets that a list puts in front of its names; they are no part of them.</summary>
internal static partial class RosterNumbers
{
    /// <summary>The name, and whether something stood in front of it.</summary>
    public static (string Name, bool WasNumbered) TakeOff(string text)
    {
        var name = Number().Replace(text, "");
        return (name, name.Length < text.Length);
    }

    /// <summary>Whether a word is a number of a list and nothing else: 1, 12. or ③.</summary>
    public static bool IsNumber(string word) => Alone().IsMatch(word);

    private const string Sign =
        "(?:[(（]\\s*(?:[0-9０-９]{1,4}|[一二三四五六七八九十百]{1,5})\\s*[)）]|[0-9０-９]{1,4}\\s*[.．、)）:：](?![0-9])|"
        + "[一二三四五六七八九十百]{1,5}\\s*、|[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿]|[★☆●○◆◇■□▲△※•·\\-—–*√])";

    [GeneratedRegex("^(?:" + Sign + "\\s*)+")]
    private static partial Regex Number();

    [GeneratedRegex("^(?:(?:" + Sign + ")+|[0-9０-９]{1,4}[.．]?)$")]
    private static partial Regex Alone();
}
