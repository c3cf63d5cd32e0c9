using System.Globalization;
using SocietyParty.Etl.Output;

namespace SocietyParty.Etl.Cli;

/// <summary>People read moments beside days, which are those of Beijing; JSON has moments of UTC.</summary>
internal static class LocalTime
{
    private const int Hours = 8;

    /// <param name="moment">In UTC.</param>
    /// <param name="words">The command's language.</param>
    public static string Say(DateTime moment, Words words) =>
        words.Say("Cli.BeijingTime", ("time", moment.AddHours(Hours).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
}
